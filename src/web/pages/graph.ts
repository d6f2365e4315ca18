import type { Parties } from '../../model/answer.ts';
import { claimTypes, happeningTypes } from '../../model/claim.ts';
import type { PartyEdge, PartyGraph } from '../../model/party-graph.ts';
import { dayField, selectField } from '../fields.ts';
import { formatCount, formatNumber, formatRange } from '../format.ts';
import { layoutOf, type Place } from '../graph-layout.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo, listHref } from '../links.ts';
import { carried, layout } from '../layout.ts';
import { nameOf } from '../names.ts';
import { nothing } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

const width = 1000;
const height = 620;
/** Rows of the table; the graph and the files have the others. */
const mostRows = 150;

/** Who takes part in what together, drawn, and as a table that says the same. */
export function renderGraph(view: View, parties: Parties): Html {
  const t = words[view.language];
  const { events } = parties;
  const graph = linked(parties.graph);
  return layout(view, {
    title: t.graph,
    lead: `${t.graphLead} ${formatCount(events, t.count.events, view.language)}.`,
    scripts: ['/assets/graphology.js', '/assets/sigma.js', '/assets/graph.js'],
    main: html`${periodForm(view)}
    ${graph.edges.length === 0 ? nothing(view) : html`${drawing(view, graph)} ${table(view, graph)}`}`,
  });
}

/** Without those who act alone: they have nothing to be drawn to. */
function linked({ nodes, edges }: PartyGraph): PartyGraph {
  const joined = new Set(edges.flatMap(({ parties }) => parties));
  return { nodes: nodes.filter(({ entity }) => joined.has(entity.id)), edges };
}

function periodForm(view: View): Html {
  const t = words[view.language];
  const types = happeningTypes.map((type) => [type, t.claimType[type]] as const);
  return html`<form class="filters" action="/graph" aria-label="${t.filter}">
    ${carried(view, ['lang', 'letters', 'as-of'])}
    <label>${t.partyOrSubject} <input name="about" value="${view.aboutName ?? ''}" maxlength="200" /></label>
    <label>${t.type} ${selectField('type', [['', t.all], ...types], view.query.get('type'))}</label>
    <label>${t.from} ${dayField(view, { name: 'from', value: view.query.get('from') ?? '' })}</label>
    <label>${t.until} ${dayField(view, { name: 'to', value: view.query.get('to') ?? '' })}</label>
    <button>${t.apply}</button>
  </form>`;
}

/** The graph as a picture; the script reads it off and draws it over with one that can be moved and zoomed. */
function drawing(view: View, graph: PartyGraph): Html {
  const t = words[view.language];
  const places = layoutOf(graph);
  const most = graph.nodes[0]?.events ?? 1;
  const heaviest = graph.edges[0]?.events.length ?? 1;
  const numbers = new Map(graph.nodes.map(({ entity }, n) => [entity.id, n]));
  return html`<figure class="graph" tabindex="0">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${t.graphLabel}">
      ${graph.edges.map(({ parties, events }) => {
        const [a, b] = parties.map((id) => scaled(placeOf(places, id)));
        return html`<line
          data-ends="${parties.map((id) => numbers.get(id)).join(' ')}"
          x1="${a?.x}"
          y1="${a?.y}"
          x2="${b?.x}"
          y2="${b?.y}"
          stroke-width="${(1 + 7 * Math.sqrt(events.length / heaviest)).toFixed(1)}"
        ></line>`;
      })}
      ${graph.nodes.map(({ entity, events }) => {
        const { x, y } = scaled(placeOf(places, entity.id));
        const radius = 4 + 14 * Math.sqrt(events / most);
        const name = nameOf(view, entity);
        return html`<g class="${entity.type}" data-href="${hrefTo(view, `/entities/${entity.id}`)}">
          <title>${name}</title>
          <circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}"></circle>
          <text y="${(y + radius).toFixed(1)}"
            >${nameLines(name).map((line) => html`<tspan x="${x}" dy="17">${line}</tspan>`)}</text
          >
        </g>`;
      })}
    </svg>
  </figure>`;
}

/** Units of a line, and lines, that a name has under its circle. */
const lineLength = 24;
const mostLines = 2;

/** «Организация по морской безопасности пролива» → «Организация по морской / безопасности пролива»; what is beyond is cut. */
function nameLines(name: string): readonly string[] {
  const lines: string[] = [];
  let rest = name;
  while (rest.length > lineLength && lines.length < mostLines - 1) {
    const end = rest.lastIndexOf(' ', lineLength);
    if (end <= 0) break;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  return [...lines, short(rest, lineLength)];
}

function table(view: View, { edges }: PartyGraph): Html {
  const t = words[view.language];
  return html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="graph-table">
    <table>
      <caption id="graph-table">
        ${t.graphTable}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t.parties}</th>
          <th scope="col" class="number">${t.events}</th>
          <th scope="col">${t.type}</th>
          <th scope="col">${t.period}</th>
        </tr>
      </thead>
      <tbody>
        ${edges.slice(0, mostRows).map((edge) => row(view, edge))}
      </tbody>
    </table>
  </div>`;
}

function row(view: View, { parties, events, types, from, to }: PartyEdge): Html {
  const t = words[view.language];
  const [a, b] = parties.map((id) => {
    const entity = view.cited.entities.get(id);
    return html`<a href="${listHref(view, `/entities/${id}`)}">${entity ? nameOf(view, entity) : id}</a>`;
  });
  const kinds = claimTypes.flatMap((type) => {
    const count = types[type];
    return count === undefined ? [] : `${t.claimType[type].toLowerCase()} ${formatNumber(count, view.language)}`;
  });
  return html`<tr>
    <th scope="row">${a} — ${b}</th>
    <td class="number">${formatNumber(events.length, view.language)}</td>
    <td>${kinds.join(', ')}</td>
    <td>${formatRange({ from, to }, view.language)}</td>
  </tr>`;
}

function placeOf(places: ReadonlyMap<string, Place>, id: string): Place {
  return places.get(id) ?? { x: 0.5, y: 0.5 };
}

/** Within the picture, with room for the names. */
function scaled({ x, y }: Place): { readonly x: number; readonly y: number } {
  return { x: Math.round(120 + x * (width - 240)), y: Math.round(35 + y * (height - 105)) };
}
