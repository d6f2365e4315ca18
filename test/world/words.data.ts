/** Invented names, and how Russian declines them. Nothing here names anything real. */

/** Nominative, genitive, dative, accusative, instrumental, prepositional. */
export interface Forms {
  readonly nom: string;
  readonly gen: string;
  readonly dat: string;
  readonly acc: string;
  readonly ins: string;
  readonly loc: string;
}

/** «Арвения» out of «Арвен». */
export function declineState(stem: string): Forms {
  return forms(`${stem}ия`, `${stem}ии`, `${stem}ии`, `${stem}ию`, `${stem}ией`, `${stem}ии`);
}

/** A masculine noun on a hard consonant: «Лурвик». */
export function declineHard(nom: string): Forms {
  return forms(nom, `${nom}а`, `${nom}у`, nom, `${nom}ом`, `${nom}е`);
}

/** «Андрей Орлов», «Марина Лугова», «Ян Вельский», «Юхан Торн». */
export function declinePerson(first: string, last: string): Forms {
  const [a, b] = [declineFirst(first), declineLast(last)];
  const both = (key: keyof Forms) => `${a[key]} ${b[key]}`;
  return { nom: both('nom'), gen: both('gen'), dat: both('dat'), acc: both('acc'), ins: both('ins'), loc: both('loc') };
}

function declineFirst(name: string): Forms {
  if (name.endsWith('й')) {
    const stem = name.slice(0, -1);
    return forms(name, `${stem}я`, `${stem}ю`, `${stem}я`, `${stem}ем`, `${stem}е`);
  }
  if (name.endsWith('а')) {
    const stem = name.slice(0, -1);
    const genitive = /[гкх]$/u.test(stem) ? `${stem}и` : `${stem}ы`;
    return forms(name, genitive, `${stem}е`, `${stem}у`, `${stem}ой`, `${stem}е`);
  }
  return forms(name, `${name}а`, `${name}у`, `${name}а`, `${name}ом`, `${name}е`);
}

export function declineLast(name: string): Forms {
  if (name.endsWith('ский')) {
    const stem = name.slice(0, -2);
    return forms(name, `${stem}ого`, `${stem}ому`, `${stem}ого`, `${stem}им`, `${stem}ом`);
  }
  if (name.endsWith('ова') || name.endsWith('ева')) {
    const stem = name.slice(0, -1);
    return forms(name, `${stem}ой`, `${stem}ой`, `${stem}у`, `${stem}ой`, `${stem}ой`);
  }
  const ins = /[ое]в$/u.test(name) ? `${name}ым` : `${name}ом`;
  return forms(name, `${name}а`, `${name}у`, `${name}а`, ins, `${name}е`);
}

function forms(nom: string, gen: string, dat: string, acc: string, ins: string, loc: string): Forms {
  return { nom, gen, dat, acc, ins, loc };
}

export const stateStems = ['Арвен', 'Белмор', 'Корвал', 'Дельгар', 'Эстрен', 'Фарлан', 'Гелтор', 'Оркад'];
export const capitals = ['Лурвик', 'Тервин', 'Майлок', 'Орстен', 'Вальмир', 'Керстад', 'Рудвар', 'Сольмек'];
export const menNames = [
  'Андрей',
  'Ян',
  'Юхан',
  'Глеб',
  'Марк',
  'Сергей',
  'Эдвин',
  'Олег',
  'Борис',
  'Тимофей',
  'Антон',
  'Густав',
];
export const womenNames = ['Марина', 'Инга', 'Вера', 'Алла', 'Лада', 'Нина'];
export const menSurnames = [
  'Орлов',
  'Вельский',
  'Торн',
  'Карвин',
  'Стахов',
  'Лужский',
  'Бергман',
  'Дайнов',
  'Рогальд',
  'Сетрин',
  'Мальцев',
  'Гранский',
  'Холмберт',
  'Ясенев',
  'Крестовский',
  'Фальк',
  'Зимин',
  'Полоцев',
  'Норд',
  'Ильменев',
];
export const womenSurnames = ['Орлова', 'Лугова', 'Ветренова', 'Стахова', 'Карелева', 'Озёрова'];
export const outlets = [
  'Северный курьер',
  'АВС-Пресс',
  'Голос пролива',
  'Вечерний телеграф',
  'Обозрение',
  'Портовые вести',
];

/** What treaties are about, after «о» or «об». */
export const treatySubjects = [
  'взаимной охране границы',
  'совместном использовании рек',
  'торговле зерном и древесиной',
  'обмене студентами',
  'едином таможенном досмотре',
  'спасении на море',
  'строительстве Восточного канала',
  'помощи при стихийных бедствиях',
  'воздушном сообщении',
  'совместной разработке рудников',
  'защите перелётных птиц',
  'признании дипломов',
  'борьбе с лесными пожарами',
  'прокладке подводного кабеля',
  'рыболовных квотах',
  'охране музейных собраний',
];

/** Kinds of equipment: nominative plural, genitive plural. */
export const equipment: readonly (readonly [string, string])[] = [
  ['вертолёты', 'вертолётов'],
  ['патрульные катера', 'патрульных катеров'],
  ['грузовики', 'грузовиков'],
  ['радары', 'радаров'],
  ['самолёты', 'самолётов'],
  ['локомотивы', 'локомотивов'],
  ['буксиры', 'буксиров'],
  ['тягачи', 'тягачей'],
];
export const marks = ['Рысь-4', 'Буран-12', 'Ветер-7', 'Тур-30', 'Сокол-9', 'Вепрь-2', 'Чайка-5', 'Лось-8'];
export const exerciseNames = [
  'Снежный барс',
  'Прилив',
  'Каменный мост',
  'Янтарный щит',
  'Полярная сова',
  'Длинный берег',
  'Тихий лес',
  'Буревестник',
];

export const months: readonly Forms[] = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
].map((nom) => {
  const stem = nom.replace(/[ьй]$/u, '');
  return nom === 'март' || nom === 'август'
    ? declineHard(nom)
    : forms(nom, `${stem}я`, `${stem}ю`, nom, `${stem}ем`, `${stem}е`);
});
export const ordinals = ['первая', 'вторая', 'третья'];
export const ordinalsAcc = ['первую', 'вторую', 'третью'];
export const ordinalsGen = ['первой', 'второй', 'третьей'];
