/**
 * Names of men some of whose forms are those of a woman's name («Юлию», «Марины») that the press has three times as often or more:
 * what navec `news_v1_1B_250K_300d_100q` counts of both nominatives.
 */
export const rareNamesakes: ReadonlySet<string> = new Set(
  `аврор алевтин алий алин алисий алл альбин альфий анастасий анжел анжелин анит анник антонин анфис арин аэлит викторий вит диляр
   инар клавдий корнелий лидий марик марин нель нику октавий олесь раис сильвий стефаний ульян флавий флор эмилий юлий`.split(
    /\s+/u,
  ),
);
