// One word for each thing, and no words that only sell. Each entry: what is looked for, and what to do instead.
const kAmerican = String.raw`behavior|color|favor|labeling|labeled|modeling|math|center|neighbor|catalog|analyz\w+`;
// Words that end like -ize and are none of it: size, resize, prize, seize and what is made of them.
const kNotIze = String.raw`(?:re|over|up|down|out)?siz(?:e|es|ed|ing)|priz(?:e|es|ed)|seiz(?:e|es|ed|ing)`;
const kSelling = [
  ...['journey', String.raw`unlock\w*`, String.raw`delv\w+`, String.raw`game[- ]chang\w+`, 'cutting[- ]edge'],
  ...[String.raw`revolution\w*`, String.raw`seamless\w*`, 'powerful', 'amazing', 'exciting', 'crucial', 'essential'],
  ...[
    'vital',
    String.raw`leverag\w+`,
    String.raw`harness(?:es|ed|ing)? the`,
    String.raw`empower\w*`,
    String.raw`supercharg\w*`,
  ],
  ...[String.raw`effortless\w*`, 'state[- ]of[- ]the[- ]art'],
].join('|');

const words = (pattern) => new RegExp(String.raw`\b(?:${pattern})\b`, 'i');

export const chosenWords = [
  [words('data-frames?|dataframes?'), 'write “data frame”'],
  [words('datasets?'), 'write “data set”'],
  [words('back[- ]end'), 'write “backend”'],
  [words(String.raw`backfill\w*`), 'write “back-fill”'],
  [/\d %/, 'write “80%”'],
  [words('frontend'), 'write “front end”'],
  [words(String.raw`fine tun\w+|finetun\w+`), 'write “fine-tuning”'],
  [words('hyper-parameters?'), 'write “hyperparameter”'],
  [words(String.raw`over-fit\w*`), 'write “overfitting”'],
  [new RegExp(String.raw`\b(?!(?:${kNotIze})\b)\w{3,}iz(?:e|es|ed|er|ers|ing|ation|ations)\b`, 'i'), 'write -ise'],
  [words(kAmerican), 'write it the British way'],
  [words(kSelling), 'say it plainly'],
  [words(String.raw`simply|just|obviously|of course|basically|in today's`), 'leave it out'],
  [/!(?:\s|$)/, 'no exclamation marks'],
  [/ {2,}|\s[,.;:](?:\s|$)|\.\.(?:\s|$)|[“”’]/, 'mend the signs'],
];
