// What a person does with a page of a dataset, in a real browser. Run by `run`, which makes the pages.
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.PICTURES;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let failed = 0;

function holds(what, does, seen = '') {
  if (!does) failed += 1;
  console.log(`${does ? 'ok  ' : 'FAIL'} ${what}${does || seen === '' ? '' : `: ${seen}`}`);
}

/** Opens a page of its own, does something with it, and holds that nothing went wrong and nothing was asked of the network. */
async function on(name, act, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) wrong.push(message.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => { if (!/^(file|data):/.test(request.url())) wrong.push(`asked for ${request.url()}`); });
  page.expected = /^$/;
  const start = performance.now();
  await page.goto(pathToFileURL(`${name}.html`).href);
  await page.waitForSelector('h2');
  const opened = performance.now() - start;
  await act(page, opened);
  const others = wrong.filter((message) => !page.expected.test(message));
  holds(`${name}: no error on the console and nothing asked of the network`, others.length === 0, others.slice(0, 3).join(' | '));
  await context.close();
}

const go = async (page, hash) => {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await page.waitForFunction((hash) => location.hash === hash, hash);
  await page.waitForTimeout(30);
};
const titleOf = (page) => page.textContent('main h2');
const nodes = (page) => page.evaluate(() => document.querySelectorAll('*').length);
const picture = async (page, name) => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: false }); };

/** The rules of accessibility that are broken gravely. The script of axe is let past the policy of the page. */
async function accessible(page, where) {
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 2).join(' ')}`));
  holds(`${where}: axe finds nothing serious`, found.length === 0, found.join(' | '));
}

await on('documented', async (page) => {
  await picture(page, 'overview');
  await go(page, '#records');
  const shown = () => page.textContent('main p[role=status]');
  const all = await shown();
  await page.fill('#by-words', 'feva');
  const some = await shown();
  holds('a search leaves the records that have the word', some !== all && (await page.locator('.card', { hasText: 'FEVA' }).count()) > 0, some);
  await page.fill('#by-words', 'no such word');
  holds('a search without a result says so', /^0 /.test(await shown()), await shown());
  await page.fill('#by-words', '');
  await page.selectOption('#by-kind', { label: 'projects' });
  holds('the filter by kind leaves four projects', /^4 of /.test(await shown()), await shown());
  await page.selectOption('#by-programme', { label: 'Interreg Europe' });
  holds('the filter by programme leaves one', /^1 of /.test(await shown()), await shown());
  await page.selectOption('#by-year', '2015');
  holds('the filter by year leaves none', /^0 of /.test(await shown()), await shown());
  await page.click('#reset');
  holds('the filters can be cleared', (await shown()) === all, await shown());

  await go(page, '#record/project/atm');
  await picture(page, 'project');
  holds('a project has its period as people write it', (await page.textContent('main dl')).includes('April 2016 to March 2021'));
  const seen = new Set();
  for (let step = 0; step < 10; step += 1) {
    const links = await page.$$eval('main dl a[href^="#record/"], main .tree a[href^="#record/"]', (all) => all.map((one) => one.getAttribute('href')));
    const next = links.find((href) => !seen.has(href)) ?? links[0];
    seen.add(next);
    await page.click(`main a[href="${next}"] >> nth=0`);
    await page.waitForFunction((next) => location.hash === next, next);
    const name = await titleOf(page);
    const focused = await page.evaluate(() => document.activeElement.tagName);
    if (!name || name === 'No such record' || focused !== 'H2') { holds(`step ${step + 1} of the walk leads to a record`, false, `${next} ${name} ${focused}`); return; }
  }
  holds('a walk of ten links leads to records, with the focus on their names', seen.size >= 8, String(seen.size));

  await go(page, '#record/project/atm');
  const quote = await page.getAttribute('main .card a[href^="#evidence/"]', 'href');
  await page.click(`main a[href="${quote}"]`);
  await page.waitForSelector(`#quote-${quote.split('/')[1]}`);
  holds('a member leads to its quote', (await page.getAttribute(`#quote-${quote.split('/')[1]}`, 'aria-current')) === 'true');
  await page.click(`#quote-${quote.split('/')[1]} a[href^="#record/"]`);
  holds('and the quote to a record', (await titleOf(page)).length > 3 && (await page.evaluate(() => location.hash)).startsWith('#record/'));

  for (const section of ['overview', 'records', 'money', 'map', 'timeline', 'evidence', 'findings', 'record/project/atm']) {
    await go(page, `#${section}`);
    await page.evaluate(axe);
    await accessible(page, `documented, ${section}`);
    if (['evidence', 'map', 'timeline', 'records'].includes(section)) await picture(page, `documented-${section}`);
  }
  await go(page, '#map');
  const box = page.locator('.picture a.over[aria-label*="Financial Education"]').first();
  const [place, sheet] = [await box.boundingBox(), await page.locator('.picture img').boundingBox()];
  holds('a box of the map has a link over it', place.width > 40 && place.height > 15 && place.x > sheet.x && place.x + place.width < sheet.x + sheet.width, JSON.stringify(place));
  await box.click();
  await page.waitForFunction(() => location.hash.startsWith('#record/'));
  holds('which leads to its record', (await titleOf(page)).includes('Financial Education'));
  // By keyboard alone.
  await go(page, '#overview');
  await page.keyboard.press('Tab');
  const steps = [];
  for (let step = 0; step < 40; step += 1) {
    steps.push(await page.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.textContent}`));
    await page.keyboard.press('Tab');
  }
  holds('the keyboard reaches the figures', steps.some((one) => one.startsWith('A') && one.includes('projects')), steps.slice(0, 12).join(' | '));
}, { bypassCSP: true });

await on('rural', async (page) => {
  await go(page, '#evidence');
  await picture(page, 'evidence');
  const marks = await page.locator('mark a').count();
  holds('the text has marked passages', marks > 20, String(marks));
  await page.locator('mark a').nth(3).click();
  const beside = await page.locator('aside a[href^="#record/"]').count();
  holds('a mark shows the records that rest on it', beside > 0, String(beside));
  await page.locator('aside a[href^="#record/"]').first().click();
  await page.waitForFunction(() => location.hash.startsWith('#record/'));
  const back = page.locator('main .card a[href^="#evidence/"]').first();
  const quoted = await page.locator('main .card blockquote').first().textContent();
  await back.click();
  await page.waitForSelector('mark a[aria-current]');
  const current = (await page.locator('mark a[aria-current]').allTextContents()).join('');
  holds('a record leads to its marked passage', quoted.replace(/\s+/g, '').includes(current.replace(/\s+/g, '').slice(0, 12)) || current.includes(quoted.slice(0, 12)), `${quoted} / ${current}`);
  await go(page, '#money');
  await picture(page, 'money');
  holds('amounts are as people write them', /\d,\d{3} EUR/.test(await page.textContent('main')));
  await go(page, '#record/project/fairfield');
  holds('goals are a tree with their indicators', (await page.locator('.tree .meter').count()) > 0);
  await page.locator('.tree').first().scrollIntoViewIfNeeded();
  await picture(page, 'goals');
  for (const section of ['money', 'evidence', 'map', 'timeline']) {
    await go(page, `#${section}`);
    await page.evaluate(axe);
    await accessible(page, `rural, ${section}`);
    if (['map', 'timeline'].includes(section)) await picture(page, `rural-${section}`);
  }
  await go(page, '#records');
  await page.selectOption('#by-kind', { label: 'goals' });
  await page.locator('main .card a').first().click();
  await page.waitForFunction(() => location.hash.startsWith('#record/goal'));
  await picture(page, 'goal');
}, { bypassCSP: true });

await on('rural', async (page) => {
  await go(page, '#money');
  await picture(page, 'dark');
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  holds('dark where the reader likes it dark', paper === 'rgb(20, 24, 31)', paper);
  for (const section of ['overview', 'records', 'money', 'evidence']) {
    await go(page, `#${section}`);
    await page.evaluate(axe);
    await accessible(page, `dark, ${section}`);
    if (section === 'evidence') await picture(page, 'dark-evidence');
  }
  await go(page, '#map');
  await picture(page, 'dark-map');
}, { bypassCSP: true, colorScheme: 'dark' });

await on('rural', async (page) => {
  for (const section of ['overview', 'records', 'money', 'evidence', 'record/network/arcu']) {
    await go(page, `#${section}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    holds(`a phone does not scroll sideways: ${section}`, over <= 0, String(over));
    await picture(page, `phone-${section.split('/')[0]}`);
  }
}, { viewport: { width: 390, height: 844 } });

await on('focus', async (page) => {
  holds('a page with a focus opens at its record', (await titleOf(page)) === 'Financial Education for Vulnerable Adults (FEVA)', await titleOf(page));
  const drawn = await page.locator('.picture img').getAttribute('alt');
  holds('with the map around it', drawn.includes('at most 2 lines from Financial Education'), drawn);
  await page.evaluate(axe);
  await accessible(page, 'focus');
  await picture(page, 'focus');
  const box = page.locator('.picture a.over[aria-label*="European Microfinance Network"]').first();
  await box.click();
  await page.waitForFunction(() => location.hash === '#record/network/emn');
  holds('a box of it leads to another record, which has no map', (await page.locator('.picture').count()) === 0);
  await go(page, '#overview');
  holds('and the sections are those of every page', (await page.locator('.figures').count()) === 1);
}, { bypassCSP: true });

await on('norwegian', async (page) => {
  await go(page, '#records');
  holds('labels are Norwegian', (await titleOf(page)) === 'Poster' && (await page.textContent('nav')).includes('Tidslinje'), await titleOf(page));
  await picture(page, 'norwegian');
});

await on('hostile', async (page) => {
  for (const section of ['overview', 'records', 'map', 'timeline', 'evidence', 'findings', 'money', 'record/organization/a', 'record/organization/b', 'record/project/constructor', 'record/%E0%A4%A']) {
    await go(page, `#${section}`);
    await page.mouse.move(300, 300);
  }
  await go(page, '#record/organization/a');
  holds('names are shown as they are', (await titleOf(page)).startsWith('</script><script>'), await titleOf(page));
  holds('no name is run', (await page.evaluate(() => window.hit)) === undefined);
  holds('no name becomes an element', (await page.locator('iframe, svg, img[src="x"], main script, main b b').count()) === 0);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  holds('the policy names the script and the style by their hashes', /script-src 'sha256-[^']+'/.test(policy) && !policy.includes('unsafe'));
  page.expected = /^Executing inline script violates the following Content Security Policy/;
  const refused = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', () => resolve(true));
    const script = document.createElement('script');
    script.textContent = 'window.hit = 2';
    document.head.append(script);
    setTimeout(() => resolve(window.hit === undefined), 200);
  }));
  holds('a script that is put into the page is refused', refused && (await page.evaluate(() => window.hit)) === undefined);
}, {}, );

await on('many', async (page, opened) => {
  let most = await nodes(page);
  await go(page, '#records');
  most = Math.max(most, await nodes(page));
  const total = await page.textContent('main p[role=status]');
  const before = Date.now();
  await page.fill('#by-words', 'project 17');
  await page.waitForFunction((total) => document.querySelector('main p[role=status]').textContent !== total, total);
  const first = Date.now() - before;
  const search = await page.evaluate(() => document.documentElement.dataset.search);
  await page.fill('#by-words', '');
  for (let turn = 0; turn < 8; turn += 1) {
    await page.click('.pages button:last-child');
    await page.mouse.wheel(0, 4000);
    most = Math.max(most, await nodes(page));
  }
  for (const section of ['overview', 'money', 'map', 'timeline', 'evidence', 'findings', 'record/organization/organization-1', 'record/programme/programme-1', 'record/place/place-NO']) {
    await go(page, `#${section}`);
    const here = await nodes(page);
    if (here >= 2000) holds(`${section} has fewer than 2,000 nodes`, false, String(here));
    most = Math.max(most, here);
    if (section === 'map') await picture(page, 'many-map');
    if (section === 'timeline') await picture(page, 'many-timeline');
  }
  holds('never 2,000 nodes in the document', most < 2000, String(most));
  console.log(`     ${total}: opened in ${Math.round(opened)} ms, first search in ${first} ms (${search} ms of it searching), at most ${most} nodes`);
});

await browser.close();
if (failed) {
  console.log(`${failed} failed`);
  process.exit(1);
}
console.log('all holds');
