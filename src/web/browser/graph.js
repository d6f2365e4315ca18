// The graph of parties, read off its picture and drawn so that it can be moved and zoomed; a click opens a party. Without
// WebGL the picture stays.
/* global graphology, Sigma */

const fontSize = 13;
const lineHeight = 15;

for (const figure of document.querySelectorAll('figure.graph')) draw(figure);

/** @param {HTMLElement} figure */
function draw(figure) {
  // Under a finger the page is to move, not the graph: there the picture stays.
  if (matchMedia('(pointer: coarse)').matches || !document.createElement('canvas').getContext('webgl2')) return;
  const graph = graphOf(figure.querySelector('svg'));
  const host = document.createElement('div');
  host.className = 'graph-host';
  figure.append(host);
  const style = getComputedStyle(figure);
  const paper = getComputedStyle(document.body).backgroundColor;
  const writeName = nameWriter(host, { ink: style.color, paper, font: `600 ${fontSize}px ${style.fontFamily}` });
  const sigma = new Sigma(graph, host, {
    labelRenderedSizeThreshold: 5,
    stagePadding: 50,
    defaultDrawNodeLabel: writeName,
    defaultDrawNodeHover: (context, node) => {
      ring(context, node, style.color);
      writeName(context, node);
    },
  });
  figure.classList.add('drawn');
  // The wheel moves the page; with Ctrl or Cmd it zooms the graph.
  sigma.getMouseCaptor().on('wheel', (event) => {
    if (!event.original.ctrlKey && !event.original.metaKey) event.preventSigmaDefault();
  });
  sigma.on('clickNode', ({ node }) => location.assign(graph.getNodeAttribute(node, 'href')));
  sigma.on('enterNode', () => host.classList.add('over'));
  sigma.on('leaveNode', () => host.classList.remove('over'));
}

/** What the picture shows, with its places, sizes and colours as they come out by day or by night. */
function graphOf(picture) {
  const graph = new graphology.UndirectedGraph();
  for (const [n, group] of picture.querySelectorAll('g').entries()) {
    const circle = group.querySelector('circle');
    const number = (name) => Number(circle.getAttribute(name));
    graph.addNode(n, {
      x: number('cx'),
      y: -number('cy'),
      size: number('r') * 0.9,
      color: getComputedStyle(circle).fill,
      label: group.querySelector('title').textContent,
      lines: Array.from(group.querySelectorAll('tspan'), (line) => line.textContent),
      href: group.dataset.href,
    });
  }
  for (const line of picture.querySelectorAll('line')) {
    const [from, to] = line.dataset.ends.split(' ');
    const size = Number(line.getAttribute('stroke-width')) * 0.7;
    graph.addEdge(from, to, { size, color: getComputedStyle(line).stroke });
  }
  return graph;
}

/** Writes names under their circles, as the picture has them, within the drawing and legible over the lines. */
function nameWriter(host, { ink, paper, font }) {
  return (context, { x, y, size, lines }) => {
    Object.assign(context, {
      font,
      textAlign: 'center',
      lineJoin: 'round',
      lineWidth: 4,
      strokeStyle: paper,
      fillStyle: ink,
    });
    for (const [i, line] of lines.entries()) {
      const half = context.measureText(line).width / 2 + 2;
      const middle = Math.max(half, Math.min(x, host.clientWidth - half));
      const base = y + size + (i + 1) * lineHeight;
      context.strokeText(line, middle, base);
      context.fillText(line, middle, base);
    }
  };
}

/** A ring around the circle that the mouse is over. */
function ring(context, { x, y, size }, ink) {
  context.beginPath();
  context.arc(x, y, size + 2, 0, 2 * Math.PI);
  Object.assign(context, { strokeStyle: ink, lineWidth: 2 });
  context.stroke();
}
