import { partyGraphOf } from '../model/party-graph.ts';
import type { Record } from '../model/record.ts';
import { publicRecord } from './public-record.ts';
import { xmlText } from './xml.ts';

/** Who takes part in what together, as GEXF 1.3 for Gephi: nodes with their kinds, edges with weights and the days they span. */
export function renderGexf(record: Record): string {
  const shown = publicRecord(record);
  const { nodes, edges } = partyGraphOf(shown.events, new Map(shown.entities.map((entity) => [entity.id, entity])));
  const nodeLines = nodes.map(
    ({ entity, events }) =>
      `<node id="${xmlText(entity.id)}" label="${xmlText(entity.name)}"><attvalues><attvalue for="type" value="${entity.type}"/><attvalue for="events" value="${events}"/></attvalues></node>`,
  );
  const edgeLines = edges.map(({ parties: [a, b], events, types, from, to }, i) => {
    const kinds = Object.entries(types).map(([type, count]) => `${type} ${count}`);
    return `<edge id="${i}" source="${xmlText(a)}" target="${xmlText(b)}" weight="${events.length}"><attvalues><attvalue for="kinds" value="${kinds.join(', ')}"/><attvalue for="from" value="${from ?? ''}"/><attvalue for="to" value="${to ?? ''}"/></attvalues></edge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Servanda ${xmlText(record.header.engine)}</creator><description>As of ${record.header.asOf}</description></meta>
<graph defaultedgetype="undirected" mode="static">
<attributes class="node"><attribute id="type" title="type" type="string"/><attribute id="events" title="events" type="integer"/></attributes>
<attributes class="edge"><attribute id="kinds" title="kinds" type="string"/><attribute id="from" title="from" type="string"/><attribute id="to" title="to" type="string"/></attributes>
<nodes>${nodeLines.join('\n')}</nodes>
<edges>${edgeLines.join('\n')}</edges>
</graph>
</gexf>
`;
}
