import { parseTimesAndQuantities } from '../src/language/ru/time/parse-times-and-quantities.ts';

/** Invented sentences of news with about as many dates and figures as news has. */
const sentences = [
  'Министр иностранных дел заявил 14 января, что стороны продолжат обсуждение проекта соглашения о поставках.',
  'Делегации встретились в столице и обменялись мнениями по широкому кругу вопросов двусторонней повестки.',
  'Товарооборот за девять месяцев 2024 года вырос на 3% и достиг порядка 52 млрд долларов, сообщила пресс-служба.',
  'По словам представителя ведомства, работа над документом ведётся в рабочем порядке и близка к завершению.',
  'Учения пройдут 10–16 сентября на двух полигонах, в них примут участие более 2,5 тысячи военнослужащих.',
  'Он подчеркнул, что партнёры намерены и впредь согласовывать позиции на международных площадках.',
];

/** Megabytes of UTF-8 text a second for times and quantities together, on one core, from raw text; processor time, so that a busy machine does not blur it. */
export async function run(): Promise<void> {
  const article = Array.from({ length: 20 }, (_, i) => sentences[i % sentences.length]).join(' ');
  const megabytes = Buffer.byteLength(article) / 1e6;
  const rounds = Math.ceil(10 / megabytes);
  for (let i = 0; i < 50; i += 1) parseTimesAndQuantities(article, { reference: '2025-02-26' });
  const started = process.cpuUsage();
  let found = 0;
  for (let i = 0; i < rounds; i += 1) {
    const { times, quantities } = parseTimesAndQuantities(article, { reference: '2025-02-26' });
    found += times.length + quantities.length;
  }
  const used = process.cpuUsage(started);
  const seconds = (used.user + used.system) / 1e6;
  console.log(
    JSON.stringify({
      bench: 'time',
      megabytesPerSecond: Number(((rounds * megabytes) / seconds).toFixed(2)),
      found,
      seconds: Number(seconds.toFixed(2)),
    }),
  );
}
