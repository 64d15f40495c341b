// What a proof asks for, by the words that give it away, and the skills that teach it: one of these has to come before the
// skill, or be it. Kept by hand, and read with the first paragraph of each proof; the others are ways to do without.
export const proofWords = [
  [/\btrain(?:s|ed)?\b(?! a tabular)/i, ['splits-and-leakage', 'training-loop']],
  [/\b(?:re)?deploy\w*|\breleases?\b|\broll-?back\b|\broll back\b/i, ['ci-cd', 'production-services']],
  [/\bserve[sd]?\b/i, ['rest-apis', 'online-service', 'feature-pipelines']],
  [
    /\b(?:unit|automatic|randomised|property) tests?\b|\btests? (?:runs?|shows?|catch|turns?)\b|\btest suite\b/i,
    ['unit-tests'],
  ],
  [
    /\bdashboards?\b|\balerts?\b|\balarms?\b/i,
    ['production-services', 'data-validation', 'hypothesis-tests', 'distribution-shift'],
  ],
  [/(?<!local or )\brent(?:s|ed|ing)?\b/i, ['cloud-basics']],
  [/\bplots?\b/i, ['plotting']],
  [/\bNumPy\b/, ['numpy']],
  [/\bpandas\b/, ['pandas']],
  [/\bSQL\b|\bqueries for\b/, ['relational-databases']],
  [/\bscikit-learn\b/, ['scikit-learn']],
  [/\bPyTorch\b/, ['pytorch', 'gpu-environment']],
  [/\bGPUs?\b/, ['gpu-environment']],
  [/\bcontainers?\b|\bimage under\b/i, ['containers']],
  [/\bCI\b/, ['ci-cd']],
  [/\bpull requests?\b|\bcommits?\b|\bclean clone\b|\bfresh clone\b|\brepository\b/i, ['git-and-review']],
  [/\bHTTP\b|\bendpoint\b|\bREST\b/, ['rest-apis']],
  [/\bintervals?\b|\bbootstrap\b/i, ['estimation']],
  [/\bkappa\b/i, ['labelling']],
  [
    /\bcross-validation\b|\btest (?:rows|set|split|scenes|error)\b|\bunseen (?:rows|source|speakers)\b|\bheld-out\b|\bleak\b/i,
    ['splits-and-leakage'],
  ],
  [/\b(?:neural )?networks?\b(?! that depends| without|, and a)/i, ['neural-network', 'message-queues', 'unit-tests']],
  [/\bfine-tun\w+/i, ['training-loop']],
  [/\bp9[59]\b|\bload[- ]test\b|\brequests a second\b/i, ['performance-debugging', 'production-services']],
  [/\btopics?\b|\bdead-letter\b|\bbroker\b|\bconsumers?\b/i, ['message-queues']],
  [/\bbuckets?\b/i, ['cloud-basics']],
  [/\bParquet\b/, ['file-formats']],
  [/\bpods?\b/i, ['kubernetes-autoscaling']],
  [/\bpermutation|\bShapley\b/i, ['metrics']],
  [/\bAUC\b|\brecall\b|\bprecision\b|\bF1\b|\blog loss\b/, ['metrics', 'text-embeddings', 'vector-search']],
  [/\bmove[sd]? the alias|\bregistry\b/i, ['model-registry']],
  [/\bboost(?:ed|ing)\b/i, ['gradient-boosting']],
  [/\bdrift\b/i, ['distribution-shift', 'drift-monitoring']],
  [/\bschema\b(?= )/i, ['rest-apis', 'relational-databases']],
  [/\btraces?\b/i, ['gpu-profiling', 'lm-observability', 'performance-debugging', 'labelling', 'bias-sources']],
  [/\bjudge and people\b|\bjudge's\b/i, ['lm-evaluation']],
  [/\bembed\b/i, ['text-embeddings', 'embeddings']],
  [/\bprompts?\b/i, ['llm-first-contact', 'lm-basics']],
];

// Words in a proof for another person, which somebody who learns alone does not have.
export const otherPeople =
  /\b(?:colleagues?|strangers?|two (?:people|persons|engineers|labellers|listeners)|second person|outsider|a reader|people, blind|with product|ten users|real users|another person|practitioner)\b/i;
