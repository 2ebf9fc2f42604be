import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/workers/thread.ts
import { threadId } from "node:worker_threads";

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
// @__NO_SIDE_EFFECTS__
function finite(message$1) {
  return {
    kind: "validation",
    type: "finite",
    reference: finite,
    async: false,
    expects: null,
    requirement: Number.isFinite,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_length",
    reference: maxLength,
    async: false,
    expects: `<=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
var ABORT_EARLY_CONFIG = { abortEarly: true };
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema, fallback$1) {
  return _standardSchema({
    ...schema,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function looseObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "loose_object",
    reference: looseObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function variant(key, options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "variant",
    reference: variant,
    expects: "Object",
    async: false,
    key,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        let outputDataset;
        let maxDiscriminatorPriority = 0;
        let invalidDiscriminatorKey = this.key;
        let expectedDiscriminators = [];
        const parseOptions = (variant$1, allKeys) => {
          for (const schema of variant$1.options) {
            if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
            else {
              let keysAreValid = true;
              let currentPriority = 0;
              for (const currentKey of allKeys) {
                const discriminatorSchema = schema.entries[currentKey];
                if (currentKey in input ? discriminatorSchema["~run"]({
                  typed: false,
                  value: input[currentKey]
                }, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
                  keysAreValid = false;
                  if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
                    maxDiscriminatorPriority = currentPriority;
                    invalidDiscriminatorKey = currentKey;
                    expectedDiscriminators = [];
                  }
                  if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
                  break;
                }
                currentPriority++;
              }
              if (keysAreValid) {
                const optionDataset = schema["~run"]({ value: input }, config$1);
                if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
              }
            }
            if (outputDataset && !outputDataset.issues) break;
          }
        };
        parseOptions(this, /* @__PURE__ */ new Set([this.key]));
        if (outputDataset) return outputDataset;
        _addIssue(this, "type", dataset, config$1, {
          input: input[invalidDiscriminatorKey],
          expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
          path: [{
            type: "object",
            origin: "value",
            input,
            key: invalidDiscriminatorKey,
            value: input[invalidDiscriminatorKey]
          }]
        });
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

// src/contract/fault.ts
var REASONS = [
  "app_server_exited",
  "app_server_unresponsive",
  "app_server_start_failed",
  "broker_lost",
  "worker_crashed",
  "queue_timeout",
  "start_timeout",
  "idle_timeout",
  "deadline_exceeded",
  "turn_failed",
  "turn_interrupted",
  "usage_limit",
  "unauthorized",
  "context_window",
  "server_overloaded",
  "protocol_error",
  "launch_failed",
  "orphaned",
  "internal"
];
var ReasonSchema = picklist(REASONS);
var FaultSchema = object({ reason: ReasonSchema, message: string() });
var Fault = class _Fault extends Error {
  name = "Fault";
  reason;
  constructor(reason, message, options) {
    super(message, options);
    this.reason = reason;
  }
  /** The only door by which a foreign error comes in. A Fault passes as it is; the cause is kept. */
  static from(error, reason = "internal") {
    if (error instanceof _Fault) return error;
    return new _Fault(reason, messageOf(error), { cause: error });
  }
  toData() {
    return { reason: this.reason, message: this.message };
  }
};
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

// src/codex/id.ts
var MAX_ID_CHARS = 200;
var IdSchema = pipe(string(), maxLength(MAX_ID_CHARS));

// src/codex/requests.ts
var OptionalText = nullish(string(), null);
var InitializeResultSchema = object({ userAgent: OptionalText, codexHome: OptionalText });
var ThreadResultSchema = object({
  thread: object({ id: pipe(IdSchema, minLength(1)), name: OptionalText }),
  model: OptionalText,
  reasoningEffort: OptionalText,
  sandbox: optional(pipe(unknown(), transform(sandboxWord)), null),
  approvalPolicy: optional(pipe(unknown(), transform(policyWord)), null)
});
var TurnStartResultSchema = object({
  turn: object({ id: pipe(IdSchema, minLength(1)), rootTurnId: OptionalText })
});
var AccountResultSchema = object({
  account: nullish(object({ type: string(), email: OptionalText, planType: OptionalText }), null),
  requiresOpenaiAuth: nullish(boolean(), null)
});
var ConfigResultSchema = object({
  config: object({
    model: OptionalText,
    model_provider: OptionalText,
    model_providers: fallback(nullish(record(string(), looseObject({ name: OptionalText })), {}), {})
  })
});
var ThreadListResultSchema = object({
  data: array(object({ id: string(), name: OptionalText, updatedAt: nullish(number(), null) }))
});
var ImportResultSchema = object({ importId: OptionalText });
var AnyResultSchema = unknown();
var CODEX_RESULTS = {
  initialize: InitializeResultSchema,
  "thread/start": ThreadResultSchema,
  "thread/resume": ThreadResultSchema,
  "thread/name/set": AnyResultSchema,
  "thread/unsubscribe": AnyResultSchema,
  "thread/loaded/list": AnyResultSchema,
  "turn/start": TurnStartResultSchema,
  "review/start": TurnStartResultSchema,
  "turn/interrupt": AnyResultSchema,
  "thread/backgroundTerminals/clean": AnyResultSchema,
  "account/read": AccountResultSchema,
  "config/read": ConfigResultSchema,
  "thread/list": ThreadListResultSchema,
  "externalAgentConfig/import": ImportResultSchema
};
function sandboxWord(sandbox) {
  if (typeof sandbox === "string") return sandbox;
  const parsed = safeParse(object({ type: string() }), sandbox);
  if (!parsed.success) return null;
  return parsed.output.type.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
function policyWord(policy) {
  if (typeof policy === "string") return policy;
  return typeof policy === "object" && policy !== null ? Object.keys(policy)[0] ?? null : null;
}

// src/util/deferred.ts
function deferred() {
  let resolve = () => void 0;
  let reject = () => void 0;
  const promise = new Promise((ok, fail) => {
    resolve = ok;
    reject = fail;
  });
  return { promise, resolve, reject };
}

// src/util/plain-text.ts
var ESC = "\x1B";
var BEL = "\x07";
var STRING = `(?:${ESC}[\\]PX^_]|[\x90\x98\x9D-\x9F])[^${BEL}${ESC}\x80-\x9F]*(?:${BEL}|${ESC}\\\\|\x9C)`;
var CSI = `(?:${ESC}\\[|\x9B)[0-?]*[ -/]*[@-~]`;
var SHORT = `${ESC}[ -/]*[0-~]`;
var SEQUENCES = new RegExp(`${STRING}|${CSI}|${SHORT}`, "gu");
var CONTROLS = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
function plainText(text) {
  return text.replaceAll("\r\n", "\n").replace(SEQUENCES, "").replace(CONTROLS, "");
}
function oneLine(text, limit) {
  const flat = plainText(text).replace(/\s+/gu, " ").trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1).replace(new RegExp("\\p{Cs}$", "u"), "")}\u2026`;
}

// src/codex/fields.ts
function fieldsOf(value) {
  return isRecord(value) ? value : {};
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

// src/codex/reasons.ts
var SERVER_OVERLOADED = -32001;
var PROTOCOL_CODES = /* @__PURE__ */ new Set([-32700, -32601]);
var UNAUTHORIZED_STATUS = 401;
var DETAILS_CHARS = 1e3;
var REASONS_BY_INFO = /* @__PURE__ */ new Map([
  ["usagelimitexceeded", "usage_limit"],
  ["unauthorized", "unauthorized"],
  ["contextwindowexceeded", "context_window"],
  ["serveroverloaded", "server_overloaded"]
]);
function faultOfTurnError(error) {
  return { reason: reasonOf(error.codexErrorInfo), message: sentenceOf(error) };
}
function sentenceOf({ message, additionalDetails }) {
  const details = oneLine(additionalDetails ?? "", DETAILS_CHARS);
  return details === "" || message.includes(details) ? message : `${message} (${details})`;
}
function faultOfRpcError(method, error) {
  const message = `Codex refused "${method}": ${error.message} (code ${error.code})`;
  return { reason: reasonOfRpc(error.code, error.data), message };
}
function reasonOfRpc(code, data) {
  if (code === SERVER_OVERLOADED) return "server_overloaded";
  if (PROTOCOL_CODES.has(code)) return "protocol_error";
  const { codexErrorInfo } = fieldsOf(data);
  return reasonOf(codexErrorInfo);
}
function reasonOf(info) {
  if (typeof info === "string") return reasonNamed(info);
  const [name = "", detail] = Object.entries(fieldsOf(info))[0] ?? [];
  const { httpStatusCode } = fieldsOf(detail);
  return httpStatusCode === UNAUTHORIZED_STATUS ? "unauthorized" : reasonNamed(name);
}
function reasonNamed(name) {
  return REASONS_BY_INFO.get(name.replaceAll("_", "").toLowerCase()) ?? "turn_failed";
}

// src/workers/call-fault.ts
function faultOfCall(method, error) {
  switch (error.kind) {
    case "rpc": {
      const { reason, message } = faultOfRpcError(method, error);
      return new Fault(reason, message);
    }
    case "deadline":
      return new Fault("start_timeout", error.message);
    case "closed":
      return new Fault("app_server_exited", error.message);
  }
}

// src/workers/link.ts
var Link = class {
  #port;
  #pending = /* @__PURE__ */ new Map();
  #listener;
  #early = [];
  #gone;
  #lastCallId = 0;
  constructor(port) {
    this.#port = port;
    port.on("message", (message) => this.#receive(message));
  }
  /** From here on `listener` hears everything, with what came before it first. */
  listen(listener) {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    if (early.length > 0) listener.onNotifications(early);
    if (this.#gone !== void 0) listener.onAppServerGone(this.#gone);
  }
  /** @throws Fault with the reason that the job fails with, should this call be what it fails on. */
  async call(method, params) {
    if (this.#gone !== void 0) throw this.#gone;
    this.#lastCallId += 1;
    const callId = this.#lastCallId;
    const answer = deferred();
    this.#pending.set(callId, { method, answer });
    this.#post({ type: "call", callId, method, params });
    const result = await answer.promise;
    const schema = CODEX_RESULTS[method];
    const parsed = safeParse(schema, result);
    if (parsed.success) return parsed.output;
    throw new Fault(
      "protocol_error",
      `Cannot read the app-server's answer to "${method}": ${parsed.issues[0].message}`
    );
  }
  /** `threadNumber` is Node's own number of this worker thread. */
  began(threadNumber) {
    this.#post({ type: "began", threadNumber });
  }
  threadReady(threadId2, resolved) {
    this.#post({ type: "threadReady", threadId: threadId2, resolved });
  }
  turnStarted(turnId) {
    this.#post({ type: "turnStarted", turnId });
  }
  report(facts) {
    if (facts.length > 0) this.#post({ type: "facts", facts });
  }
  /** Everything that was posted before is delivered. */
  close() {
    this.#port.close();
  }
  #post(message) {
    this.#port.postMessage(message);
  }
  #receive(message) {
    switch (message.type) {
      case "notifications":
        if (this.#listener === void 0) this.#early.push(...message.list);
        else this.#listener.onNotifications(message.list);
        return;
      case "result":
        this.#take(message.callId)?.answer.resolve(message.result);
        return;
      case "callFailed": {
        const pending = this.#take(message.callId);
        pending?.answer.reject(faultOfCall(pending.method, message.error));
        return;
      }
      case "appServerGone":
        this.#lose(new Fault(message.fault.reason, message.fault.message));
        return;
    }
  }
  #lose(fault) {
    this.#gone = fault;
    for (const { answer } of this.#pending.values()) answer.reject(fault);
    this.#pending.clear();
    this.#listener?.onAppServerGone(fault);
  }
  #take(callId) {
    const pending = this.#pending.get(callId);
    this.#pending.delete(callId);
    return pending;
  }
};

// src/workers/open-thread.ts
async function openThread(input, link) {
  const opened = await startOrResume(input, link);
  link.threadReady(opened.thread.id, {
    model: opened.model,
    effort: input.request.effort ?? opened.reasoningEffort,
    sandbox: opened.sandbox,
    approvalPolicy: opened.approvalPolicy,
    codexVersion: input.codexVersion
  });
  if (input.request.resumeThreadId === null) nameThread(input, link, opened.thread.id);
  return opened.thread.id;
}
function startOrResume({ cwd, request }, link) {
  const settings = settingsOf(cwd, request);
  const { resumeThreadId } = request;
  if (resumeThreadId === null) return link.call("thread/start", { ...settings, ephemeral: false });
  return link.call("thread/resume", { ...settings, threadId: resumeThreadId, excludeTurns: true });
}
function settingsOf(cwd, request) {
  const { sandbox, model, onApproval } = request;
  const config = overridesOf(request);
  return {
    cwd,
    // What is declined need not be asked.
    approvalPolicy: onApproval === "decline" ? "never" : "on-request",
    ...sandbox === null ? {} : { sandbox },
    ...model === null ? {} : { model },
    ...Object.keys(config).length === 0 ? {} : { config }
  };
}
function overridesOf({ network, addDirs, review, model, effort }) {
  return {
    ...network ? { "sandbox_workspace_write.network_access": true } : {},
    ...addDirs.length > 0 ? { "sandbox_workspace_write.writable_roots": [...addDirs] } : {},
    // A review has no parameters of its own for these, and a reviewer that may be another model than the thread's.
    ...review !== null && model !== null ? { review_model: model } : {},
    ...review !== null && effort !== null ? { model_reasoning_effort: effort } : {}
  };
}
function nameThread(input, link, threadId2) {
  link.call("thread/name/set", { threadId: threadId2, name: input.threadName }).catch(() => void 0);
}

// src/codex/items.ts
var MAX_PATH_CHARS = 4096;
var Text = nullish(string(), "");
var OptionalText2 = nullish(string(), null);
var Section = pipe(
  unknown(),
  transform((section) => fieldsOf(section)["text"] ?? section),
  string()
);
var Sections = nullish(array(Section), []);
var PathText = pipe(string(), maxLength(MAX_PATH_CHARS));
var common = { id: nullish(IdSchema, null) };
var ending = { ...common, status: OptionalText2 };
var ITEM_SCHEMAS = {
  userMessage: object({ type: literal("userMessage"), ...common }),
  agentMessage: object({ type: literal("agentMessage"), ...common, text: Text, phase: OptionalText2 }),
  reasoning: object({ type: literal("reasoning"), ...common, summary: Sections }),
  commandExecution: object({
    type: literal("commandExecution"),
    ...ending,
    command: Text,
    exitCode: nullish(number(), null)
  }),
  fileChange: object({
    type: literal("fileChange"),
    ...ending,
    changes: nullish(
      array(
        object({
          path: PathText,
          kind: fallback(
            nullish(object({ type: OptionalText2, move_path: nullish(PathText, null) }), null),
            null
          )
        })
      ),
      []
    )
  }),
  mcpToolCall: object({ type: literal("mcpToolCall"), ...ending, server: Text, tool: Text }),
  dynamicToolCall: object({ type: literal("dynamicToolCall"), ...ending, namespace: Text, tool: Text }),
  collabAgentToolCall: object({
    type: literal("collabAgentToolCall"),
    ...ending,
    tool: Text,
    receiverThreadIds: nullish(array(IdSchema), [])
  }),
  subAgentActivity: object({
    type: literal("subAgentActivity"),
    ...common,
    kind: Text,
    agentThreadId: nullish(IdSchema, ""),
    agentPath: nullish(PathText, "")
  }),
  webSearch: object({ type: literal("webSearch"), ...common, query: Text }),
  enteredReviewMode: object({ type: literal("enteredReviewMode"), ...common, review: Text }),
  exitedReviewMode: object({ type: literal("exitedReviewMode"), ...common, review: Text })
};
var PLAIN_ITEM_TYPES = [
  "contextCompaction",
  "functionCallOutput",
  "hookPrompt",
  "imageGeneration",
  "imageView",
  "plan",
  "sleep"
];
var KnownItemSchema = variant("type", [
  ITEM_SCHEMAS.userMessage,
  ITEM_SCHEMAS.agentMessage,
  ITEM_SCHEMAS.reasoning,
  ITEM_SCHEMAS.commandExecution,
  ITEM_SCHEMAS.fileChange,
  ITEM_SCHEMAS.mcpToolCall,
  ITEM_SCHEMAS.dynamicToolCall,
  ITEM_SCHEMAS.collabAgentToolCall,
  ITEM_SCHEMAS.subAgentActivity,
  ITEM_SCHEMAS.webSearch,
  ITEM_SCHEMAS.enteredReviewMode,
  ITEM_SCHEMAS.exitedReviewMode
]);
var NamedItemSchema = object({
  type: string(),
  id: fallback(nullish(IdSchema, null), null),
  status: fallback(OptionalText2, null)
});
var PLAIN = new Set(PLAIN_ITEM_TYPES);
function parseItem(value) {
  const known = safeParse(KnownItemSchema, value);
  if (known.success) return known.output;
  const named = safeParse(NamedItemSchema, value);
  if (!named.success) return null;
  const { type: name, id, status } = named.output;
  return { type: "named", name, id, status, known: PLAIN.has(name) };
}

// src/codex/fold-end.ts
function endOf(state, turn) {
  switch (turn.status) {
    case "completed":
      return { status: "completed", finalMessage: finalMessage(state, turn.items) };
    case "interrupted":
      return { status: "interrupted" };
    case "failed":
      return { status: "failed", fault: faultOf(state, turn) };
    default:
      return { status: "failed", fault: { reason: "protocol_error", message: unknownStatus(turn.status) } };
  }
}
function finalMessage({ review, finalAnswer, lastMessage }, items) {
  return review ?? finalAnswer ?? lastMessage ?? lastMessageIn(items) ?? "";
}
function lastMessageIn(items) {
  let last = null;
  for (const value of items) {
    const item = parseItem(value);
    if (item?.type === "agentMessage") last = item.text;
  }
  return last;
}
function faultOf(state, turn) {
  if (turn.error !== null) return faultOfTurnError(turn.error);
  return state.fatalError ?? { reason: "turn_failed", message: "The turn failed without a reason" };
}
function unknownStatus(status) {
  return `Cannot tell how the turn ended: its status is ${status === null ? "missing" : `"${status}"`}`;
}

// src/codex/command-text.ts
var COMMAND_CHARS = 200;
var READ_CHARS = 65536;
var SHELL = /^(?:\S*\/)?(?:ba|z|da|k)?sh\s+-[a-z]*c\s+([\s\S]+)$/u;
var PIECE = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/guy;
function commandText(command) {
  const beginning = command.trim().slice(0, READ_CHARS);
  const inner = SHELL.exec(beginning)?.[1];
  return oneLine(inner === void 0 ? beginning : unquoted(inner) ?? inner, COMMAND_CHARS);
}
function unquoted(text) {
  let word = "";
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece, single, double, escaped, plain] = match;
    word += single ?? double?.replace(/\\(["\\$`])/gu, "$1") ?? escaped ?? plain ?? "";
    end += piece.length;
  }
  return end === text.length ? word : void 0;
}
var PREFIX = String.raw`(?:^|&&|\|\||[;|(\n])\s*(?:\w+=\S*\s+)*(?:(?:npx|pnpm exec|yarn dlx|bunx|uv run|poetry run|bundle exec|time|env|sudo)\s+(?:-\S+\s+)*)*(?:\S*\/)?`;
var CHECKERS = "vitest|jest|mocha|ava|pytest|py\\.test|tox|nox|rspec|phpunit|ctest|tsc|eslint|biome|ruff|mypy|pyright|flake8|pylint|shellcheck|golangci-lint|make|ninja|bazel|gradlew?|mvn|xcodebuild";
var RUNNERS = "(?:npm|pnpm|yarn|bun|deno|cargo|go|dotnet|swift|mix|zig|rake|just|task|node|python3?)\\s+(?:run(?:-script)?\\s+|-m\\s+|--(?=test))*";
var CHECKS = "[\\w:.-]*(?:test|build|lint|check|vet|clippy|verify|mypy|compileall)";
var VERIFYING = new RegExp(`${PREFIX}(?:(?:${CHECKERS})\\b|${RUNNERS}${CHECKS})`, "u");
function isVerification(command) {
  return VERIFYING.test(command);
}

// src/util/unreachable.ts
function unreachable(value) {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

// src/codex/describe.ts
var SUBJECT_CHARS = 200;
function labelOf(item) {
  switch (item.type) {
    case "userMessage":
      return "prompt";
    case "agentMessage":
      return "message";
    case "reasoning":
      return "reasoning";
    case "commandExecution":
      return titled("command", commandText(item.command));
    case "fileChange":
      return titled("file change", severalOf(item.changes.map((change) => change.path)));
    case "mcpToolCall":
      return titled("tool", dotted(item.server, item.tool));
    case "dynamicToolCall":
      return titled("tool", dotted(item.namespace, item.tool));
    case "collabAgentToolCall":
      return titled("sub-agent", item.tool);
    case "subAgentActivity":
      return titled("sub-agent", item.agentPath);
    case "webSearch":
      return titled("web search", item.query);
    case "enteredReviewMode":
      return oneLine(item.review, SUBJECT_CHARS) || "review";
    case "exitedReviewMode":
      return "review output";
    case "named":
      return oneLine(inWords(item.name), SUBJECT_CHARS);
    default:
      return unreachable(item);
  }
}
function phaseOf(item) {
  switch (item.type) {
    case "agentMessage":
      return item.phase === "commentary" ? "running" : "finalizing";
    case "reasoning":
      return "thinking";
    case "commandExecution":
      return isVerification(commandText(item.command)) ? "verifying" : "investigating";
    case "mcpToolCall":
    case "dynamicToolCall":
    case "webSearch":
      return "investigating";
    case "fileChange":
      return "editing";
    case "enteredReviewMode":
    case "exitedReviewMode":
      return "reviewing";
    case "userMessage":
    case "collabAgentToolCall":
    case "subAgentActivity":
    case "named":
      return "running";
    default:
      return unreachable(item);
  }
}
function titled(title, subject) {
  const flat = oneLine(subject, SUBJECT_CHARS);
  return flat === "" ? title : `${title}: ${flat}`;
}
function severalOf(names) {
  const [first = "", ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
function dotted(owner, name) {
  return owner === "" ? name : `${owner}.${name}`;
}
function inWords(name) {
  return name.replace(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

// src/codex/turn-state.ts
var MAX_CHILDREN = 1e3;
function newTurn(threadId2) {
  return {
    threadId: threadId2,
    turnId: null,
    activeTurnId: null,
    children: /* @__PURE__ */ new Map(),
    lastMessage: null,
    finalAnswer: null,
    review: null,
    fatalError: null,
    early: null,
    ended: false,
    unknownCount: 0,
    malformedCount: 0
  };
}
function sourceOf(state, threadId2, turnId) {
  const child = state.children.get(threadId2);
  if (child !== void 0) return { kind: "child", label: child.label };
  return threadId2 === state.threadId && isOwnTurn(state, turnId) ? { kind: "root" } : void 0;
}
function isOwnTurn(state, turnId) {
  if (state.turnId === null || turnId === null || turnId === "") return true;
  return turnId === state.turnId || turnId === state.activeTurnId;
}
function withChild(state, threadId2, label, openTurnId) {
  const known = state.children.get(threadId2);
  const isFull = known === void 0 && state.children.size >= MAX_CHILDREN;
  if (threadId2 === state.threadId || isFull) return { state, facts: [] };
  const child = { label: label ?? known?.label ?? nameOf(threadId2), openTurnId };
  const children = new Map(state.children).set(threadId2, child);
  const facts = known === void 0 ? [{ kind: "subAgentStarted", threadId: threadId2, label: child.label }] : [];
  return { state: { ...state, children }, facts };
}
function nameOf(threadId2) {
  return `sub-agent ${threadId2.slice(-6)}`;
}

// src/codex/fold-item.ts
var SAID = /* @__PURE__ */ new Set(["agentMessage", "reasoning", "enteredReviewMode", "exitedReviewMode"]);
function foldItemStarted(state, item, owner) {
  const { state: next, facts } = withAgents(state, item);
  if (item.type === "userMessage") return { state: next, facts };
  const started = {
    kind: "itemStarted",
    itemId: idOf(item),
    label: ownedLabel(item, owner),
    phase: phaseOf(item),
    command: item.type === "commandExecution",
    ...SAID.has(item.type) ? { said: true } : {}
  };
  return { state: next, facts: [...facts, started] };
}
function foldItemCompleted(state, item, owner) {
  const { state: next, facts } = withAgents(state, item);
  if (item.type === "userMessage") return { state: next, facts };
  const status = endStatus("status" in item ? item.status : null);
  const ended = { kind: "itemEnded", itemId: idOf(item), label: ownedLabel(item, owner), status };
  return {
    state: owner.kind === "root" ? withWords(next, item) : next,
    facts: [...facts, ended, ...workFacts(item, status), ...owner.kind === "root" ? wordFacts(state, item) : []]
  };
}
function workFacts(item, status) {
  switch (item.type) {
    case "commandExecution":
      return [{ kind: "commandCompleted", command: commandText(item.command), exitCode: item.exitCode, status }];
    case "fileChange":
      return [{ kind: "filesChanged", paths: pathsOf(item), status }];
    default:
      return [];
  }
}
function wordFacts(state, item) {
  switch (item.type) {
    case "exitedReviewMode":
      return [{ kind: "reviewCompleted", text: item.review }];
    case "agentMessage":
      if (item.text === state.review) return [];
      return [{ kind: "messageCompleted", text: item.text }];
    case "reasoning":
      return item.summary.length === 0 ? [] : [{ kind: "reasoningCompleted", sections: item.summary }];
    default:
      return [];
  }
}
function withWords(state, item) {
  if (item.type === "exitedReviewMode") return { ...state, review: item.review };
  if (item.type !== "agentMessage") return state;
  if (item.phase !== "final_answer") return { ...state, lastMessage: item.text };
  return { ...state, lastMessage: item.text, finalAnswer: item.text };
}
function withAgents(state, item) {
  if (item.type === "subAgentActivity") return withActivity(state, item);
  if (item.type !== "collabAgentToolCall" || item.tool !== "spawnAgent") return { state, facts: [] };
  let next = { state, facts: [] };
  for (const threadId2 of item.receiverThreadIds) {
    if (next.state.children.has(threadId2)) continue;
    const { state: grown, facts } = withChild(next.state, threadId2, null, "");
    next = { state: grown, facts: [...next.facts, ...facts] };
  }
  return next;
}
function withActivity(state, item) {
  if (item.agentThreadId === "") return { state, facts: [] };
  const over = item.kind === "completed" || item.kind === "interrupted";
  const known = state.children.get(item.agentThreadId);
  const openTurnId = over ? null : known === void 0 ? "" : known.openTurnId;
  return withChild(state, item.agentThreadId, item.agentPath === "" ? null : item.agentPath, openTurnId);
}
function pathsOf(item) {
  return item.changes.flatMap(({ path, kind }) => {
    const movedTo = kind?.move_path ?? null;
    return movedTo === null ? [path] : [path, movedTo];
  });
}
function idOf(item) {
  return item.id ?? (item.type === "named" ? item.name.slice(0, MAX_ID_CHARS) : item.type);
}
function ownedLabel(item, owner) {
  return owner.kind === "root" ? labelOf(item) : `${owner.label}: ${labelOf(item)}`;
}
function endStatus(status) {
  if (status === "declined") return "declined";
  return status === "failed" || status === "interrupted" ? "failed" : "completed";
}

// src/contract/finite-number.ts
var FiniteNumberSchema = pipe(number(), finite());

// src/codex/notifications.ts
var OptionalText3 = nullish(string(), null);
var OptionalId = nullish(IdSchema, null);
var Count = nullish(FiniteNumberSchema, 0);
var address = { threadId: IdSchema, turnId: OptionalId };
var TurnErrorSchema = object({
  message: nullish(string(), "no reason was given"),
  codexErrorInfo: optional(unknown()),
  additionalDetails: OptionalText3
});
var Turn = object({
  id: fallback(IdSchema, ""),
  rootTurnId: fallback(OptionalId, null),
  status: fallback(OptionalText3, null),
  error: fallback(nullish(TurnErrorSchema, null), null),
  items: fallback(nullish(array(unknown()), []), [])
});
var TurnNotification = object({ threadId: IdSchema, turn: Turn });
var ItemNotification = object({ ...address, item: unknown() });
var DeltaNotification = object(address);
var UsageNotification = object({
  ...address,
  tokenUsage: object({
    total: object({
      totalTokens: Count,
      inputTokens: Count,
      cachedInputTokens: Count,
      outputTokens: Count,
      reasoningOutputTokens: Count
    })
  })
});
var ErrorNotification = object({
  ...address,
  error: TurnErrorSchema,
  willRetry: nullish(boolean(), false)
});
var WarningNotification = object({ threadId: OptionalText3, message: string() });
var NoticeNotification = object({ summary: string(), details: OptionalText3 });
var ReroutedNotification = object({
  ...address,
  fromModel: string(),
  toModel: string(),
  reason: OptionalText3
});
var McpStatusNotification = object({
  threadId: OptionalText3,
  name: string(),
  status: OptionalText3,
  error: OptionalText3
});
var ThreadNotification = object({ threadId: string() });

// src/codex/fold.ts
var NOTICE_CHARS = 500;
var STREAMED = [{ kind: "streamed" }];
var QUIET_METHODS = [
  "account/rateLimits/updated",
  "account/updated",
  "remoteControl/status/changed",
  "serverRequest/resolved",
  "skills/changed",
  "thread/goal/cleared",
  "thread/name/updated",
  "thread/readState/changed",
  "thread/settings/updated",
  "thread/started",
  "thread/status/changed"
];
var HANDLERS = {
  "turn/started": on(TurnNotification, turnStarted),
  "turn/completed": on(TurnNotification, turnCompleted),
  "item/started": on(ItemNotification, (state, params) => foldItem(state, params, foldItemStarted)),
  "item/completed": on(ItemNotification, (state, params) => foldItem(state, params, foldItemCompleted)),
  "item/agentMessage/delta": on(DeltaNotification, streamed),
  "item/commandExecution/outputDelta": on(DeltaNotification, streamed),
  "item/commandExecution/terminalInteraction": on(DeltaNotification, streamed),
  "item/fileChange/outputDelta": on(DeltaNotification, streamed),
  "item/fileChange/patchUpdated": on(DeltaNotification, streamed),
  "item/mcpToolCall/progress": on(DeltaNotification, streamed),
  "item/plan/delta": on(DeltaNotification, streamed),
  "item/reasoning/summaryPartAdded": on(DeltaNotification, streamed),
  "item/reasoning/summaryTextDelta": on(DeltaNotification, streamed),
  "item/reasoning/textDelta": on(DeltaNotification, streamed),
  "turn/diff/updated": on(DeltaNotification, streamed),
  "turn/plan/updated": on(DeltaNotification, streamed),
  "thread/tokenUsage/updated": on(UsageNotification, usageUpdated),
  "thread/closed": on(ThreadNotification, threadClosed),
  error: on(ErrorNotification, errorReported),
  warning: on(WarningNotification, (state, { threadId: threadId2, message }) => noticed(state, threadId2, message)),
  configWarning: on(NoticeNotification, summaryNoticed),
  deprecationNotice: on(NoticeNotification, summaryNoticed),
  "model/rerouted": on(ReroutedNotification, rerouted),
  "mcpServer/startupStatus/updated": on(McpStatusNotification, mcpStatusChanged)
};
var HANDLER_OF = new Map([
  ...Object.entries(HANDLERS),
  ...QUIET_METHODS.map((method) => [method, unchanged])
]);
function fold(state, { method, params }) {
  const handler = HANDLER_OF.get(method);
  if (handler === void 0) return unchanged({ ...state, unknownCount: state.unknownCount + 1 });
  return handler(state, params);
}
function foldTurnResponse(state, turn) {
  const activeTurnId = state.turnId === turn.id ? state.activeTurnId : turn.id;
  const next = { ...state, turnId: turn.id, activeTurnId, early: null };
  if (state.early === null || state.ended || !isOwnTurn(next, state.early.turnId)) return unchanged(next);
  return { state: { ...next, ended: true }, facts: [], ended: state.early.end };
}
function on(schema, handle) {
  return (state, params) => {
    const parsed = safeParse(schema, params);
    if (parsed.success) return handle(state, parsed.output);
    return unchanged({ ...state, malformedCount: state.malformedCount + 1 });
  };
}
function unchanged(state) {
  return { state, facts: [] };
}
function turnStarted(state, { threadId: threadId2, turn }) {
  if (threadId2 !== state.threadId) {
    const related = state.children.has(threadId2) || turn.rootTurnId !== null && turn.rootTurnId === state.turnId;
    return related ? withChild(state, threadId2, null, turn.id) : unchanged(state);
  }
  const rootTurnId = turn.rootTurnId ?? turn.id;
  const own = state.turnId === null || turn.id === state.turnId || rootTurnId === state.turnId;
  if (!own || state.ended || turn.id === "") return unchanged(state);
  return unchanged({ ...state, turnId: state.turnId ?? rootTurnId, activeTurnId: turn.id });
}
function turnCompleted(state, { threadId: threadId2, turn }) {
  if (state.children.has(threadId2)) return withChild(state, threadId2, null, null);
  if (threadId2 !== state.threadId || state.ended) return unchanged(state);
  const end = endOf(state, turn);
  if (state.turnId === null) return unchanged({ ...state, early: { turnId: turn.id, end } });
  if (!isOwnTurn(state, turn.id) && turn.rootTurnId !== state.turnId) return unchanged(state);
  return { state: { ...state, ended: true }, facts: [], ended: end };
}
function foldItem(state, { threadId: threadId2, turnId, item: value }, foldOwned) {
  const owner = sourceOf(state, threadId2, turnId);
  if (owner === void 0) return unchanged(state);
  const item = parseItem(value);
  if (item === null) return unchanged({ ...state, malformedCount: state.malformedCount + 1 });
  const isUnknown = item.type === "named" && !item.known;
  return foldOwned(isUnknown ? { ...state, unknownCount: state.unknownCount + 1 } : state, item, owner);
}
function streamed(state, { threadId: threadId2, turnId }) {
  return sourceOf(state, threadId2, turnId) === void 0 ? unchanged(state) : { state, facts: STREAMED };
}
function usageUpdated(state, params) {
  if (sourceOf(state, params.threadId, params.turnId)?.kind !== "root") return unchanged(state);
  return { state, facts: [{ kind: "usageUpdated", usage: params.tokenUsage.total }] };
}
function threadClosed(state, { threadId: threadId2 }) {
  if (state.children.has(threadId2)) return withChild(state, threadId2, null, null);
  if (threadId2 !== state.threadId || state.ended) return unchanged(state);
  const message = "The app-server closed the thread before the turn ended";
  const fatalError = state.fatalError ?? { reason: "turn_failed", message };
  return { state: { ...state, fatalError }, facts: [{ kind: "errorReported", message }] };
}
function errorReported(state, params) {
  const source = sourceOf(state, params.threadId, params.turnId);
  if (source === void 0) return unchanged(state);
  const message = oneLine(sentenceOf(params.error), NOTICE_CHARS);
  if (source.kind === "child") return { state, facts: [{ kind: "noticed", message: `${source.label}: ${message}` }] };
  if (params.willRetry) return { state, facts: [{ kind: "retrying", message }] };
  const fatalError = state.ended ? state.fatalError : faultOfTurnError(params.error);
  return { state: { ...state, fatalError }, facts: [{ kind: "errorReported", message }] };
}
function summaryNoticed(state, params) {
  const { summary, details } = params;
  return noticed(state, null, details === null ? summary : `${summary} (${details})`);
}
function rerouted(state, params) {
  const why = params.reason === null ? "" : ` (${params.reason})`;
  return noticed(state, params.threadId, `Model changed from ${params.fromModel} to ${params.toModel}${why}`);
}
function mcpStatusChanged(state, params) {
  if (params.status !== "failed") return unchanged(state);
  const why = params.error ?? "no reason was given";
  return noticed(state, params.threadId, `MCP server "${params.name}" failed to start: ${why}`);
}
function noticed(state, threadId2, message) {
  const concerns = threadId2 === null || threadId2 === state.threadId || state.children.has(threadId2);
  return concerns ? { state, facts: [{ kind: "noticed", message: oneLine(message, NOTICE_CHARS) }] } : unchanged(state);
}

// src/workers/turn-follower.ts
var FATAL_GRACE_MS = 1e3;
var STREAM_REPORT_MS = 200;
var TurnFollower = class {
  /** How the turn ended; never rejects. The end of the app-server is an end too. */
  ended;
  #link;
  #ended = deferred();
  #state;
  #announced = null;
  #streamReportedAtMs = Number.NEGATIVE_INFINITY;
  #fatalTimer;
  constructor(link, threadId2) {
    this.#link = link;
    this.#state = newTurn(threadId2);
    this.ended = this.#ended.promise.finally(() => clearTimeout(this.#fatalTimer));
  }
  /** The response to the request that started the turn. */
  started(turn) {
    const { state, ended } = foldTurnResponse(this.#state, turn);
    this.#advance(state);
    if (ended !== void 0) this.#ended.resolve(ended);
  }
  onNotifications(list) {
    const facts = [];
    let end;
    for (const notification of list) {
      const folded = fold(this.#state, notification);
      this.#advance(folded.state);
      facts.push(...folded.facts);
      end ??= folded.ended;
    }
    this.#link.report(this.#worthReporting(facts));
    if (end !== void 0) this.#ended.resolve(end);
  }
  onAppServerGone(fault) {
    this.#ended.resolve({ status: "failed", fault: fault.toData() });
  }
  #advance(state) {
    this.#state = state;
    const turnId = state.activeTurnId ?? state.turnId;
    if (turnId !== null && turnId !== this.#announced) {
      this.#announced = turnId;
      this.#link.turnStarted(turnId);
    }
    const { fatalError } = state;
    if (fatalError === null || this.#fatalTimer !== void 0) return;
    this.#fatalTimer = setTimeout(() => this.#ended.resolve({ status: "failed", fault: fatalError }), FATAL_GRACE_MS);
  }
  /** Deltas say one thing only, that the turn is alive: one of them does, and not too often. */
  #worthReporting(facts) {
    const news = facts.filter((fact) => fact.kind !== "streamed");
    const now = performance.now();
    if (news.length < facts.length && now - this.#streamReportedAtMs >= STREAM_REPORT_MS) {
      this.#streamReportedAtMs = now;
      return [...news, { kind: "streamed" }];
    }
    return news;
  }
};

// src/workers/tasks/review.ts
async function runReview(input, target, link) {
  const threadId2 = await openThread(input, link);
  const turn = new TurnFollower(link, threadId2);
  link.listen(turn);
  return Promise.race([startReview(target, link, threadId2, turn), turn.ended]);
}
async function startReview(target, link, threadId2, turn) {
  const { turn: started } = await link.call("review/start", { threadId: threadId2, target: targetOf(target) });
  turn.started(started);
  return turn.ended;
}
function targetOf(target) {
  switch (target.mode) {
    case "working-tree":
      return { type: "uncommittedChanges" };
    case "branch":
      return { type: "baseBranch", branch: target.baseRef };
  }
}

// src/workers/tasks/task.ts
async function runTask(input, link) {
  const threadId2 = await openThread(input, link);
  const turn = new TurnFollower(link, threadId2);
  link.listen(turn);
  return Promise.race([startTurn(input, link, threadId2, turn), turn.ended]);
}
async function startTurn(input, link, threadId2, turn) {
  const { prompt, model, effort, outputSchema } = input.request;
  const { turn: started } = await link.call("turn/start", {
    threadId: threadId2,
    input: [{ type: "text", text: prompt, text_elements: [] }],
    ...model === null ? {} : { model },
    ...effort === null ? {} : { effort },
    ...outputSchema === null ? {} : { outputSchema }
  });
  turn.started(started);
  return turn.ended;
}

// src/workers/thread.ts
async function runJob({
  input,
  port
}) {
  const link = new Link(port);
  link.began(threadId);
  try {
    return await conversationOf(input, link);
  } catch (error) {
    return { status: "failed", fault: Fault.from(error).toData() };
  } finally {
    link.close();
  }
}
function conversationOf(input, link) {
  const { review } = input.request;
  return input.kind === "review" && review !== null ? runReview(input, review.target, link) : runTask(input, link);
}
export {
  runJob
};
