// The house's layers: who may import whom, and which folder owns which package. biome.layers.json is made of this.

/** Layer → the layers it may import. What is not listed is refused. */
export const LAYERS = {
  start: [],
  util: [],
  terminal: ['util'],
  contract: ['util'],
  config: ['util', 'contract'],
  rpc: ['util', 'contract'],
  codex: ['util', 'contract'],
  bus: ['util', 'contract'],
  workers: ['util', 'contract', 'codex'],
  status: ['util', 'contract'],
  metrics: ['util', 'contract'],
  review: ['util', 'contract'],
  notify: ['util', 'contract', 'status', 'review'],
  broker: ['util', 'contract', 'config', 'rpc', 'codex', 'bus', 'workers', 'status', 'metrics', 'notify'],
  client: ['util', 'contract', 'config', 'rpc', 'bus', 'status', 'review'],
  cli: ['start', 'util', 'terminal', 'contract', 'config', 'codex', 'bus', 'status', 'review', 'notify', 'client'],
};

/** Package (or module of Node's) → the one layer that imports it. */
export const OWNERS = {
  zeromq: 'bus',
  msgpackr: 'bus',
  'msgpackr/pack': 'bus',
  'msgpackr/unpack': 'bus',
  piscina: 'workers',
  'node:worker_threads': 'workers',
  'nanoid/non-secure': 'contract',
  'fast-sha256': 'util',
  leven: 'config',
  ms: 'config',
  'smol-toml': 'config',
  commander: 'cli',
  'markdown-table': 'cli',
  'modern-tar': 'cli',
  'pretty-ms': 'util',
  'ansi-escapes': 'terminal',
  'string-width': 'terminal',
  'wrap-ansi': 'terminal',
  picocolors: 'terminal',
};

export function layerConfig() {
  return { overrides: Object.keys(LAYERS).map(overrideOf) };
}

function overrideOf(layer) {
  const allowed = LAYERS[layer];
  const refused = Object.keys(LAYERS).filter((other) => other !== layer && !allowed.includes(other));
  const foreign = Object.entries(OWNERS).filter(([, owner]) => owner !== layer);
  const message = `src/${layer} imports only from: ${allowed.join(', ') || 'nothing'} (ARCHITECTURE.md, Layers)`;
  const options = {
    paths: Object.fromEntries(
      foreign.map(([name, owner]) => [name, `Only src/${owner} imports ${name} (ARCHITECTURE.md, Parts)`]),
    ),
    patterns: refused.length === 0 ? [] : [{ group: refused.map((other) => `**/${other}/**`), message }],
  };
  const rules = { style: { noRestrictedImports: { level: 'error', options } } };
  return { includes: [`src/${layer}/**`], linter: { rules } };
}
