/**
 * Buildings and seats that the press uses for a government or a body: «Кремль заявил». Capitals stand in `states.data.ts`.
 *
 * One line each: name | id of the state, or the short name of the body | what the name stands for, the reason kept with a mention.
 */
export const metonymLines = `
Кремль|Q159|seat of the president of Russia
Смоленская площадь|Q159|seat of Russia's foreign ministry
Белый дом|Q30|seat of the president of the United States
Пентагон|Q30|seat of the United States' department of defence
Капитолий|Q30|seat of the congress of the United States
Госдеп|Q30|foreign ministry of the United States
Госдепартамент|Q30|foreign ministry of the United States
Даунинг-стрит|Q145|seat of the prime minister of the United Kingdom
Вестминстер|Q145|seat of the parliament of the United Kingdom
Форин-офис|Q145|foreign ministry of the United Kingdom
Елисейский дворец|Q142|seat of the president of France
Бундестаг|Q183|parliament of Germany
Банковая|Q212|street of the office of the president of Ukraine
Верховная рада|Q212|parliament of Ukraine
Кнессет|Q801|parliament of Israel
Ак-Орда|Q232|seat of the president of Kazakhstan
Акорда|Q232|seat of the president of Kazakhstan
Чжуннаньхай|Q148|seat of China's leadership
Голубой дом|Q884|seat of the president of South Korea
Брюссель|ЕС|seat of the European Union
`;
