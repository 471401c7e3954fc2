// Two pairs of hands that know the same words, so that one story is told by mouse and by keyboard: `hands.pick('slags', 'Møde')`.

import assert from 'node:assert/strict';

const STOPS = 250; // more than any page has

/** Hands that point. They count what they pressed and the letters they typed. */
export function mouse(page) {
  const done = { presses: 0, letters: 0 };
  const click = (part) => { done.presses += 1; return part.click(); };
  return {
    done,
    page,
    /** Puts a text into a field. */
    async write(part, text) {
      await click(part);
      done.letters += text.length;
      await part.fill(text);
    },
    /** Takes a chip: the field's name and the chip's words. */
    pick: (field, text) => click(chip(page, field, text)),
    /** Chooses in a list whatever begins with the words. */
    async choose(part, text) {
      done.presses += 2;
      await part.selectOption(await valueOf(part, text));
    },
    /** Unfolds. */
    open: click,
    /** Follows a link or sends a form, and waits for the page it leads to. */
    press: (part) => leads(page, () => click(part)),
  };
}

/** Hands that reach everything with Tab, arrows, Space and Enter, and cannot point. */
export function keyboard(page) {
  const done = { presses: 0, letters: 0 };
  const key = (name) => { done.presses += 1; return page.keyboard.press(name); };
  return {
    done,
    page,
    async write(part, text) {
      await tabTo(part);
      await key('Control+A');
      done.letters += text.length;
      await page.keyboard.type(text);
    },
    async pick(field, text) {
      const wanted = page.locator(`[id="${await chip(page, field, text).getAttribute('for')}"]`);
      await tabTo(wanted, true);
      const isThere = () => wanted.evaluate((element) => document.activeElement === element);
      for (let step = 0; !(await isThere()); step += 1) {
        assert.ok(step < STOPS, `the arrows do not come to "${text}"`);
        await key('ArrowDown');
      }
      if (!(await wanted.isChecked())) await key('Space');
    },
    async choose(part, text) {
      await tabTo(part);
      await page.keyboard.type(text);
      assert.equal(await part.inputValue(), await valueOf(part, text), `"${text}" is chosen`);
    },
    async open(part) {
      await tabTo(part);
      await key('Enter');
    },
    async press(part) {
      await tabTo(part);
      await leads(page, () => key('Enter'));
    },
  };
}

/** Presses Tab until the part has the focus; with `group`, until it or another radio button of its group has. */
async function tabTo(part, group = false) {
  const page = part.page();
  const wanted = await part.elementHandle();
  const isThere = (element, inGroup) => {
    const now = document.activeElement;
    return now === element || (inGroup && element.type === 'radio' && now.name === element.name);
  };
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await wanted.evaluate(isThere, group)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not come to ${part}`);
}

/** The label of a chip. */
function chip(page, field, text) {
  const words = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.locator(`[id="${field}"] label`).filter({ hasText: new RegExp(`^\\s*${words}\\s*$`) });
}

async function valueOf(part, text) {
  const value = await part.locator('option', { hasText: text }).first().getAttribute('value');
  assert.ok(value, `the list has "${text}"`);
  return value;
}

const leads = (page, how) => Promise.all([page.waitForNavigation(), how()]);
