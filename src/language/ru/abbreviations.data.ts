/**
 * Abbreviations written with a full stop that belongs to them, in `norm` form without the stop.
 * `before`: something always follows them, so their stop never ends a sentence («им. Ленина»).
 * `after`: they close a phrase and may end a sentence («в 2014 г.», «и др.»).
 * `unit`: usually written without a stop, so before a capital their stop is the sentence's own («5 км. Затем»).
 */
export type AbbreviationClass = 'before' | 'after' | 'unit';

const before = `
акад проф доц канд докт ген полк подп подполк лейт кап адм зам замест пом нач инж чл корр спец св преп вел
им ул пр-т просп пер пл наб бул б-р ш мкр корп стр кв оф эт пос дер дом хут ст-ца г-н г-жа гр гражд тов мр mr mrs ms dr prof st
оз хр о-в п-ов см ср напр сокр букв рис табл илл прим примеч гл разд подпункт абз ред изд сост авт отв худ реж муз
англ нем фр франц лат греч итал исп рус русск укр белор польск кит яп араб тур ивр санскр устар перен
ок род ум прибл тел факс моб доб макс мин корр сев юж зап вост центр гос соц полит экон рос росс сов мин-во
vs etc no vol pp ed inc ltd co corp jr sr
`;

const after = `
г гг в вв др пр тп тд н э ч час сут нед мес л руб коп долл дол тыс млн млрд трлн чел шт экз ед проц сек мин
обл респ р-н р-на р-не кр окр п пп ст стст с сс т тт м р к д е о и у а б ж ф з х
янв фев февр мар апр авг сен сент окт ноя нояб дек пн вт ср чт пт сб вс
кг км га мм гр мл фр
`;

const unit = `км кг га мм см мл млн млрд трлн гр м л ч мин сек с т р`;

/** Words that are written as abbreviations only beside something: in other places they are words of their own. */
export const alsoWords: ReadonlySet<string> = new Set(
  `им ум пер род дом стр кап ген ред дер спец пос тел мин сек час мар сен чел ток пом рос ум гол тур сов ред корр центр дол ед а и о у к с в ш пл нач шт
  прим рис вост вс пр экон ст хут кит кр no co ed st`.split(/\s+/u),
);

/** Name of a kind that a letter follows: «гепатит С.», «план Б.»; a stop after the letter is the sentence's. */
export const letteredNouns: ReadonlySet<string> = new Set(
  `витамин витамина витамины гепатит гепатита гепатитом гепатитов план плана класс класса класс группа группы категория категории буква буквы точка точки
  тип типа вариант варианта подъезд корпус корпуса литера пункт пункта блок блока линия литеры студия`.split(/\s+/u),
);

/** What is in two lists is of the later: «млн» may be a unit. */
export const abbreviations: ReadonlyMap<string, AbbreviationClass> = new Map([
  ...rows(before, 'before'),
  ...rows(after, 'after'),
  ...rows(unit, 'unit'),
]);

function rows(words: string, type: AbbreviationClass): readonly (readonly [string, AbbreviationClass])[] {
  return words
    .trim()
    .split(/\s+/u)
    .map((word) => [word, type] as const);
}
