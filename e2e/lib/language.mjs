// The language of the screens.

/** Switches the pages to Danish (`da`) or English (`en`), the way a person does. */
export async function speak(page, language) {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  const choice = page.locator(`[lang="${language}"]:is(a, button)`).first();
  const menu = page.locator('details:not([open])', { has: choice }).locator('summary').first();
  if ((await menu.count()) > 0) await menu.click();
  await Promise.all([page.waitForNavigation(), choice.click()]);
  const spoken = await page.locator('html').getAttribute('lang');
  if (spoken !== language) throw new Error(`the page was asked for "${language}" and speaks "${spoken}"`);
}
