import { dayText } from '../../src/record/window.ts';
import type { Dice, Fact, WorldPerson } from './make-world.ts';
import { months, ordinals, ordinalsAcc, ordinalsGen, type Forms } from './words.data.ts';

/** What an article tells of a fact. */
export type Telling = 'plan' | 'done' | 'denied' | 'cancelled' | 'moved';

/** How it is told: the day or month in words (empty where left out), by names or posts, with the value as this outlet has it. */
export interface Manner {
  readonly when: string;
  readonly value: number;
  readonly withPosts: boolean;
  readonly withPlace: boolean;
  /** How this article calls the fact's people, in their order. */
  readonly called: readonly Forms[];
}

/** A sentence that tells a fact, out of several wordings. */
export function sentenceOf(dice: Dice, fact: Fact, telling: Telling, manner: Manner): string {
  const key = `${fact.type}${fact.stage ? ` ${fact.stage}` : ''} ${telling}`;
  const wordings = wordingsOf(fact, manner)[key];
  if (!wordings) throw new Error(`no wording for ${key}`);
  const raw = dice.pick(wordings).replaceAll(/\s+/gu, ' ').replaceAll(' ,', ',').replaceAll(' .', '.').trim();
  return raw.charAt(0).toUpperCase() + raw.slice(1);
}

/** «14 мая», «14 мая 2024 года» */
export function dayInWords(day: number, withYear: boolean): string {
  const [year = '', month = '1', date = '1'] = dayText(day).split('-');
  return `${Number(date)} ${months[Number(month) - 1]?.gen}${withYear ? ` ${year} года` : ''}`;
}

/** «в мае», «в мае 2024 года» */
export function monthInWords(day: number, withYear: boolean): string {
  const [year = '', month = '1'] = dayText(day).split('-');
  return `в ${months[Number(month) - 1]?.loc}${withYear ? ` ${year} года` : ''}`;
}

/** «в мае 2024 года» → «на май 2024 года»: for when something is set. */
function until(when: string): string {
  const month = months.find(({ loc }) => new RegExp(`^в ${loc}(?!\\p{L})`, 'u').test(when));
  return month ? when.replace(`в ${month.loc}`, `на ${month.acc}`) : when;
}

/** «президент Арвении Андрей Орлов», or the name alone. */
function personIn(
  person: WorldPerson | undefined,
  name: Forms | undefined,
  form: 'nom' | 'gen' | 'ins',
  withPost: boolean,
): string {
  if (!person || !name) return '';
  return withPost ? `${postIn(person.post, form)} ${person.state.name.gen} ${name[form]}` : name[form];
}

function postIn(post: string, form: 'nom' | 'gen' | 'ins'): string {
  const [head = '', ...rest] = post.split(' ');
  const end = form === 'nom' ? '' : form === 'gen' ? 'а' : 'ом';
  return [`${head}${end}`, ...rest].join(' ');
}

function wordingsOf(
  fact: Fact,
  { when, value, withPosts, withPlace, called }: Manner,
): Readonly<Partial<Record<string, readonly string[]>>> {
  const [a, b] = fact.states.map((s) => s.name);
  const [one, other] = fact.people;
  const thing = fact.thing?.name ?? '';
  const place = withPlace && fact.place ? `в ${fact.place.loc}` : '';
  if (!a || !b) return {};
  switch (fact.type) {
    case 'agreement': {
      const treaty = thing;
      const ofTreaty = thing.replace('договор', 'договора');
      return {
        'agreement drafted done': [
          `${a.nom} и ${b.nom} ${when} подготовили проект ${ofTreaty}.`,
          `Проект ${ofTreaty} ${when} разработали дипломаты ${a.gen} и ${b.gen}.`,
          `Рабочая группа ${a.gen} и ${b.gen} ${when} завершила работу над проектом ${ofTreaty}.`,
        ],
        'agreement signed plan': [
          `${a.nom} и ${b.nom} планируют ${when} подписать ${treaty}.`,
          `Подписание ${ofTreaty} между ${a.ins} и ${b.ins} намечено ${until(when)}.`,
          `${treaty} между ${a.ins} и ${b.ins} может быть подписан ${when}.`,
          `Как ожидается, ${when} ${a.nom} и ${b.nom} подпишут ${treaty}.`,
        ],
        'agreement signed moved': [
          `Подписание ${ofTreaty} между ${a.ins} и ${b.ins} отложено: теперь его подпишут ${when}.`,
          `${a.nom} и ${b.nom} перенесли подписание ${ofTreaty}, документ подпишут ${when}.`,
        ],
        'agreement signed done': [
          `${a.nom} и ${b.nom} ${when} подписали ${treaty}.`,
          `${treaty} между ${a.ins} и ${b.ins} был подписан ${when}.`,
          `Представители ${a.gen} и ${b.gen} поставили ${when} подписи под текстом ${ofTreaty}.`,
          `Состоялось подписание ${ofTreaty} между ${a.ins} и ${b.ins} (${when}).`.replace(' ()', ''),
        ],
        'agreement signed denied': [
          `${a.nom} и ${b.nom} так и не подписали ${treaty} ${when}.`,
          `Подписание ${ofTreaty} между ${a.ins} и ${b.ins} ${when} не состоялось.`,
        ],
        'agreement signed cancelled': [
          `${a.nom} отказалась от подписания ${ofTreaty} с ${b.ins}, намеченного ${when}.`,
          `Подписание ${ofTreaty} между ${a.ins} и ${b.ins}, намеченное ${when}, отменено.`,
        ],
        'agreement in-force done': [
          `${treaty} между ${a.ins} и ${b.ins} вступил в силу ${when}.`,
          `${when} начал действовать ${treaty}, который заключили ${a.nom} и ${b.nom}.`,
          `Вступил в силу ${treaty} между ${a.ins} и ${b.ins}${when ? ` — это произошло ${when}` : ''}.`,
        ],
      };
    }
    case 'meeting': {
      const both = `${personIn(one, called[0], 'nom', withPosts)} и ${personIn(other, called[1], 'nom', withPosts)}`;
      const ofBoth = `${personIn(one, called[0], 'gen', withPosts)} и ${personIn(other, called[1], 'gen', withPosts)}`;
      const met = one?.isWoman ? 'встретилась' : 'встретился';
      return {
        'meeting plan': [
          `${both} проведут переговоры ${place} ${when}.`,
          `Встреча ${ofBoth} запланирована ${until(when)} ${place}.`,
          `${when} ${both} намерены встретиться ${place}.`,
        ],
        'meeting moved': [`Встречу ${ofBoth} перенесли: она пройдёт ${place} ${when}.`],
        'meeting done': [
          `${both} провели ${when} переговоры ${place}.`,
          `${personIn(one, called[0], 'nom', withPosts)} ${when} ${met} ${place} с ${personIn(other, called[1], 'ins', withPosts)}.`,
          `${when} ${place} прошла встреча ${ofBoth}.`,
          `Переговоры ${ofBoth} состоялись ${place} ${when}.`,
        ],
        'meeting denied': [`Встреча ${ofBoth} ${when} не состоялась.`, `${both} так и не встретились ${when}.`],
        'meeting cancelled': [
          `Встреча ${ofBoth}, намеченная ${when}, отменена.`,
          `Стороны отменили встречу ${ofBoth}, которая должна была пройти ${when}.`,
        ],
      };
    }
    case 'exercise':
      return {
        'exercise plan': [
          `${a.nom} и ${b.nom} проведут ${when} учение «${thing}».`,
          `Учение «${thing}» с участием ${a.gen} и ${b.gen} пройдёт ${when}.`,
          `${when} военные ${a.gen} и ${b.gen} намерены провести манёвры «${thing}».`,
        ],
        'exercise moved': [`Учение «${thing}» с участием ${a.gen} и ${b.gen} перенесено, оно пройдёт ${when}.`],
        'exercise done': [
          `${a.nom} и ${b.nom} провели ${when} учение «${thing}».`,
          `Манёвры «${thing}», в которых участвовали ${a.nom} и ${b.nom}, прошли ${when}.`,
          `${when} состоялось учение «${thing}» с участием ${a.gen} и ${b.gen}.`,
        ],
        'exercise denied': [
          `Учение «${thing}» ${when} не состоялось.`,
          `${a.nom} и ${b.nom} так и не провели учение «${thing}» ${when}.`,
        ],
        'exercise cancelled': [`${a.nom} и ${b.nom} отменили учение «${thing}», намеченное ${when}.`],
      };
    case 'supply': {
      const [, genitive = '', mark = ''] = thing.split('|');
      const n = fact.ordinal - 1;
      const [first, firstAcc, firstGen] = [ordinals[n], ordinalsAcc[n], ordinalsGen[n]];
      const batch = `партию из ${value} ${genitive} «${mark}»`;
      return {
        'supply plan': [
          `${a.nom} обещает поставить ${b.dat} ${when} ${firstAcc} партию ${genitive} «${mark}».`,
          `${b.nom} рассчитывает получить ${firstAcc} партию ${genitive} «${mark}» из ${a.gen} ${when}.`,
          `Поставка ${firstGen} партии ${genitive} «${mark}» из ${a.gen} в ${b.acc} ожидается ${when}.`,
        ],
        'supply moved': [
          `Поставка ${firstGen} партии ${genitive} «${mark}» из ${a.gen} в ${b.acc} задерживается, её обещают завершить ${when}.`,
        ],
        'supply done': [
          `${a.nom} поставила ${b.dat} ${when} ${firstAcc} ${batch}.`,
          `${b.nom} получила ${when} из ${a.gen} ${firstAcc} ${batch}.`,
          `${first} партия из ${value} ${genitive} «${mark}» из ${a.gen} передана ${b.dat} ${when}.`,
        ],
        'supply denied': [`${a.nom} не поставила ${b.dat} ${firstAcc} партию ${genitive} «${mark}» ${when}.`],
        'supply cancelled': [
          `${a.nom} и ${b.nom} отменили поставку ${firstGen} партии ${genitive} «${mark}», намеченную ${when}.`,
        ],
      };
    }
    case 'figure': {
      const amount = `${String(value / 1e9).replace('.', ',')} млрд долларов`;
      return {
        'figure done': [
          `Товарооборот ${a.gen} и ${b.gen} ${when} составил ${amount}.`,
          `${when} товарооборот ${a.gen} и ${b.gen} достиг ${amount}.`,
          `Объём торговли между ${a.ins} и ${b.ins} ${when} вырос до ${amount}.`,
        ],
      };
    }
    default:
      return {};
  }
}
