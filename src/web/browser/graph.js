// The graph of parties, drawn so that it can be moved and zoomed; a click opens a party. Without WebGL the picture stays.
/* global graphology, Sigma */

for (const figure of document.querySelectorAll('[data-graph]')) draw(figure).catch(() => undefined);

/** @param {HTMLElement} figure */
async function draw(figure) {
  // Under a finger the page is to move, not the graph: there the picture stays.
  if (matchMedia('(pointer: coarse)').matches || !document.createElement('canvas').getContext('webgl2')) return;
  const { nodes, edges } = await (await fetch(figure.dataset.graph)).json();
  const style = getComputedStyle(figure);
  // The picture's own colours, as they come out by day or by night.
  const nodeColor = (type) =>
    getComputedStyle(figure.querySelector(`.${type} circle`) ?? figure.querySelector('circle')).fill;
  const edgeColor = getComputedStyle(figure.querySelector('line')).stroke;
  const most = Math.max(...nodes.map(({ events }) => events), 1);
  const heaviest = Math.max(...edges.map(([, , events]) => events), 1);
  const graph = new graphology.UndirectedGraph();
  for (const { id, type, label, events, x, y } of nodes) {
    graph.addNode(id, {
      x,
      y: -y * 0.62,
      label,
      size: 4 + 12 * Math.sqrt(events / most),
      color: nodeColor(type),
    });
  }
  for (const [from, to, events] of edges) {
    graph.addEdge(from, to, { size: 0.6 + 5 * Math.sqrt(events / heaviest), color: edgeColor });
  }
  const host = document.createElement('div');
  host.className = 'graph-host';
  figure.append(host);
  const sigma = new Sigma(graph, host, {
    labelColor: { color: style.color },
    labelFont: style.fontFamily,
    labelSize: 13,
    labelRenderedSizeThreshold: 5,
    stagePadding: 50,
  });
  figure.classList.add('drawn');
  // The wheel moves the page; with Ctrl or Cmd it zooms the graph.
  sigma.getMouseCaptor().on('wheel', (event) => {
    if (!event.original.ctrlKey && !event.original.metaKey) event.preventSigmaDefault();
  });
  sigma.on('clickNode', ({ node }) => location.assign(figure.dataset.entity.replace('ID', node)));
  sigma.on('enterNode', () => host.classList.add('over'));
  sigma.on('leaveNode', () => host.classList.remove('over'));
}
