/**
 * The timeline as a drawing that can be moved and zoomed, over the list that says the same without script.
 * Lanes by kind; a day is a dot, a range a bar; what happened is filled, what is planned hollow, what is possible dashed,
 * what is denied or cancelled crossed. Only what is in view is drawn, so tens of thousands stay smooth.
 *
 * @typedef {{ id: string, from: number, to: number, lane: number, status: string, label: string, when: string }} Mark
 */

const day = 86_400_000;
const laneHeight = 28;
const headHeight = 26;
const shortest = 20 * day;

for (const host of document.querySelectorAll('[data-timeline]')) void start(/** @type {HTMLElement} */ (host));

/** @param {HTMLElement} host */
async function start(host) {
  const response = await fetch(host.dataset.timeline ?? '');
  if (!response.ok) return;
  const { lanes, marks: rows, asOf } = await response.json();
  /** @type {readonly Mark[]} */
  const marks = rows
    .map(([id, from, to, lane, status, label, when]) => ({
      id,
      from: Date.parse(from),
      to: Date.parse(to) + day,
      lane,
      status,
      label,
      when,
    }))
    .filter((mark) => Number.isFinite(mark.from) && Number.isFinite(mark.to))
    .toSorted((a, b) => a.from - b.from);
  if (marks.length === 0) return;
  const canvas = host.querySelector('canvas');
  const tip = host.querySelector('output');
  if (!canvas || !tip) return;
  host.hidden = false;
  const whole = wholeOf(marks);
  const state = {
    canvas,
    lanes,
    marks,
    longest: marks.reduce((most, mark) => Math.max(most, mark.to - mark.from), 0),
    asOf: Date.parse(asOf),
    whole,
    view: { ...whole },
    chosen: -1,
    gutter: 0,
    locale: document.documentElement.lang,
    colours: coloursOf(canvas),
  };
  canvas.height = 1;
  const redraw = scheduler(() => draw(state));
  const open = (mark) => {
    location.href = (host.dataset.event ?? '').replace('ID', mark.id);
  };
  const choose = (index) => {
    state.chosen = index;
    const mark = marks[index];
    tip.textContent = mark ? `${mark.when}: ${mark.label}` : '';
    canvas.classList.toggle('over', index >= 0);
    redraw();
  };
  listenToPointers(state, { redraw, choose, open });
  listenToKeys(state, { redraw, choose, open });
  for (const button of host.querySelectorAll('button[data-zoom]')) {
    button.addEventListener('click', () => {
      const factor = Number(button.dataset.zoom);
      if (factor === 0) state.view = { ...whole };
      else zoom(state, factor, 0.5);
      redraw();
    });
  }
  new ResizeObserver(redraw).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    state.colours = coloursOf(canvas);
    redraw();
  });
}

/** The first and last moment, with room at both ends. */
function wholeOf(marks) {
  const from = marks[0].from;
  const to = marks.reduce((last, mark) => Math.max(last, mark.to), from);
  const room = Math.max((to - from) * 0.04, 15 * day);
  return { from: from - room, to: to + room };
}

/** Runs a drawing at most once a frame. */
function scheduler(drawing) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      drawing();
    });
  };
}

/** The page's colours as a canvas understands them: the stylesheet resolves them on an element, light or dark. */
function coloursOf(canvas) {
  const probe = document.createElement('i');
  canvas.after(probe);
  const named = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: named('ink'),
    soft: named('soft'),
    line: named('hair'),
    accent: named('accent'),
    open: named('open'),
    paper: named('paper'),
    font: getComputedStyle(canvas).fontFamily,
  };
  probe.remove();
  return colours;
}

function draw(state) {
  const { canvas, lanes, colours } = state;
  const width = canvas.clientWidth;
  const height = headHeight + lanes.length * laneHeight + 6;
  const ratio = devicePixelRatio;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = `${height}px`;
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.textBaseline = 'middle';
  pen.font = `600 12px ${colours.font}`;
  state.gutter = Math.ceil(Math.max(...lanes.map((name) => pen.measureText(name).width))) + 14;
  const x = placer(state);
  drawGrid(pen, state, x, width, height);
  pen.save();
  pen.beginPath();
  pen.rect(state.gutter - 6, 0, width, height);
  pen.clip();
  for (const index of inView(state)) drawMark(pen, state, index, x);
  pen.restore();
}

/** Where a moment stands across the drawing, right of the names of the lanes. */
function placer({ view, canvas, gutter }) {
  const room = canvas.clientWidth - gutter;
  return (moment) => gutter + ((moment - view.from) / (view.to - view.from)) * room;
}

/** A place across the drawing as a part of the axis. */
function partAt({ canvas, gutter }, at) {
  return Math.min(1, Math.max(0, (at - gutter) / (canvas.clientWidth - gutter)));
}

/** Indices of the marks that meet the view, found by bisection on their begins. */
function inView({ marks, view, longest }) {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].from < view.from - longest) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let i = low; i < marks.length && marks[i].from <= view.to; i += 1) if (marks[i].to >= view.from) found.push(i);
  return found;
}

function drawGrid(pen, { view, colours, locale, asOf, lanes, gutter }, x, width, height) {
  lanes.forEach((name, lane) => {
    const middle = laneMiddle(lane);
    pen.fillStyle = colours.soft;
    pen.font = `600 12px ${colours.font}`;
    pen.fillText(name, 0, middle);
    pen.fillStyle = colours.line;
    pen.fillRect(gutter, Math.round(middle), width, 1);
  });
  pen.lineWidth = 1;
  pen.font = `12px ${colours.font}`;
  for (const tick of ticksOf(view, width - gutter, locale)) {
    const at = Math.round(x(tick.at)) + 0.5;
    pen.strokeStyle = colours.line;
    pen.beginPath();
    pen.moveTo(at, 16);
    pen.lineTo(at, height);
    pen.stroke();
    pen.fillStyle = colours.soft;
    pen.fillText(tick.name, at + 3, 8);
  }
  const today = x(asOf);
  if (today >= gutter && today <= width) {
    pen.strokeStyle = colours.accent;
    pen.beginPath();
    pen.moveTo(today, 14);
    pen.lineTo(today, height);
    pen.stroke();
  }
}

/** Years, months or days, as many as have room for their names. */
function ticksOf({ from, to }, width, locale) {
  const room = Math.max(2, Math.floor(width / 90));
  const days = (to - from) / day;
  const first = new Date(from);
  const ticks = [];
  if (days / 365 > room / 3) {
    const step = [1, 2, 5, 10, 20, 50, 100].find((years) => days / 365 / years <= room) ?? 200;
    for (let year = Math.ceil(first.getUTCFullYear() / step) * step; Date.UTC(year, 0) <= to; year += step) {
      if (Date.UTC(year, 0) >= from) ticks.push({ at: Date.UTC(year, 0), name: String(year) });
    }
    return ticks;
  }
  if (days / 30 > room / 3) {
    const step = [1, 2, 3, 6].find((months) => days / 30 / months <= room) ?? 6;
    const name = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    for (let i = Math.ceil(first.getUTCMonth() / step) * step; Date.UTC(first.getUTCFullYear(), i) <= to; i += step) {
      const at = Date.UTC(first.getUTCFullYear(), i);
      if (at >= from) ticks.push({ at, name: name.format(at).replace(/\sг\.$/u, '') });
    }
    return ticks;
  }
  const step = [1, 2, 5, 10].find((n) => days / n <= room) ?? 10;
  const name = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  for (let at = Math.ceil(from / day) * day; at <= to; at += step * day) ticks.push({ at, name: name.format(at) });
  return ticks;
}

function drawMark(pen, { marks, chosen, colours }, index, x) {
  const mark = marks[index];
  const [left, right] = boxOf(mark, x);
  const middle = laneMiddle(mark.lane);
  const radius = 5;
  const ahead = mark.status === 'planned' || mark.status === 'possible';
  pen.lineWidth = index === chosen ? 3 : 1.5;
  pen.strokeStyle = index === chosen ? colours.accent : ahead ? colours.open : colours.ink;
  pen.fillStyle = index === chosen ? colours.accent : colours.ink;
  pen.globalAlpha = right - left > 400 ? 0.45 : 1;
  pen.setLineDash(mark.status === 'possible' ? [3, 2] : []);
  pen.beginPath();
  pen.roundRect(left, middle - radius, right - left, radius * 2, radius);
  if (mark.status === 'happened' || mark.status === 'ongoing') pen.fill();
  else {
    const fill = pen.fillStyle;
    pen.fillStyle = colours.paper;
    pen.fill();
    pen.fillStyle = fill;
    pen.stroke();
  }
  pen.setLineDash([]);
  if (mark.status === 'denied' || mark.status === 'cancelled') {
    pen.beginPath();
    pen.moveTo(left, middle + radius + 1);
    pen.lineTo(left + 10, middle - radius - 1);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function laneMiddle(lane) {
  return headHeight + lane * laneHeight + laneHeight / 2;
}

/** Left and right of a mark: at least a dot. */
function boxOf(mark, x) {
  const [left, right] = [x(mark.from), x(mark.to)];
  const middle = (left + right) / 2;
  return right - left < 10 ? [middle - 5, middle + 5] : [left, right];
}

/** The mark under a point, the shortest where several are; -1 for none. */
function markAt(state, px, py) {
  const x = placer(state);
  const lane = Math.floor((py - headHeight) / laneHeight);
  let found = -1;
  for (const index of inView(state)) {
    const mark = state.marks[index];
    const [left, right] = boxOf(mark, x);
    if (mark.lane !== lane || px < left - 3 || px > right + 3) continue;
    if (found < 0 || mark.to - mark.from < state.marks[found].to - state.marks[found].from) found = index;
  }
  return found;
}

/** Zooms about a place given as a part of the width; the view stays within reach of the record. */
function zoom(state, factor, at) {
  const { from, to } = state.view;
  const whole = state.whole.to - state.whole.from;
  const length = Math.min(Math.max((to - from) * factor, shortest), whole);
  const pivot = from + (to - from) * at;
  moveTo(state, pivot - length * at, length);
}

function moveTo(state, from, length) {
  const first = Math.min(Math.max(from, state.whole.from), state.whole.to - length);
  state.view = { from: first, to: first + length };
}

function pan(state, part) {
  const length = state.view.to - state.view.from;
  moveTo(state, state.view.from + length * part, length);
}

/** Drag, pinch, wheel with Ctrl, and a click that opens. */
function listenToPointers(state, { redraw, choose, open }) {
  const { canvas } = state;
  const held = new Map();
  let moved = 0;
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
    event.preventDefault();
    if (event.ctrlKey) zoom(state, Math.exp(event.deltaY * 0.003), partAt(state, event.offsetX));
    else pan(state, event.deltaX / canvas.clientWidth);
    redraw();
  });
  canvas.addEventListener('pointerdown', (event) => {
    held.set(event.pointerId, event.offsetX);
    moved = 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId);
    if (before === undefined) return choose(markAt(state, event.offsetX, event.offsetY));
    const others = [...held].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    held.set(event.pointerId, event.offsetX);
    moved += Math.abs(event.offsetX - before);
    const anchor = others[0];
    if (anchor === undefined) pan(state, (before - event.offsetX) / canvas.clientWidth);
    else zoom(state, Math.abs(before - anchor) / Math.max(8, Math.abs(event.offsetX - anchor)), partAt(state, anchor));
    redraw();
  });
  const release = (event) => {
    held.delete(event.pointerId);
  };
  canvas.addEventListener('pointerup', (event) => {
    const mark = moved < 5 ? state.marks[markAt(state, event.offsetX, event.offsetY)] : undefined;
    release(event);
    if (mark) open(mark);
  });
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => choose(-1));
}

/** Arrows go from mark to mark, Enter opens, plus and minus zoom, Home shows all. */
function listenToKeys(state, { redraw, choose, open }) {
  state.canvas.addEventListener('keydown', (event) => {
    const last = state.marks.length - 1;
    const act = {
      ArrowRight: () => choose(Math.min(last, state.chosen + 1)),
      ArrowLeft: () => choose(Math.max(0, state.chosen - 1)),
      '+': () => zoom(state, 0.6, 0.5),
      '=': () => zoom(state, 0.6, 0.5),
      '-': () => zoom(state, 1 / 0.6, 0.5),
      Home: () => {
        state.view = { ...state.whole };
      },
      Enter: () => state.marks[state.chosen] && open(state.marks[state.chosen]),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    const mark = state.marks[state.chosen];
    if (mark && (mark.to < state.view.from || mark.from > state.view.to)) {
      const length = state.view.to - state.view.from;
      moveTo(state, mark.from - length / 2, length);
    }
    redraw();
  });
}
