// Some modules of Node's take milliseconds to load, and most commands call nothing of them. In a bundle that is made with this
// plugin they are loaded at the first call of something that was imported from them.
import { createRequire } from 'node:module';

const LATE = ['node:child_process', 'node:crypto', 'node:net', 'node:readline/promises'];

const LATE_ONE = new RegExp(`^(?:${LATE.join('|')})$`);
const NAMESPACE = 'late-builtin';

/** For bundles in CommonJS. */
export const lateBuiltins = {
  name: 'late-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LATE_ONE }, ({ path: name, namespace }) =>
      namespace === NAMESPACE
        ? { path: name, external: true }
        : { path: name, namespace: NAMESPACE, sideEffects: false },
    );
    onLoad({ filter: LATE_ONE, namespace: NAMESPACE }, ({ path: name }) => ({
      contents: standInFor(name),
      loader: 'js',
    }));
  },
};

/** A module with the same exports, each of which does what the real one does, once it is used. */
function standInFor(name) {
  const names = Object.keys(createRequire(import.meta.url)(name)).filter((key) => key !== 'default');
  return [
    `const real = (name) => require(${JSON.stringify(name)})[name];`,
    'const bound = (value, owner) => (typeof value === "function" ? value.bind(owner) : value);',
    `const later = (name) => new Proxy(function () {}, {
      apply: (_, self, args) => Reflect.apply(real(name), self, args),
      construct: (_, args) => Reflect.construct(real(name), args),
      get: (_, key) => (typeof real(name) === "function" ? real(name)[key] : bound(real(name)[key], real(name))),
    });`,
    ...names.map((key) => `export const ${key} = /* @__PURE__ */ later(${JSON.stringify(key)});`),
  ].join('\n');
}
