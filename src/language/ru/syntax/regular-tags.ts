/**
 * Tags of the treebank's manner that stand for a whole table, written as `Bundle` is: «VERB Animacy=Inan|Aspect=Perf|Case=Loc|…».
 * The net knows those that it was taught; `fitBundles` needs the others too, as the dictionary has every participle.
 */
export function regularTags(): readonly string[] {
  return [...participles(), ...ordinals(), ...relatives()];
}

const cases = ['Acc', 'Dat', 'Gen', 'Ins', 'Loc', 'Nom'];
const animacies = ['Anim', 'Inan'];

/** «…|Gender=Fem|Number=Sing» in each gender and «…|Number=Plur». */
const numbers = ['Gender=Fem|Number=Sing', 'Gender=Masc|Number=Sing', 'Gender=Neut|Number=Sing', 'Number=Plur'];

/** «подписавшая», «обсуждаемых», «строящемуся» */
function participles(): readonly string[] {
  return animacies.flatMap((animacy) =>
    ['Imp', 'Perf'].flatMap((aspect) =>
      cases.flatMap((of) =>
        numbers.flatMap((number) =>
          ['Past', 'Pres'].flatMap((tense) =>
            ['Act', 'Pass'].map(
              (voice) =>
                `VERB Animacy=${animacy}|Aspect=${aspect}|Case=${of}|${number}|Tense=${tense}|VerbForm=Part|Voice=${voice}`,
            ),
          ),
        ),
      ),
    ),
  );
}

/** «3-й», «1980-х» */
function ordinals(): readonly string[] {
  return cases.flatMap((of) =>
    numbers.flatMap((number) =>
      ['', 'Animacy=Anim|', 'Animacy=Inan|'].map((animacy) => `ADJ ${animacy}Case=${of}|${number}`),
    ),
  );
}

/** «которой» */
function relatives(): readonly string[] {
  return animacies.flatMap((animacy) =>
    cases.flatMap((of) => numbers.map((number) => `PRON Animacy=${animacy}|Case=${of}|${number}`)),
  );
}
