'use strict';
// The page of a dataset. Everything that is shown is in the JSON above; nodes get their text by textContent alone.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { labels, kinds, records, quotes, texts, money, findings } = data;
  const PER_PAGE = 40;
  const main = document.getElementById('main');
  // The filters stay as they are when another section is looked at.
  const asked = { words: '', kind: '', programme: '', place: '', year: '', status: '', page: 0 };

  // --- Nodes ---

  /** A node with attributes and children: texts, nodes, lists of them, or nothing. */
  function node(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'on') for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === '') continue;
      made.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return made;
  }

  /** A sentence with `{}` filled in. */
  const fill = (label, ...parts) => labels[label].split('{}').reduce((all, piece, at) => all + parts[at - 1] + piece);
  const count = (number) => number.toLocaleString(data.language);
  const address = (...steps) => '#' + steps.map((step) => encodeURIComponent(step)).join('/');
  const recordAddress = (number) => address('record', kinds[records[number].k].id, records[number].i);
  const link = (number, text) => node('a', { href: recordAddress(number) }, text || records[number].n);

  /** A part of a line: a text, the number of a record, [number, text], or {u: address, t: text}. */
  function part(one) {
    if (typeof one === 'number') return link(one);
    if (Array.isArray(one)) return link(one[0], one[1]);
    if (typeof one === 'object') {
      const safe = /^(https?:|mailto:)/i.test(one.u);
      return safe ? node('a', { href: one.u, rel: 'noopener noreferrer external' }, one.t || one.u) : one.t || one.u;
    }
    return one;
  }

  function bar(share) {
    const filled = node('span', { class: 'fill' });
    filled.style.width = `${Math.max(1, Math.min(100, share * 100))}%`;
    return node('span', { class: 'track', 'aria-hidden': 'true' }, filled);
  }

  /** A list of which only one page is in the document. */
  function paged(all, show, { page = 0, turn = null, list = (items) => node('ul', { class: 'cards' }, items), each = PER_PAGE } = {}) {
    const holder = node('div');
    const draw = (at, moved) => {
      const pages = Math.max(1, Math.ceil(all.length / each));
      const here = Math.min(Math.max(0, at), pages - 1);
      holder.replaceChildren(list(all.slice(here * each, (here + 1) * each).map(show)));
      if (pages > 1) {
        const step = (label, to, off) =>
          node('button', { type: 'button', disabled: off ? '' : null, on: { click: () => draw(to, true) } }, labels[label]);
        const place = node('span', { role: 'status' }, fill('page-of', count(here + 1), count(pages)));
        const before = step('previous', here - 1, here === 0);
        const after = step('next', here + 1, here === pages - 1);
        holder.append(node('div', { class: 'pages' }, before, place, after));
        if (moved) {
          (after.disabled ? before : after).focus({ preventScroll: true });
          holder.scrollIntoView({ block: 'start' });
        }
      }
      if (moved && turn) turn(here);
    };
    draw(page, false);
    return holder;
  }

  // --- Overview ---

  function overview() {
    const byKind = kinds.map((kind, at) => [kind, at, records.filter((one) => one.k === at).length]);
    const figures = byKind.map(([kind, at, number]) =>
      node('li', {}, node('a', { href: '#records', on: { click: () => choose({ kind: String(at) }) } },
        node('b', {}, count(number)), number === 1 ? kind.one : kind.many)));
    const facts = node('dl', {}, data.facts.map(([label, text]) => [node('dt', {}, label), node('dd', {}, text)]));
    const projects = kinds.findIndex((kind) => kind.id === 'project');
    const running = records.map((one, at) => at).filter((at) => records[at].k === projects);
    return [
      heading(labels.overview),
      data.description ? node('p', {}, data.description) : null,
      node('ul', { class: 'figures' }, figures),
      data.facts.length ? facts : null,
      running.length ? [node('h3', {}, kinds[projects].many), paged(running, card, { each: 12 })] : null,
      money.groups.length ? [node('h3', {}, labels.money), moneyTable(money.groups[0], 8)] : null,
    ];
  }

  const heading = (text) => node('h2', { tabindex: '-1' }, text);

  // --- Records ---

  const plain = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const hay = records.map((one) => null);
  const haystack = (at) => (hay[at] ??= plain(`${records[at].n} ${records[at].i} ${records[at].x}`));

  function found() {
    const words = plain(asked.words).split(/\s+/).filter(Boolean);
    const year = asked.year === '' ? null : Number(asked.year);
    const numbers = [];
    for (let at = 0; at < records.length; at += 1) {
      const one = records[at];
      if (asked.kind !== '' && one.k !== Number(asked.kind)) continue;
      if (asked.status !== '' && one.s !== asked.status) continue;
      if (asked.programme !== '' && !(one.p || []).includes(Number(asked.programme))) continue;
      if (asked.place !== '' && !(one.w || []).includes(Number(asked.place))) continue;
      if (year !== null && !(one.y && one.y[0] <= year && year <= one.y[1])) continue;
      if (words.length && !words.every((word) => haystack(at).includes(word))) continue;
      numbers.push(at);
    }
    return numbers.sort((one, other) => records[one].k - records[other].k || one - other);
  }

  function choose(values) {
    Object.assign(asked, { words: '', kind: '', programme: '', place: '', year: '', status: '', page: 0 }, values);
  }

  function card(number) {
    const one = records[number];
    const more = [kinds[one.k].one, one.s, one.d].filter(Boolean).join(' · ');
    return node('li', { class: 'card' }, link(number), node('div', { class: 'soft' }, more));
  }

  function select(name, label, options) {
    const made = node('select', { id: `by-${name}`, on: { change: (event) => { asked[name] = event.target.value; asked.page = 0; refresh(); } } },
      node('option', { value: '' }, labels.all), options.map(([value, text]) => node('option', { value }, text)));
    made.value = asked[name];
    return options.length ? node('div', {}, node('label', { for: `by-${name}` }, label), made) : null;
  }

  let refresh = () => {};

  function list() {
    const status = node('p', { role: 'status', class: 'soft' });
    const results = node('div');
    refresh = () => {
      const start = performance.now();
      const numbers = found();
      const found_in = performance.now() - start;
      document.documentElement.dataset.search = found_in.toFixed(1);
      status.textContent = fill('found', count(numbers.length), count(records.length));
      results.replaceChildren(paged(numbers, card, { page: asked.page, turn: (page) => { asked.page = page; } }));
    };
    const input = node('input', { type: 'search', id: 'by-words', autocomplete: 'off', value: asked.words,
      on: { input: (event) => { asked.words = event.target.value; asked.page = 0; refresh(); } } });
    const years = [];
    for (let year = data.years[0]; year <= data.years[1]; year += 1) years.push([String(year), String(year)]);
    const named = (numbers) => numbers.map((number) => [String(number), records[number].n]);
    const form = node('form', { class: 'filters', role: 'search', on: { submit: (event) => event.preventDefault() } },
      node('div', { class: 'wide' }, node('label', { for: 'by-words' }, labels.search), input),
      select('kind', labels.kind, kinds.map((kind, at) => [String(at), kind.many])),
      select('programme', labels.programme, named(data.programmes)),
      select('place', labels.place, named(data.places)),
      select('year', labels.year, years),
      select('status', labels['by-status'], data.statuses.map((one) => [one, one])),
      node('div', { class: 'last' }, node('button', { type: 'button', id: 'reset', on: { click: () => { choose({}); show(); } } }, labels.reset)));
    refresh();
    return [heading(labels.records), form, status, results];
  }

  // --- A record ---

  function meter([title, values, share, reached]) {
    return node('div', { class: 'meter' }, node('span', {}, title), share === null ? null : bar(share),
      node('span', { class: 'soft' }, [values, reached].filter(Boolean).join('; ')));
  }

  /** A list of [depth, number] as nested lists. */
  function tree(steps) {
    const top = node('ul', { class: 'tree' });
    const open = [top];
    for (const [depth, number] of steps) {
      const level = Math.min(depth, open.length - 1);
      open.length = level + 1;
      const one = records[number];
      const item = node('li', {}, node('span', { class: 'badge' }, one.t || kinds[one.k].one), ' ', link(number), (one.m || []).map(meter));
      const below = node('ul');
      open[level].append(item);
      item.append(below);
      open.push(below);
    }
    for (const empty of top.querySelectorAll('ul:empty')) empty.remove();
    return top;
  }

  function record(kind, id) {
    const at = kinds.findIndex((one) => one.id === kind);
    const number = records.findIndex((one) => one.k === at && one.i === id);
    if (number < 0) return [heading(labels['not-found']), node('p', {}, `${kind} ${id}`)];
    const one = records[number];
    const groups = [];
    for (const [label, ...parts] of one.l) {
      const last = groups[groups.length - 1];
      if (last && last[0] === label) last[1].push(parts);
      else groups.push([label, [parts]]);
    }
    const lines = groups.map(([label, all]) => [
      node('dt', {}, label),
      node('dd', {}, all.length > PER_PAGE
        ? paged(all, (parts) => node('div', {}, parts.map(part)), { list: (items) => node('div', {}, items) })
        : all.map((parts) => node('div', {}, parts.map(part)))),
    ]);
    const evidence = (one.e || []).map(([quote, supports, how]) =>
      node('li', { class: 'card' }, quoted(quote), node('div', { class: 'soft' },
        [how, supports.join(', ') || labels['the-record']].filter(Boolean).join(' · '), ' · ', node('a', { href: address('evidence', quote) }, labels['in-the-source']))));
    return [
      heading(one.n),
      node('p', { class: 'soft' }, kinds[one.k].one, ' · ', node('a', { href: '#records' }, labels['all-records'])),
      node('dl', {}, lines),
      one.m ? [node('h3', {}, labels.indicators), one.m.map(meter)] : null,
      one.g ? [node('h3', {}, labels.goals), pagedTree(one.g)] : null,
      evidence.length ? [node('h3', {}, labels.evidence), paged(evidence, (item) => item, { each: 20 })] : null,
      one.f ? [node('h3', {}, labels.findings), node('ul', { class: 'cards' }, one.f.map((at) => finding(findings[at])))] : null,
      data.focus && data.focus[0] === kind && data.focus[1] === id ? [node('h3', {}, labels.map), sheet('map', data.map)] : null,
    ];
  }

  const pagedTree = (steps) => paged(steps, (step) => step, { list: tree, each: 100 });

  function quoted(number) {
    const quote = quotes[number];
    const words = quote.q === null ? node('p', {}, quote.w) : node('blockquote', { cite: null, lang: quote.l || null }, quote.q);
    return [words, quote.q !== null && quote.w ? node('div', { class: 'soft' }, quote.w) : null];
  }

  // --- Money ---

  function moneyTable(group, most) {
    const row = ([who, status, amount, share]) => node('tr', {},
      node('th', { scope: 'row' }, part(who)), node('td', {}, status), node('td', { class: 'number' }, amount), node('td', { class: 'bar' }, bar(share)));
    const list = (rows) => node('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': group.title }, node('table', {},
      node('caption', {}, group.title),
      node('thead', {}, node('tr', {}, [group.who, labels.status, labels.amount].map((label, at) => node('th', { scope: 'col', class: at === 2 ? 'number' : null }, label)), node('td', { class: 'bar' }))),
      node('tbody', {}, rows)));
    return paged(group.rows, row, { list, each: most || 30 });
  }

  function moneySection() {
    return [
      heading(labels.money),
      money.groups.length ? money.groups.map((group) => moneyTable(group)) : node('p', {}, labels['no-money']),
      money.notes.map((note) => node('p', { class: 'soft' }, note)),
    ];
  }

  // --- Pictures ---

  const picture = (name, drawn) => [heading(labels[name]), sheet(name, drawn)];

  function sheet(name, { svg, words, size: [wide, high], places }) {
    const image = node('img', { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, alt: words });
    // A picture in the page cannot hold links: they lie over it, each on the box of its record.
    const links = places.map(([number, [x, y, w, h]]) => {
      const over = node('a', { class: 'over', href: recordAddress(number), title: records[number].n, 'aria-label': records[number].n });
      const share = { left: x / wide, top: y / high, width: w / wide, height: h / high };
      for (const [side, part] of Object.entries(share)) over.style[side] = `${part * 100}%`;
      return over;
    });
    const frame = node('div', { class: 'picture', tabindex: '0', role: 'region', 'aria-label': labels[name] },
      node('div', { class: 'sheet' }, image, links));
    const size = node('button', { type: 'button', 'aria-pressed': 'false', on: { click: () => {
      size.setAttribute('aria-pressed', String(frame.classList.toggle('whole')));
    } } }, labels['full-size']);
    return [node('p', { class: 'tools' }, size), frame];
  }

  // --- Evidence ---

  function bearing(number) {
    const quote = quotes[number];
    return [
      quoted(number),
      node('ul', {}, quote.r.map(([record, supports, how]) =>
        node('li', {}, link(record), node('span', { class: 'soft' }, ' ', [how, supports.join(', ') || labels['the-record']].filter(Boolean).join(' · '))))),
    ];
  }

  function evidence(chosen) {
    const at = chosen === undefined ? null : Number(chosen);
    const known = at !== null && quotes[at] ? at : null;
    const parts = [heading(labels.evidence)];
    for (const source of data.sources) {
      const own = quotes.map((quote, number) => number).filter((number) => quotes[number].s === source);
      const text = texts.find((one) => one.s === source);
      parts.push(node('h3', {}, typeof source === 'number' ? link(source) : source),
        node('p', { class: 'soft' }, fill('quotes', count(own.length)), text ? ` ${text.c}` : ` ${labels['no-text']}`));
      if (text) {
        parts.push(marked(text, known));
        const lost = own.filter((number) => text.lost.includes(number));
        if (lost.length) parts.push(node('h3', {}, labels['not-in-the-text']), paged(lost, quoteCard(known), { each: 20 }));
      } else {
        const place = Math.max(0, own.indexOf(known));
        parts.push(paged(own, quoteCard(known), { each: 20, page: Math.floor(place / 20) }));
      }
    }
    if (!data.sources.length) parts.push(node('p', {}, labels['no-evidence']));
    return parts;
  }

  const quoteCard = (chosen) => (number) =>
    node('li', { class: 'card', id: `quote-${number}`, 'aria-current': number === chosen ? 'true' : null }, bearing(number));

  function marked(text, chosen) {
    const side = node('aside', { 'aria-live': 'polite', 'aria-label': labels['quoted-for'] },
      chosen === null ? node('p', { class: 'soft' }, labels['choose-a-mark']) : node('div', { class: 'card' }, bearing(chosen)));
    const segment = ([words, numbers]) => {
      if (!numbers.length) return words;
      const here = chosen !== null && numbers.includes(chosen);
      // The narrowest quote is chosen first; those around it are in the list beside the text.
      const choose = (event) => {
        event.preventDefault();
        side.replaceChildren(...numbers.map((number) => node('div', { class: 'card' }, bearing(number))));
        for (const one of holder.querySelectorAll('mark a[aria-current]')) one.removeAttribute('aria-current');
        event.currentTarget.setAttribute('aria-current', 'true');
      };
      return node('mark', {}, node('a', { href: address('evidence', numbers[0]), 'aria-current': here ? 'true' : null, on: { click: choose } }, words));
    };
    const pages = text.pages;
    const first = chosen === null ? 0 : Math.max(0, pages.findIndex((page) => page.some((line) => line.some(([, numbers]) => numbers.includes(chosen)))));
    const list = (items) => node('div', { class: 'text', lang: text.l || null }, items);
    const holder = node('div', {}, paged(pages, (page) => page.map((line) => node('p', {}, line.map(segment))), { list, each: 1, page: first }));
    return node('div', { class: 'evidence' }, holder, side);
  }

  // --- Findings ---

  function finding([severity, rule, number, message, help, name]) {
    return node('li', { class: 'card' },
      node('span', { class: severity === 'error' ? 'badge error' : 'badge' }, name), ' ', number === null ? null : link(number), ' ', message,
      help ? node('div', { class: 'soft' }, help) : null, node('div', { class: 'soft' }, rule));
  }

  const findingsSection = () =>
    [heading(labels.findings), node('p', { class: 'soft' }, data.verdict), findings.length ? paged(findings, finding) : null];

  // --- Sections and addresses ---

  const sections = [
    ['overview', overview], ['records', list], ['money', moneySection],
    ['map', () => picture('map', data.map)],
    ['timeline', () => picture('timeline', data.timeline)],
    ['evidence', evidence], ['findings', findingsSection],
  ];
  const bar_of_sections = document.getElementById('sections');
  const tabs = sections.map(([name]) => {
    const made = node('a', { href: `#${name}` }, labels[name]);
    bar_of_sections.append(node('li', {}, made));
    return made;
  });

  function steps() {
    if (data.focus && location.hash.length < 2) return ['record', ...data.focus];
    try {
      return location.hash.slice(1).split('/').map(decodeURIComponent);
    } catch {
      return ['overview'];
    }
  }

  let first = true;
  function show() {
    const [name, ...rest] = steps();
    // The link that skips the sections is no section.
    if (name === 'main' && !first) { main.focus(); return; }
    const at = name === 'record' ? 1 : Math.max(0, sections.findIndex(([known]) => known === name));
    const made = name === 'record' ? record(rest[0], rest[1]) : sections[at][1](...rest);
    main.replaceChildren(...made.flat(Infinity).filter((one) => one !== null && one !== undefined));
    tabs.forEach((tab, number) => (number === at ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current')));
    const title = main.querySelector('h2');
    document.title = `${title.textContent} – ${data.title}`;
    const current = main.querySelector('[aria-current]');
    if (current) current.scrollIntoView({ block: 'center' });
    else if (!first) scrollTo({ top: 0, behavior: 'instant' });
    if (!first) title.focus({ preventScroll: true });
    first = false;
  }

  addEventListener('hashchange', show);
  show();
})();
