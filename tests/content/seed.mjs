// What the roadmap must carry: the keys of its brief, and the words by which some of them are known.
const numbered = (table, rows) => Array.from({ length: rows }, (_, i) => `${table}${i + 1}`);

export const seedKeys = [
  ...numbered('A', 7), // why the role exists
  ...numbered('B', 12), // what a backend engineer does, the parts of a backend, its languages
  ...numbered('C', 10), // what an ML engineer does
  ...numbered('D', 7), // the skill set
  'E1', // interview preparation ends the road
  ...['E2a', 'E2b', 'E2c', 'E2d', 'E2e'], // questions people ask
];

// In small letters; looked for in titles, summaries, reasons, what is carried over and facts of the key's places.
export const breakdown = {
  A2: ['data engineering', 'software engineering', 'ci/cd', 'mlops', 'deployment', 'logging', 'monitoring'],
  A5: ['1.58 billion', '2017', '20.83 billion', '2024', '44.06', 'forbes'],
  A6: ['123,143', '92,378'],
  A7: ['40%', '1 million', '2023'],
  B11: ['server', 'application', 'database'],
  B12: ['python', 'php', 'sql', 'ruby on rails', 'java', '.net', 'haskell', 'clojure'],
  C10: ['visualise', 'shift'],
  D1: ['python first', 'javascript', 'easy but slower', 'c++', 'java and r', 'faster', 'harder'],
  D2: ['linear algebra', 'calculus', 'probability', 'statistics', 'how much'],
  D3: ['supervised', 'unsupervised', 'reinforcement'],
  D4: ['four phases', 'remove unneeded data', 'structural errors', 'outliers', 'missing values'],
  D5: [
    ...['computer vision', 'classification', 'image', 'video', 'natural language processing'],
    ...['speech', 'recognition', 'transcription', 'tensorflow', 'keras', 'pytorch'],
  ],
  D6: ['keep changing', 'data engineering', 'devops', 'dependable', 'notebooks and scripts', 'pipeline'],
  D7: ['database management', 'linux', 'unix', 'api development', 'data structures', 'algorithms'],
  E1: ['interview'],
};
