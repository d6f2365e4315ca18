/** Every format in which a record, or a part of one, can be taken away: what it is called, and what it is for. */
export const exportFormats = [
  {
    name: 'jsonl',
    file: 'record.jsonl',
    type: 'application/jsonl',
    use: 'one JSON object a line: the record itself (docs/format.md)',
  },
  {
    name: 'csv',
    file: 'timeline.csv',
    type: 'text/csv',
    use: 'one table',
  },
  {
    name: 'xlsx',
    file: 'record.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    use: 'all tables as a workbook with its codebook',
  },
  {
    name: 'ics',
    file: 'due.ics',
    type: 'text/calendar',
    use: 'due days as a calendar',
  },
  {
    name: 'markdown',
    file: 'brief.md',
    type: 'text/markdown',
    use: 'a brief with footnotes',
  },
  {
    name: 'html',
    file: 'brief.html',
    type: 'text/html',
    use: 'the brief as one HTML file',
  },
  {
    name: 'json-ld',
    file: 'record.jsonld',
    type: 'application/ld+json',
    use: 'linked data in the words of schema.org (Claim)',
  },
  {
    name: 'annotations',
    file: 'annotations.jsonld',
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    use: 'W3C Web Annotations on the articles',
  },
  {
    name: 'ftm',
    file: 'entities.ftm.json',
    type: 'application/x-ndjson',
    use: 'FollowTheMoney entities, one a line, for Aleph and OpenSanctions tools',
  },
  {
    name: 'plover',
    file: 'plover.csv',
    type: 'text/csv',
    use: 'PLOVER events in the columns of POLECAT (docs/plover.md)',
  },
  {
    name: 'timelinejs',
    file: 'timeline.json',
    type: 'application/json',
    use: 'TimelineJS',
  },
  {
    name: 'gexf',
    file: 'parties.gexf',
    type: 'application/gexf+xml',
    use: 'the graph of parties for Gephi',
  },
  {
    name: 'csl',
    file: 'sources.csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    use: 'the articles as CSL-JSON for Zotero and pandoc',
  },
  {
    name: 'atom',
    file: 'news.atom',
    type: 'application/atom+xml',
    use: 'the newest articles as a feed',
  },
] as const;

export type ExportName = (typeof exportFormats)[number]['name'];
