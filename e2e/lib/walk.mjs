// A walk along the links of a page and of the pages behind them.

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
// The forms of the effort's papers are laid out by one template: they are one kind of place, but for what is done there.
const PAPERS = /^\/(tidsplan\/linje|organisation\/[a-z]+|moeder\/beslutning|viden\/(deling|forankring)|viderefoerelse\/(aktivitet|overlevering))\/(?=\{id\})/;

/** The kind of place that an address is: ids and values left out. */
export function kind(address) {
  const url = new URL(address);
  return url.pathname.replace(ID, '{id}').replace(PAPERS, '/{papir}/').replace(/^\/rapporter\/tekst\/[a-z]+/, '/rapporter/tekst/{afsnit}') + (url.search ? `?${[...url.searchParams.keys()].sort().join('&')}` : '');
}

/** Goes from the page wherever links lead within the demo, to so many places of a kind (such as citizens' pages), and calls `look` at each. Gives the kinds seen. */
export async function walk(page, look, most = 2) {
  const seen = new Map();
  const visited = new Set();
  const waiting = [page.url()];
  while (waiting.length > 0) {
    const address = waiting.shift();
    const place = kind(address);
    const count = seen.get(place) ?? 0;
    if (visited.has(address) || count >= most) continue;
    visited.add(address);
    seen.set(place, count + 1);
    const answer = await page.goto(address);
    if (answer && answer.status() !== 200) throw new Error(`a link leads to ${place}, which answers ${answer.status()}`);
    await look(count === 0 ? place : `${place} (${count + 1})`);
    waiting.push(...(await linksOf(page)));
  }
  return new Set(seen.keys());
}

function linksOf(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href]:not([download])')]
      .map((link) => new URL(link.href))
      .filter((url) => url.origin === location.origin && !url.pathname.startsWith('/assets/') && url.pathname !== '/skjul')
      .map((url) => url.origin + url.pathname + url.search),
  );
}
