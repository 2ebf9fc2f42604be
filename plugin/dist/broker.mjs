import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod2) => function __require2() {
  try {
    return mod2 || (0, cb[__getOwnPropNames(cb)[0]])((mod2 = { exports: {} }).exports, mod2), mod2.exports;
  } catch (e) {
    throw mod2 = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod2, isNodeMode, target2) => (target2 = mod2 != null ? __create(__getProtoOf(mod2)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod2 || !mod2.__esModule ? __defProp(target2, "default", { value: mod2, enumerable: true }) : target2,
  mod2
));

// node_modules/ms/index.js
var require_ms = __commonJS({
  "node_modules/ms/index.js"(exports, module) {
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    module.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse2(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse2(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return Math.round(ms2 / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms2 / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms2 / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms2 / s) + "s";
      }
      return ms2 + "ms";
    }
    function fmtLong(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return plural(ms2, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms2, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms2, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms2, msAbs, s, "second");
      }
      return ms2 + " ms";
    }
    function plural(ms2, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms2 / n) + " " + name + (isPlural ? "s" : "");
    }
  }
});

// node_modules/piscina/package.json
var require_package = __commonJS({
  "node_modules/piscina/package.json"(exports, module) {
    module.exports = { version: "5.3.2" };
  }
});

// node_modules/piscina/dist/symbols.js
var require_symbols = __commonJS({
  "node_modules/piscina/dist/symbols.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.kFieldCount = exports.kResponseCountField = exports.kRequestCountField = exports.kQueueOptions = exports.kValue = exports.kTransferable = exports.kWorkerData = exports.kMovable = void 0;
    exports.kMovable = /* @__PURE__ */ Symbol("Piscina.kMovable");
    exports.kWorkerData = /* @__PURE__ */ Symbol("Piscina.kWorkerData");
    exports.kTransferable = /* @__PURE__ */ Symbol.for("Piscina.transferable");
    exports.kValue = /* @__PURE__ */ Symbol.for("Piscina.valueOf");
    exports.kQueueOptions = /* @__PURE__ */ Symbol.for("Piscina.queueOptions");
    exports.kRequestCountField = 0;
    exports.kResponseCountField = 1;
    exports.kFieldCount = 2;
  }
});

// node_modules/piscina/dist/abort.js
var require_abort = __commonJS({
  "node_modules/piscina/dist/abort.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.AbortError = void 0;
    exports.onabort = onabort;
    var AbortError = class extends Error {
      constructor(reason) {
        super("The task has been aborted", { cause: reason });
      }
      get name() {
        return "AbortError";
      }
    };
    exports.AbortError = AbortError;
    function onabort(abortSignal, listener) {
      if ("addEventListener" in abortSignal) {
        abortSignal.addEventListener("abort", listener, { once: true });
        return () => abortSignal.removeEventListener("abort", listener);
      } else {
        abortSignal.once("abort", listener);
        return () => abortSignal.removeListener("abort", listener);
      }
    }
  }
});

// node_modules/piscina/dist/common.js
var require_common = __commonJS({
  "node_modules/piscina/dist/common.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.commonState = exports.READY = void 0;
    exports.isTransferable = isTransferable;
    exports.isMovable = isMovable;
    exports.markMovable = markMovable;
    exports.maybeFileURLToPath = maybeFileURLToPath;
    exports.getAvailableParallelism = getAvailableParallelism;
    exports.withNullPrototype = withNullPrototype;
    exports.promiseResolvers = promiseResolvers;
    var node_url_1 = __require("node:url");
    var node_os_1 = __require("node:os");
    var symbols_1 = require_symbols();
    exports.READY = "_WORKER_READY";
    function isTransferable(value) {
      return value != null && typeof value === "object" && symbols_1.kTransferable in value && symbols_1.kValue in value;
    }
    function isMovable(value) {
      return isTransferable(value) && value[symbols_1.kMovable] === true;
    }
    function markMovable(value) {
      Object.defineProperty(value, symbols_1.kMovable, {
        enumerable: false,
        configurable: true,
        writable: true,
        value: true
      });
    }
    exports.commonState = {
      isWorkerThread: false,
      workerData: void 0
    };
    function maybeFileURLToPath(filename) {
      return filename.startsWith("file:") ? (0, node_url_1.fileURLToPath)(new node_url_1.URL(filename)) : filename;
    }
    function getAvailableParallelism() {
      return (0, node_os_1.availableParallelism)();
    }
    function withNullPrototype(source, overrides) {
      return Object.assign(/* @__PURE__ */ Object.create(null), source, overrides);
    }
    function promiseResolvers() {
      if (Promise.withResolvers != null)
        return Promise.withResolvers();
      let res;
      let rej;
      return {
        promise: new Promise((resolve, reject) => {
          res = resolve;
          rej = reject;
        }),
        resolve: res,
        reject: rej
      };
    }
  }
});

// node_modules/piscina/dist/task_queue/array_queue.js
var require_array_queue = __commonJS({
  "node_modules/piscina/dist/task_queue/array_queue.js"(exports) {
    "use strict";
    var __importDefault = exports && exports.__importDefault || function(mod2) {
      return mod2 && mod2.__esModule ? mod2 : { "default": mod2 };
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ArrayTaskQueue = void 0;
    var node_assert_1 = __importDefault(__require("node:assert"));
    var ArrayTaskQueue2 = class {
      constructor() {
        this.tasks = [];
      }
      get size() {
        return this.tasks.length;
      }
      shift() {
        var _a;
        return (_a = this.tasks.shift()) !== null && _a !== void 0 ? _a : null;
      }
      push(task) {
        this.tasks.push(task);
      }
      unshift(task) {
        this.tasks.unshift(task);
      }
      remove(task) {
        const index = this.tasks.indexOf(task);
        node_assert_1.default.notStrictEqual(index, -1);
        this.tasks.splice(index, 1);
      }
    };
    exports.ArrayTaskQueue = ArrayTaskQueue2;
  }
});

// node_modules/piscina/dist/task_queue/fixed_queue.js
var require_fixed_queue = __commonJS({
  "node_modules/piscina/dist/task_queue/fixed_queue.js"(exports) {
    "use strict";
    var __classPrivateFieldGet = exports && exports.__classPrivateFieldGet || function(receiver, state, kind, f) {
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
      return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
    };
    var __classPrivateFieldSet = exports && exports.__classPrivateFieldSet || function(receiver, state, value, kind, f) {
      if (kind === "m") throw new TypeError("Private method is not writable");
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a setter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot write private member to an object whose class did not declare it");
      return kind === "a" ? f.call(receiver, value) : f ? f.value = value : state.set(receiver, value), value;
    };
    var __importDefault = exports && exports.__importDefault || function(mod2) {
      return mod2 && mod2.__esModule ? mod2 : { "default": mod2 };
    };
    var _FixedQueue_size;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.FixedQueue = void 0;
    var node_assert_1 = __importDefault(__require("node:assert"));
    var kSize = 2048;
    var kMask = kSize - 1;
    var FixedCircularBuffer = class {
      constructor() {
        this.bottom = 0;
        this.top = 0;
        this.list = new Array(kSize);
        this.next = null;
      }
      isEmpty() {
        return this.top === this.bottom;
      }
      isFull() {
        return (this.top + 1 & kMask) === this.bottom;
      }
      push(data) {
        this.list[this.top] = data;
        this.top = this.top + 1 & kMask;
      }
      unshift(data) {
        this.bottom = this.bottom - 1 & kMask;
        this.list[this.bottom] = data;
      }
      shift() {
        const nextItem = this.list[this.bottom];
        if (nextItem === void 0) {
          return null;
        }
        this.list[this.bottom] = void 0;
        this.bottom = this.bottom + 1 & kMask;
        return nextItem;
      }
      remove(task) {
        const indexToRemove = this.list.indexOf(task);
        node_assert_1.default.notStrictEqual(indexToRemove, -1);
        let curr = indexToRemove;
        while (true) {
          const next = curr + 1 & kMask;
          this.list[curr] = this.list[next];
          if (this.list[curr] === void 0) {
            break;
          }
          if (next === indexToRemove) {
            this.list[curr] = void 0;
            break;
          }
          curr = next;
        }
        this.top = this.top - 1 & kMask;
      }
    };
    var FixedQueue2 = class {
      constructor() {
        _FixedQueue_size.set(this, 0);
        this.head = this.tail = new FixedCircularBuffer();
      }
      isEmpty() {
        return this.head.isEmpty();
      }
      push(data) {
        var _a;
        if (this.head.isFull()) {
          this.head = this.head.next = new FixedCircularBuffer();
        }
        this.head.push(data);
        __classPrivateFieldSet(this, _FixedQueue_size, (_a = __classPrivateFieldGet(this, _FixedQueue_size, "f"), _a++, _a), "f");
      }
      unshift(data) {
        var _a;
        if (this.tail.isFull()) {
          const newTail = new FixedCircularBuffer();
          newTail.next = this.tail;
          this.tail = newTail;
        }
        this.tail.unshift(data);
        __classPrivateFieldSet(this, _FixedQueue_size, (_a = __classPrivateFieldGet(this, _FixedQueue_size, "f"), _a++, _a), "f");
      }
      shift() {
        var _a;
        const tail = this.tail;
        const next = tail.shift();
        if (next !== null)
          __classPrivateFieldSet(this, _FixedQueue_size, (_a = __classPrivateFieldGet(this, _FixedQueue_size, "f"), _a--, _a), "f");
        if (tail.isEmpty() && tail.next !== null) {
          this.tail = tail.next;
          tail.next = null;
        }
        return next;
      }
      remove(task) {
        var _a;
        let prev = null;
        let buffer = this.tail;
        while (true) {
          if (buffer.list.includes(task)) {
            buffer.remove(task);
            __classPrivateFieldSet(this, _FixedQueue_size, (_a = __classPrivateFieldGet(this, _FixedQueue_size, "f"), _a--, _a), "f");
            break;
          }
          if (buffer.next === null)
            break;
          prev = buffer;
          buffer = buffer.next;
        }
        if (buffer.isEmpty()) {
          if (prev === null) {
            if (buffer.next !== null)
              this.tail = buffer.next;
          } else {
            if (buffer.next === null) {
              this.head = prev;
            } else {
              prev.next = buffer.next;
            }
          }
        }
      }
      get size() {
        return __classPrivateFieldGet(this, _FixedQueue_size, "f");
      }
    };
    exports.FixedQueue = FixedQueue2;
    _FixedQueue_size = /* @__PURE__ */ new WeakMap();
  }
});

// node_modules/piscina/dist/task_queue/index.js
var require_task_queue = __commonJS({
  "node_modules/piscina/dist/task_queue/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.TaskInfo = exports.FixedQueue = exports.ArrayTaskQueue = void 0;
    exports.isTaskQueue = isTaskQueue;
    var node_perf_hooks_1 = __require("node:perf_hooks");
    var node_async_hooks_1 = __require("node:async_hooks");
    var abort_1 = require_abort();
    var common_1 = require_common();
    var symbols_1 = require_symbols();
    var array_queue_1 = require_array_queue();
    Object.defineProperty(exports, "ArrayTaskQueue", { enumerable: true, get: function() {
      return array_queue_1.ArrayTaskQueue;
    } });
    var fixed_queue_1 = require_fixed_queue();
    Object.defineProperty(exports, "FixedQueue", { enumerable: true, get: function() {
      return fixed_queue_1.FixedQueue;
    } });
    function isTaskQueue(value) {
      return typeof value === "object" && value !== null && "size" in value && typeof value.shift === "function" && typeof value.remove === "function" && typeof value.push === "function";
    }
    var taskIdCounter = 0;
    var TaskInfo = class extends node_async_hooks_1.AsyncResource {
      constructor({ task, transferList, filename, name, abortSignal, triggerAsyncId }, callback) {
        super("Piscina.Task", { requireManualDestroy: true, triggerAsyncId });
        this.workerInfo = null;
        this.aborted = false;
        this._abortListener = () => {
          this.aborted = true;
        };
        this._abortCleaner = null;
        this.callback = callback;
        this.task = task;
        this.transferList = transferList;
        if ((0, common_1.isMovable)(task)) {
          if (this.transferList == null) {
            this.transferList = [];
          }
          this.transferList = this.transferList.concat(task[symbols_1.kTransferable]);
          this.task = task[symbols_1.kValue];
        }
        this.filename = filename;
        this.name = name;
        this.taskId = taskIdCounter++;
        this.abortSignal = abortSignal;
        this.created = node_perf_hooks_1.performance.now();
        this.started = 0;
      }
      onAbort(value) {
        this._abortListener = () => {
          this.aborted = true;
          value();
        };
      }
      setAbortListener(signal) {
        this._abortCleaner = (0, abort_1.onabort)(signal, this._abortListener);
      }
      releaseTask() {
        const ret = this.task;
        this.task = null;
        return ret;
      }
      // TODO: implement - helpful for streaming chunks of data from worker to parent
      onResponse(_result) {
      }
      done(err, result) {
        var _a;
        this.runInAsyncScope(this.callback, null, err, result);
        this.emitDestroy();
        (_a = this._abortCleaner) === null || _a === void 0 ? void 0 : _a.call(this);
      }
      get [symbols_1.kQueueOptions]() {
        var _a, _b;
        return (_b = (_a = this.task) === null || _a === void 0 ? void 0 : _a[symbols_1.kQueueOptions]) !== null && _b !== void 0 ? _b : null;
      }
      get interface() {
        return {
          taskId: this.taskId,
          filename: this.filename,
          name: this.name,
          created: this.created,
          isAbortable: this.abortSignal !== null,
          [symbols_1.kQueueOptions]: this[symbols_1.kQueueOptions]
        };
      }
    };
    exports.TaskInfo = TaskInfo;
  }
});

// node_modules/piscina/dist/errors.js
var require_errors = __commonJS({
  "node_modules/piscina/dist/errors.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Errors = void 0;
    exports.Errors = {
      ThreadTermination: () => new Error("Terminating worker thread"),
      FilenameNotProvided: () => new Error("filename must be provided to run() or in options object"),
      TaskQueueAtLimit: () => new Error("Task queue is at limit"),
      NoTaskQueueAvailable: () => new Error("No task queue available and all Workers are busy"),
      CloseTimeout: () => new Error("Close operation timed out")
    };
  }
});

// node_modules/piscina/dist/histogram.js
var require_histogram = __commonJS({
  "node_modules/piscina/dist/histogram.js"(exports) {
    "use strict";
    var __classPrivateFieldSet = exports && exports.__classPrivateFieldSet || function(receiver, state, value, kind, f) {
      if (kind === "m") throw new TypeError("Private method is not writable");
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a setter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot write private member to an object whose class did not declare it");
      return kind === "a" ? f.call(receiver, value) : f ? f.value = value : state.set(receiver, value), value;
    };
    var __classPrivateFieldGet = exports && exports.__classPrivateFieldGet || function(receiver, state, kind, f) {
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
      return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
    };
    var _PiscinaHistogramHandler_runTime;
    var _PiscinaHistogramHandler_waitTime;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PiscinaHistogramHandler = void 0;
    var node_perf_hooks_1 = __require("node:perf_hooks");
    var PiscinaHistogramHandler = class _PiscinaHistogramHandler {
      constructor() {
        _PiscinaHistogramHandler_runTime.set(this, void 0);
        _PiscinaHistogramHandler_waitTime.set(this, void 0);
        __classPrivateFieldSet(this, _PiscinaHistogramHandler_runTime, (0, node_perf_hooks_1.createHistogram)(), "f");
        __classPrivateFieldSet(this, _PiscinaHistogramHandler_waitTime, (0, node_perf_hooks_1.createHistogram)(), "f");
      }
      get runTimeSummary() {
        return _PiscinaHistogramHandler.createHistogramSummary(__classPrivateFieldGet(this, _PiscinaHistogramHandler_runTime, "f"));
      }
      get waitTimeSummary() {
        return _PiscinaHistogramHandler.createHistogramSummary(__classPrivateFieldGet(this, _PiscinaHistogramHandler_waitTime, "f"));
      }
      get runTimeCount() {
        return __classPrivateFieldGet(this, _PiscinaHistogramHandler_runTime, "f").count;
      }
      recordRunTime(value) {
        __classPrivateFieldGet(this, _PiscinaHistogramHandler_runTime, "f").record(_PiscinaHistogramHandler.toHistogramIntegerNano(value));
      }
      recordWaitTime(value) {
        __classPrivateFieldGet(this, _PiscinaHistogramHandler_waitTime, "f").record(_PiscinaHistogramHandler.toHistogramIntegerNano(value));
      }
      resetWaitTime() {
        __classPrivateFieldGet(this, _PiscinaHistogramHandler_waitTime, "f").reset();
      }
      resetRunTime() {
        __classPrivateFieldGet(this, _PiscinaHistogramHandler_runTime, "f").reset();
      }
      static createHistogramSummary(histogram) {
        const { mean, stddev, min, max } = histogram;
        return {
          average: mean / 1e3,
          mean: mean / 1e3,
          stddev: stddev / 1e3,
          min: min / 1e3,
          max: max / 1e3,
          p0_001: histogram.percentile(1e-3) / 1e3,
          p0_01: histogram.percentile(0.01) / 1e3,
          p0_1: histogram.percentile(0.1) / 1e3,
          p1: histogram.percentile(1) / 1e3,
          p2_5: histogram.percentile(2.5) / 1e3,
          p10: histogram.percentile(10) / 1e3,
          p25: histogram.percentile(25) / 1e3,
          p50: histogram.percentile(50) / 1e3,
          p75: histogram.percentile(75) / 1e3,
          p90: histogram.percentile(90) / 1e3,
          p97_5: histogram.percentile(97.5) / 1e3,
          p99: histogram.percentile(99) / 1e3,
          p99_9: histogram.percentile(99.9) / 1e3,
          p99_99: histogram.percentile(99.99) / 1e3,
          p99_999: histogram.percentile(99.999) / 1e3
        };
      }
      static toHistogramIntegerNano(milliseconds) {
        return Math.max(1, Math.trunc(milliseconds * 1e3));
      }
    };
    exports.PiscinaHistogramHandler = PiscinaHistogramHandler;
    _PiscinaHistogramHandler_runTime = /* @__PURE__ */ new WeakMap(), _PiscinaHistogramHandler_waitTime = /* @__PURE__ */ new WeakMap();
  }
});

// node_modules/piscina/dist/worker_pool/base.js
var require_base = __commonJS({
  "node_modules/piscina/dist/worker_pool/base.js"(exports) {
    "use strict";
    var __importDefault = exports && exports.__importDefault || function(mod2) {
      return mod2 && mod2.__esModule ? mod2 : { "default": mod2 };
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.AsynchronouslyCreatedResourcePool = exports.AsynchronouslyCreatedResource = void 0;
    var node_assert_1 = __importDefault(__require("node:assert"));
    var AsynchronouslyCreatedResource = class {
      constructor() {
        this.onreadyListeners = [];
        this.ondestroyListeners = [];
      }
      markAsReady() {
        const listeners = this.onreadyListeners;
        (0, node_assert_1.default)(listeners != null);
        this.onreadyListeners = null;
        for (const listener of listeners) {
          listener();
        }
      }
      isReady() {
        return this.onreadyListeners == null;
      }
      onReady(fn) {
        if (this.onreadyListeners == null) {
          fn();
          return;
        }
        this.onreadyListeners.push(fn);
      }
      onDestroy(fn) {
        if (this.ondestroyListeners == null) {
          return;
        }
        this.ondestroyListeners.push(fn);
      }
      markAsDestroyed() {
        const listeners = this.ondestroyListeners;
        (0, node_assert_1.default)(listeners != null);
        this.ondestroyListeners = null;
        for (const listener of listeners) {
          listener();
        }
      }
      isDestroyed() {
        return this.ondestroyListeners == null;
      }
    };
    exports.AsynchronouslyCreatedResource = AsynchronouslyCreatedResource;
    var AsynchronouslyCreatedResourcePool = class {
      constructor(maximumUsage) {
        this.pendingItems = /* @__PURE__ */ new Set();
        this.readyItems = /* @__PURE__ */ new Set();
        this.maximumUsage = maximumUsage;
        this.onAvailableListeners = [];
        this.onTaskDoneListeners = [];
      }
      add(item) {
        this.pendingItems.add(item);
        item.onReady(() => {
          if (this.pendingItems.has(item)) {
            this.pendingItems.delete(item);
            this.readyItems.add(item);
            this.maybeAvailable(item);
          }
        });
      }
      delete(item) {
        this.pendingItems.delete(item);
        this.readyItems.delete(item);
      }
      *[Symbol.iterator]() {
        yield* this.pendingItems;
        yield* this.readyItems;
      }
      get size() {
        return this.pendingItems.size + this.readyItems.size;
      }
      maybeAvailable(item) {
        if (item.currentUsage() < this.maximumUsage) {
          for (const listener of this.onAvailableListeners) {
            listener(item);
          }
        }
      }
      onAvailable(fn) {
        this.onAvailableListeners.push(fn);
      }
      taskDone(item) {
        for (let i = 0; i < this.onTaskDoneListeners.length; i++) {
          this.onTaskDoneListeners[i](item);
        }
      }
      onTaskDone(fn) {
        this.onTaskDoneListeners.push(fn);
      }
      getCurrentUsage() {
        let inFlight = 0;
        for (const worker of this.readyItems) {
          const currentUsage = worker.currentUsage();
          if (Number.isFinite(currentUsage))
            inFlight += currentUsage;
        }
        return inFlight;
      }
    };
    exports.AsynchronouslyCreatedResourcePool = AsynchronouslyCreatedResourcePool;
  }
});

// node_modules/piscina/dist/worker_pool/balancer/index.js
var require_balancer = __commonJS({
  "node_modules/piscina/dist/worker_pool/balancer/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.LeastBusyBalancer = LeastBusyBalancer;
    function LeastBusyBalancer(opts) {
      const { maximumUsage } = opts;
      return (task, workers) => {
        let candidate = null;
        let checkpoint = maximumUsage;
        for (const worker of workers) {
          if (worker.currentUsage === 0) {
            candidate = worker;
            break;
          }
          if (worker.isRunningAbortableTask)
            continue;
          if (task.isAbortable === false && worker.currentUsage < checkpoint) {
            candidate = worker;
            checkpoint = worker.currentUsage;
          }
        }
        return candidate;
      };
    }
  }
});

// node_modules/piscina/dist/worker_pool/index.js
var require_worker_pool = __commonJS({
  "node_modules/piscina/dist/worker_pool/index.js"(exports) {
    "use strict";
    var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports && exports.__exportStar || function(m, exports2) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports2, p)) __createBinding(exports2, m, p);
    };
    var __importDefault = exports && exports.__importDefault || function(mod2) {
      return mod2 && mod2.__esModule ? mod2 : { "default": mod2 };
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.AsynchronouslyCreatedResourcePool = exports.WorkerInfo = void 0;
    var node_worker_threads_1 = __require("node:worker_threads");
    var node_perf_hooks_1 = __require("node:perf_hooks");
    var node_assert_1 = __importDefault(__require("node:assert"));
    var errors_1 = require_errors();
    var symbols_1 = require_symbols();
    var histogram_1 = require_histogram();
    var base_1 = require_base();
    Object.defineProperty(exports, "AsynchronouslyCreatedResourcePool", { enumerable: true, get: function() {
      return base_1.AsynchronouslyCreatedResourcePool;
    } });
    __exportStar(require_balancer(), exports);
    var WorkerInfo = class extends base_1.AsynchronouslyCreatedResource {
      constructor({ worker, port, enableHistogram }, onMessage) {
        super();
        this.idleTimeout = null;
        this.lastSeenResponseCount = 0;
        this.terminating = false;
        this.destroyed = false;
        const { filename, ...workerOpts } = worker;
        this.worker = new node_worker_threads_1.Worker(filename, workerOpts);
        this.port = port;
        this.onMessage = onMessage;
        this.port.on("message", this._handleResponse.bind(this));
        this.taskInfos = /* @__PURE__ */ new Map();
        this.sharedBuffer = new Int32Array(new SharedArrayBuffer(symbols_1.kFieldCount * Int32Array.BYTES_PER_ELEMENT));
        this.histogram = enableHistogram ? (0, node_perf_hooks_1.createHistogram)() : null;
      }
      get id() {
        return this.worker.threadId;
      }
      onWorkerMessage(handler) {
        this.worker.on("message", handler);
      }
      onWorkerError(handler) {
        this.worker.on("error", handler);
      }
      onWorkerExit(handler) {
        this.worker.on("exit", handler);
      }
      onPortClose(handler) {
        this.port.on("close", handler);
      }
      init(msg, toTransfer) {
        this.worker.postMessage(msg, toTransfer);
        return this;
      }
      workerRef() {
        this.worker.ref();
        return this;
      }
      workerUnref() {
        this.worker.unref();
        return this;
      }
      destroy() {
        if (this.terminating || this.destroyed)
          return;
        this.terminating = true;
        this.clearIdleTimeout();
        this.worker.terminate();
        this.port.close();
        for (const taskInfo of this.taskInfos.values()) {
          taskInfo.done(errors_1.Errors.ThreadTermination());
        }
        this.taskInfos.clear();
        this.terminating = false;
        this.destroyed = true;
        this.markAsDestroyed();
      }
      setIdleTimeout(handler, ms2, ...args) {
        this.idleTimeout = setTimeout(handler, ms2, ...args).unref();
      }
      clearIdleTimeout() {
        if (this.idleTimeout != null) {
          clearTimeout(this.idleTimeout);
          this.idleTimeout = null;
        }
      }
      ref() {
        this.port.ref();
        return this;
      }
      unref() {
        this.port.unref();
        return this;
      }
      _handleResponse(message) {
        var _a;
        (_a = this.histogram) === null || _a === void 0 ? void 0 : _a.record(histogram_1.PiscinaHistogramHandler.toHistogramIntegerNano(message === null || message === void 0 ? void 0 : message.time));
        this.onMessage(message);
        if (this.taskInfos.size === 0) {
          this.unref();
        }
      }
      postTask(taskInfo) {
        (0, node_assert_1.default)(!this.taskInfos.has(taskInfo.taskId));
        (0, node_assert_1.default)(!this.terminating && !this.destroyed);
        const message = {
          task: taskInfo.releaseTask(),
          taskId: taskInfo.taskId,
          filename: taskInfo.filename,
          name: taskInfo.name,
          histogramEnabled: this.histogram != null ? 1 : 0
        };
        try {
          this.port.postMessage(message, taskInfo.transferList);
          queueMicrotask(() => this.clearIdleTimeout());
          taskInfo.workerInfo = this;
          this.taskInfos.set(taskInfo.taskId, taskInfo);
          this.ref();
          Atomics.add(this.sharedBuffer, symbols_1.kRequestCountField, 1);
          Atomics.notify(this.sharedBuffer, symbols_1.kRequestCountField, 1);
        } catch (err) {
          taskInfo.done(err);
        }
      }
      processPendingMessages() {
        if (this.destroyed)
          return;
        const actualResponseCount = Atomics.load(this.sharedBuffer, symbols_1.kResponseCountField);
        if (actualResponseCount !== this.lastSeenResponseCount) {
          this.lastSeenResponseCount = actualResponseCount;
          let entry;
          while ((entry = (0, node_worker_threads_1.receiveMessageOnPort)(this.port)) != null) {
            this._handleResponse(entry.message);
          }
        }
      }
      isRunningAbortableTask() {
        if (this.taskInfos.size !== 1)
          return false;
        const [[, task]] = this.taskInfos;
        return task.abortSignal != null;
      }
      currentUsage() {
        return this.isRunningAbortableTask() ? Infinity : this.taskInfos.size;
      }
      popTask(taskId) {
        var _a;
        const task = (_a = this.taskInfos.get(taskId)) !== null && _a !== void 0 ? _a : null;
        if (task != null)
          this.taskInfos.delete(taskId);
        return task;
      }
      get interface() {
        const worker = this;
        return {
          get id() {
            return worker.worker.threadId;
          },
          get currentUsage() {
            return worker.currentUsage();
          },
          get isRunningAbortableTask() {
            return worker.isRunningAbortableTask();
          },
          get histogram() {
            return worker.histogram != null ? histogram_1.PiscinaHistogramHandler.createHistogramSummary(worker.histogram) : null;
          },
          get terminating() {
            return worker.terminating;
          },
          get destroyed() {
            return worker.destroyed;
          },
          [symbols_1.kWorkerData]: worker
        };
      }
    };
    exports.WorkerInfo = WorkerInfo;
  }
});

// node_modules/piscina/dist/index.js
var require_dist = __commonJS({
  "node_modules/piscina/dist/index.js"(exports) {
    "use strict";
    var __classPrivateFieldSet = exports && exports.__classPrivateFieldSet || function(receiver, state, value, kind, f) {
      if (kind === "m") throw new TypeError("Private method is not writable");
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a setter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot write private member to an object whose class did not declare it");
      return kind === "a" ? f.call(receiver, value) : f ? f.value = value : state.set(receiver, value), value;
    };
    var __classPrivateFieldGet = exports && exports.__classPrivateFieldGet || function(receiver, state, kind, f) {
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
      return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
    };
    var _DirectlyTransferable_value;
    var _ArrayBufferViewTransferable_view;
    var _Piscina_pool;
    var _Piscina_histogram;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.workerData = exports.isWorkerThread = exports.move = exports.ArrayTaskQueue = exports.FixedQueue = exports.version = exports.queueOptionsSymbol = exports.valueSymbol = exports.transferableSymbol = exports.Piscina = void 0;
    var node_worker_threads_1 = __require("node:worker_threads");
    var node_events_1 = __require("node:events");
    var node_path_1 = __require("node:path");
    var node_util_1 = __require("node:util");
    var node_perf_hooks_1 = __require("node:perf_hooks");
    var promises_1 = __require("node:timers/promises");
    var package_json_1 = require_package();
    Object.defineProperty(exports, "version", { enumerable: true, get: function() {
      return package_json_1.version;
    } });
    var symbols_1 = require_symbols();
    Object.defineProperty(exports, "queueOptionsSymbol", { enumerable: true, get: function() {
      return symbols_1.kQueueOptions;
    } });
    Object.defineProperty(exports, "transferableSymbol", { enumerable: true, get: function() {
      return symbols_1.kTransferable;
    } });
    Object.defineProperty(exports, "valueSymbol", { enumerable: true, get: function() {
      return symbols_1.kValue;
    } });
    var task_queue_1 = require_task_queue();
    Object.defineProperty(exports, "ArrayTaskQueue", { enumerable: true, get: function() {
      return task_queue_1.ArrayTaskQueue;
    } });
    Object.defineProperty(exports, "FixedQueue", { enumerable: true, get: function() {
      return task_queue_1.FixedQueue;
    } });
    var worker_pool_1 = require_worker_pool();
    var abort_1 = require_abort();
    var histogram_1 = require_histogram();
    var errors_1 = require_errors();
    var common_1 = require_common();
    var cpuParallelism = (0, common_1.getAvailableParallelism)();
    var kDefaultOptions = {
      filename: null,
      name: "default",
      minThreads: Math.max(Math.floor(cpuParallelism / 2), 1),
      maxThreads: cpuParallelism * 1.5,
      idleTimeout: 0,
      maxQueue: Infinity,
      concurrentTasksPerWorker: 1,
      atomics: "sync",
      taskQueue: new task_queue_1.ArrayTaskQueue(),
      niceIncrement: 0,
      trackUnmanagedFds: true,
      closeTimeout: 3e4,
      recordTiming: true,
      stricterFIFO: false,
      workerHistogram: false
    };
    var kDefaultRunOptions = {
      transferList: void 0,
      filename: null,
      signal: null,
      name: null
    };
    var kDefaultCloseOptions = {
      force: false
    };
    var DirectlyTransferable = class {
      constructor(value) {
        _DirectlyTransferable_value.set(this, void 0);
        __classPrivateFieldSet(this, _DirectlyTransferable_value, value, "f");
      }
      get [(_DirectlyTransferable_value = /* @__PURE__ */ new WeakMap(), symbols_1.kTransferable)]() {
        return __classPrivateFieldGet(this, _DirectlyTransferable_value, "f");
      }
      get [symbols_1.kValue]() {
        return __classPrivateFieldGet(this, _DirectlyTransferable_value, "f");
      }
    };
    var ArrayBufferViewTransferable = class {
      constructor(view) {
        _ArrayBufferViewTransferable_view.set(this, void 0);
        __classPrivateFieldSet(this, _ArrayBufferViewTransferable_view, view, "f");
      }
      get [(_ArrayBufferViewTransferable_view = /* @__PURE__ */ new WeakMap(), symbols_1.kTransferable)]() {
        return __classPrivateFieldGet(this, _ArrayBufferViewTransferable_view, "f").buffer;
      }
      get [symbols_1.kValue]() {
        return __classPrivateFieldGet(this, _ArrayBufferViewTransferable_view, "f");
      }
    };
    var ThreadPool = class {
      constructor(publicInterface, options) {
        var _a, _b, _c;
        this.skipQueue = [];
        this.completed = 0;
        this.histogram = null;
        this.start = node_perf_hooks_1.performance.now();
        this.inProcessPendingMessages = false;
        this.startingUp = false;
        this.closingUp = false;
        this.workerFailsDuringBootstrap = false;
        this.destroying = false;
        this.publicInterface = publicInterface;
        this.taskQueue = (_a = options.taskQueue) !== null && _a !== void 0 ? _a : new task_queue_1.FixedQueue();
        const filename = options.filename ? (0, common_1.maybeFileURLToPath)(options.filename) : null;
        this.options = (0, common_1.withNullPrototype)({
          ...kDefaultOptions,
          ...options,
          filename,
          maxQueue: 0
        });
        if (this.options.recordTiming) {
          this.histogram = new histogram_1.PiscinaHistogramHandler();
        }
        if (options.maxThreads !== void 0 && this.options.minThreads >= options.maxThreads) {
          this.options.minThreads = options.maxThreads;
        }
        if (options.minThreads !== void 0 && this.options.maxThreads <= options.minThreads) {
          this.options.maxThreads = options.minThreads;
        }
        if (options.maxQueue === "auto") {
          this.options.maxQueue = this.options.maxThreads ** 2;
        } else {
          this.options.maxQueue = (_b = options.maxQueue) !== null && _b !== void 0 ? _b : kDefaultOptions.maxQueue;
        }
        this.balancer = (_c = this.options.loadBalancer) !== null && _c !== void 0 ? _c : (0, worker_pool_1.LeastBusyBalancer)({ maximumUsage: this.options.concurrentTasksPerWorker });
        this.workers = new worker_pool_1.AsynchronouslyCreatedResourcePool(this.options.concurrentTasksPerWorker);
        this.workers.onTaskDone(this._onWorkerTaskDone.bind(this));
        this.maxCapacity = this.options.maxThreads * this.options.concurrentTasksPerWorker;
        this.startingUp = true;
        this._ensureMinimumWorkers();
        this.startingUp = false;
        this._needsDrain = false;
      }
      _ensureMinimumWorkers() {
        if (this.closingUp || this.destroying) {
          return;
        }
        while (this.workers.size < this.options.minThreads) {
          this._addNewWorker();
        }
      }
      _addNewWorker() {
        if (this.closingUp === true)
          return;
        const { port1, port2 } = new node_worker_threads_1.MessageChannel();
        const workerInfo = new worker_pool_1.WorkerInfo({
          worker: {
            filename: (0, node_path_1.resolve)((0, node_path_1.dirname)(this.options.filename), "pool-thread.cjs"),
            env: this.options.env,
            argv: this.options.argv,
            execArgv: this.options.execArgv,
            resourceLimits: this.options.resourceLimits,
            workerData: this.options.workerData,
            trackUnmanagedFds: this.options.trackUnmanagedFds
          },
          port: port1,
          enableHistogram: this.options.workerHistogram
        }, onMessage.bind(this));
        const message = {
          filename: this.options.filename,
          name: this.options.name,
          port: port2,
          sharedBuffer: workerInfo.sharedBuffer,
          atomics: this.options.atomics,
          niceIncrement: this.options.niceIncrement
        };
        workerInfo.onDestroy(() => {
          this.publicInterface.emit("workerDestroy", workerInfo.interface);
        });
        workerInfo.onWorkerMessage(onWorkerMessage.bind(this));
        workerInfo.onWorkerError(onWorkerError.bind(this));
        workerInfo.onWorkerExit(onWorkerExit.bind(this));
        workerInfo.onPortClose(() => {
          workerInfo.workerRef();
        });
        if (this.startingUp === true) {
          workerInfo.markAsReady();
          queueMicrotask(() => {
            this.publicInterface.emit("workerCreate", workerInfo.interface);
            this._onWorkerReady(workerInfo);
          });
        } else {
          workerInfo.onReady(() => {
            this.publicInterface.emit("workerCreate", workerInfo.interface);
            this._onWorkerReady(workerInfo);
          });
        }
        workerInfo.init(message, [port2]).workerUnref();
        this.workers.add(workerInfo);
        function onMessage(message2) {
          const { taskId, result } = message2;
          const taskInfo = workerInfo.popTask(taskId);
          this.workers.taskDone(workerInfo);
          if (taskInfo == null) {
            const err = new Error(`Unexpected message from Worker: ${(0, node_util_1.inspect)(message2)}`);
            this.publicInterface.emit("error", err);
          } else {
            taskInfo.done(message2.error, result);
          }
          this._processPendingMessages();
        }
        function onWorkerReady() {
          workerInfo.currentUsage() === 0 && workerInfo.unref();
          workerInfo.isReady() === false && workerInfo.markAsReady();
        }
        function onEventMessage(message2) {
          this.publicInterface.emit("message", message2);
        }
        function onWorkerMessage(message2) {
          const isReadyMessage = message2 instanceof Object && common_1.READY in message2 || typeof message2 === "object" && message2 !== null && common_1.READY in message2;
          if (isReadyMessage) {
            onWorkerReady();
          } else {
            onEventMessage.call(this, message2);
          }
        }
        function onWorkerError(err) {
          this._onError(workerInfo, err, false);
        }
        function onWorkerExit(code) {
          if (this.destroying === false) {
            const err = new Error(`worker exited with code: ${code}`);
            this._onError(workerInfo, err, true);
          }
        }
      }
      _onError(workerInfo, err, onlyErrorUnfinishedTasks) {
        const taskInfos = [...workerInfo.taskInfos.values()];
        workerInfo.taskInfos.clear();
        this._removeWorker(workerInfo);
        if (workerInfo.isReady() && !this.workerFailsDuringBootstrap) {
          this._ensureMinimumWorkers();
        } else {
          this.workerFailsDuringBootstrap = true;
        }
        if (taskInfos.length > 0) {
          for (const taskInfo of taskInfos) {
            taskInfo.done(err, null);
          }
        } else if (!onlyErrorUnfinishedTasks) {
          this.publicInterface.emit("error", err);
        }
      }
      _processPendingMessages() {
        if (this.inProcessPendingMessages || this.options.atomics === "disabled") {
          return;
        }
        this.inProcessPendingMessages = true;
        try {
          for (const workerInfo of this.workers) {
            workerInfo.processPendingMessages();
          }
        } finally {
          this.inProcessPendingMessages = false;
        }
      }
      _removeWorker(workerInfo) {
        workerInfo.destroy();
        this.workers.delete(workerInfo);
      }
      _removeTaskFromQueue(taskInfo) {
        this.taskQueue.remove(taskInfo);
        const skipQueueIndex = this.skipQueue.indexOf(taskInfo);
        if (skipQueueIndex !== -1) {
          this.skipQueue.splice(skipQueueIndex, 1);
        }
      }
      _onWorkerReady(workerInfo) {
        this._onWorkerAvailable(workerInfo);
      }
      _onWorkerTaskDone(workerInfo) {
        this._onWorkerAvailable(workerInfo);
      }
      _onWorkerAvailable(workerInfo) {
        let workers = null;
        while (this.taskQueue.size > 0 || this.skipQueue.length > 0) {
          const taskInfo = this.skipQueue.shift() || this.taskQueue.shift();
          if (workers == null) {
            workers = [...this.workers].map((workerInfo2) => workerInfo2.interface);
          }
          const distributed = this._distributeTask(taskInfo, workers);
          if (distributed) {
            continue;
          }
          if (this.workers.size < this.options.maxThreads) {
            this._addNewWorker();
            continue;
          } else {
            break;
          }
        }
        if (this.options.idleTimeout === Infinity) {
          return;
        }
        if (workerInfo.currentUsage() === 0 && this.workers.size > this.options.minThreads) {
          workerInfo.setIdleTimeout(() => {
            if (workerInfo.currentUsage() !== 0) {
              return;
            }
            if (this.workers.size > this.options.minThreads) {
              this._removeWorker(workerInfo);
            }
          }, this.options.idleTimeout);
        }
      }
      _distributeTask(task, workers) {
        var _a;
        if (task.aborted)
          return true;
        const candidate = this.balancer(task.interface, workers);
        if (candidate != null && candidate[symbols_1.kWorkerData] != null) {
          const now = node_perf_hooks_1.performance.now();
          (_a = this.histogram) === null || _a === void 0 ? void 0 : _a.recordWaitTime(now - task.created);
          task.started = now;
          candidate[symbols_1.kWorkerData].postTask(task);
          queueMicrotask(() => this._maybeDrain());
          return true;
        }
        this._returnUndistributedTask(task, !this.options.stricterFIFO);
        return false;
      }
      _returnUndistributedTask(task, toTail = false) {
        if (task.abortSignal != null) {
          if (toTail) {
            this.skipQueue.push(task);
          } else {
            this.skipQueue.unshift(task);
          }
          return;
        }
        if (toTail) {
          this.taskQueue.push(task);
        } else if (this.taskQueue.unshift != null) {
          this.taskQueue.unshift(task);
        } else {
          this.taskQueue.push(task);
        }
      }
      runTask(task, options) {
        var _a;
        let { filename, name } = options;
        const { transferList = [] } = options;
        filename = filename !== null && filename !== void 0 ? filename : this.options.filename;
        name = name !== null && name !== void 0 ? name : this.options.name;
        if (typeof filename !== "string") {
          return Promise.reject(errors_1.Errors.FilenameNotProvided());
        }
        filename = (0, common_1.maybeFileURLToPath)(filename);
        let signal;
        if (this.closingUp || this.destroying) {
          const closingUpAbortController = new AbortController();
          closingUpAbortController.abort("queue is being terminated");
          signal = closingUpAbortController.signal;
        } else {
          signal = (_a = options.signal) !== null && _a !== void 0 ? _a : null;
        }
        const { promise: ret, resolve, reject } = (0, common_1.promiseResolvers)();
        const taskInfo = new task_queue_1.TaskInfo({
          task,
          transferList,
          filename,
          name,
          abortSignal: signal,
          triggerAsyncId: this.publicInterface.asyncResource.asyncId()
        }, (err, result) => {
          var _a2;
          this.completed++;
          if (taskInfo.started) {
            (_a2 = this.histogram) === null || _a2 === void 0 ? void 0 : _a2.recordRunTime(node_perf_hooks_1.performance.now() - taskInfo.started);
          }
          if (err !== null) {
            reject(err);
          } else {
            resolve(result);
          }
          queueMicrotask(this._maybeDrain.bind(this));
        });
        if (signal != null) {
          if (signal.aborted) {
            reject(new abort_1.AbortError(signal.reason));
            return ret;
          }
          taskInfo.onAbort(() => {
            reject(new abort_1.AbortError(signal.reason));
            if (taskInfo.workerInfo != null) {
              this._removeWorker(taskInfo.workerInfo);
              this._ensureMinimumWorkers();
            } else {
              this._removeTaskFromQueue(taskInfo);
            }
          });
          taskInfo.setAbortListener(signal);
        }
        if (this.taskQueue.size > 0) {
          const totalCapacity = this.options.maxQueue + this.pendingCapacity();
          if (this.taskQueue.size >= totalCapacity) {
            if (this.options.maxQueue === 0) {
              reject(errors_1.Errors.NoTaskQueueAvailable());
            } else {
              reject(errors_1.Errors.TaskQueueAtLimit());
            }
          } else {
            this.taskQueue.push(taskInfo);
            if (this.workers.size < this.options.maxThreads) {
              this._addNewWorker();
            }
          }
          queueMicrotask(this._maybeDrain.bind(this));
          return ret;
        }
        const workers = [...this.workers.readyItems].map((workerInfo) => workerInfo.interface);
        const distributed = this._distributeTask(taskInfo, workers);
        if (!distributed) {
          if (this.workers.size < this.options.maxThreads) {
            this._addNewWorker();
          }
          if (this.options.maxQueue <= 0 && this.pendingCapacity() === 0) {
            reject(errors_1.Errors.NoTaskQueueAvailable());
          }
        }
        ;
        queueMicrotask(this._maybeDrain.bind(this));
        return ret;
      }
      pendingCapacity() {
        return this.workers.pendingItems.size * this.options.concurrentTasksPerWorker;
      }
      _maybeDrain() {
        const { maxCapacity } = this;
        const currentUsage = this.workers.getCurrentUsage();
        if (maxCapacity === currentUsage) {
          this._needsDrain = true;
          queueMicrotask(() => this.publicInterface.emit("needsDrain"));
        } else if (maxCapacity > currentUsage && this._needsDrain) {
          this._needsDrain = false;
          queueMicrotask(() => this.publicInterface.emit("drain"));
        }
      }
      async destroy() {
        this.destroying = true;
        while (this.skipQueue.length > 0) {
          const taskInfo = this.skipQueue.shift();
          taskInfo.done(new Error("Terminating worker thread"));
        }
        while (this.taskQueue.size > 0) {
          const taskInfo = this.taskQueue.shift();
          taskInfo.done(new Error("Terminating worker thread"));
        }
        const exitEvents = [];
        while (this.workers.size > 0) {
          const [workerInfo] = this.workers;
          exitEvents.push((0, node_events_1.once)(workerInfo.worker, "exit"));
          this._removeWorker(workerInfo);
        }
        await Promise.allSettled(exitEvents);
        this.destroying = false;
      }
      async close(options) {
        this.closingUp = true;
        if (options.force) {
          const skipQueueLength = this.skipQueue.length;
          for (let i = 0; i < skipQueueLength; i++) {
            const taskInfo = this.skipQueue.shift();
            if (taskInfo.workerInfo === null) {
              taskInfo.done(new abort_1.AbortError("pool is closed"));
            } else {
              this.skipQueue.push(taskInfo);
            }
          }
          const taskQueueLength = this.taskQueue.size;
          for (let i = 0; i < taskQueueLength; i++) {
            const taskInfo = this.taskQueue.shift();
            if (taskInfo.workerInfo === null) {
              taskInfo.done(new abort_1.AbortError("pool is closed"));
            } else {
              this.taskQueue.push(taskInfo);
            }
          }
        }
        const onPoolFlushed = () => new Promise((resolve) => {
          const numberOfWorkers = this.workers.size;
          if (numberOfWorkers === 0) {
            resolve();
            return;
          }
          let numberOfWorkersDone = 0;
          const checkIfWorkerIsDone = (workerInfo) => {
            if (workerInfo.taskInfos.size === 0) {
              numberOfWorkersDone++;
            }
            if (numberOfWorkers === numberOfWorkersDone) {
              resolve();
            }
          };
          this.workers.onTaskDone(checkIfWorkerIsDone);
          for (const workerInfo of this.workers) {
            checkIfWorkerIsDone(workerInfo);
            this.workers.onTaskDone(checkIfWorkerIsDone);
          }
        });
        const throwOnTimeOut = async (timeout) => {
          await (0, promises_1.setTimeout)(timeout, null, { ref: false });
          throw errors_1.Errors.CloseTimeout();
        };
        try {
          await Promise.race([
            onPoolFlushed(),
            throwOnTimeOut(this.options.closeTimeout)
          ]);
        } catch (error) {
          this.publicInterface.emit("error", error);
        } finally {
          await this.destroy();
          this.publicInterface.emit("close");
          this.closingUp = false;
        }
      }
    };
    var Piscina2 = class _Piscina extends node_events_1.EventEmitterAsyncResource {
      constructor(options = {}) {
        const opts = (0, common_1.withNullPrototype)(options);
        super((0, common_1.withNullPrototype)(opts, { name: "Piscina" }));
        _Piscina_pool.set(this, void 0);
        _Piscina_histogram.set(this, null);
        if (typeof opts.filename !== "string" && opts.filename != null) {
          throw new TypeError("options.filename must be a string or null");
        }
        if (typeof opts.name !== "string" && opts.name != null) {
          throw new TypeError("options.name must be a string or null");
        }
        if (opts.minThreads !== void 0 && (typeof opts.minThreads !== "number" || opts.minThreads < 0)) {
          throw new TypeError("options.minThreads must be a non-negative integer");
        }
        if (opts.maxThreads !== void 0 && (typeof opts.maxThreads !== "number" || opts.maxThreads < 1)) {
          throw new TypeError("options.maxThreads must be a positive integer");
        }
        if (opts.minThreads !== void 0 && opts.maxThreads !== void 0 && opts.minThreads > opts.maxThreads) {
          throw new RangeError("options.minThreads and options.maxThreads must not conflict");
        }
        if (opts.idleTimeout !== void 0 && (typeof opts.idleTimeout !== "number" || opts.idleTimeout < 0)) {
          throw new TypeError("options.idleTimeout must be a non-negative integer");
        }
        if (opts.maxQueue !== void 0 && opts.maxQueue !== "auto" && (typeof opts.maxQueue !== "number" || opts.maxQueue < 0)) {
          throw new TypeError("options.maxQueue must be a non-negative integer");
        }
        if (opts.concurrentTasksPerWorker !== void 0 && (typeof opts.concurrentTasksPerWorker !== "number" || opts.concurrentTasksPerWorker < 1)) {
          throw new TypeError("options.concurrentTasksPerWorker must be a positive integer");
        }
        if (opts.atomics != null && (typeof opts.atomics !== "string" || !["sync", "async", "disabled"].includes(opts.atomics))) {
          throw new TypeError("options.atomics should be a value of sync, sync or disabled.");
        }
        if (opts.resourceLimits !== void 0 && (typeof opts.resourceLimits !== "object" || opts.resourceLimits === null)) {
          throw new TypeError("options.resourceLimits must be an object");
        }
        if (opts.taskQueue !== void 0 && !(0, task_queue_1.isTaskQueue)(opts.taskQueue)) {
          throw new TypeError("options.taskQueue must be a TaskQueue object");
        }
        if (opts.niceIncrement !== void 0 && (typeof opts.niceIncrement !== "number" || opts.niceIncrement < 0 && process.platform !== "win32")) {
          throw new TypeError("options.niceIncrement must be a non-negative integer on Unix systems");
        }
        if (opts.trackUnmanagedFds !== void 0 && typeof opts.trackUnmanagedFds !== "boolean") {
          throw new TypeError("options.trackUnmanagedFds must be a boolean value");
        }
        if (opts.closeTimeout !== void 0 && (typeof opts.closeTimeout !== "number" || opts.closeTimeout < 0)) {
          throw new TypeError("options.closeTimeout must be a non-negative integer");
        }
        if (opts.loadBalancer !== void 0 && (typeof opts.loadBalancer !== "function" || opts.loadBalancer.length < 1)) {
          throw new TypeError("options.loadBalancer must be a function with at least two args");
        }
        if (opts.workerHistogram !== void 0 && typeof opts.workerHistogram !== "boolean") {
          throw new TypeError("options.workerHistogram must be a boolean");
        }
        if (opts.stricterFIFO !== void 0 && typeof opts.stricterFIFO !== "boolean") {
          throw new TypeError("options.stricterFIFO must be a boolean");
        }
        __classPrivateFieldSet(this, _Piscina_pool, new ThreadPool(this, opts), "f");
      }
      run(task, options = kDefaultRunOptions) {
        var _a, _b, _c;
        if (options === null || typeof options !== "object") {
          return Promise.reject(new TypeError("options must be an object"));
        }
        options = (0, common_1.withNullPrototype)(options);
        const transferList = options.transferList;
        const signal = (_a = options.signal) !== null && _a !== void 0 ? _a : null;
        const filename = (_b = options.filename) !== null && _b !== void 0 ? _b : null;
        const name = (_c = options.name) !== null && _c !== void 0 ? _c : null;
        if (transferList !== void 0 && !Array.isArray(transferList)) {
          return Promise.reject(new TypeError("transferList argument must be an Array"));
        }
        if (filename != null && typeof filename !== "string") {
          return Promise.reject(new TypeError("filename argument must be a string"));
        }
        if (name != null && typeof name !== "string") {
          return Promise.reject(new TypeError("name argument must be a string"));
        }
        if (signal != null && typeof signal !== "object") {
          return Promise.reject(new TypeError("signal argument must be an object"));
        }
        return __classPrivateFieldGet(this, _Piscina_pool, "f").runTask(task, { transferList, filename, name, signal });
      }
      async close(options = kDefaultCloseOptions) {
        if (options === null || typeof options !== "object") {
          throw TypeError("options must be an object");
        }
        options = (0, common_1.withNullPrototype)(options);
        let { force } = options;
        if (force !== void 0 && typeof force !== "boolean") {
          return Promise.reject(new TypeError("force argument must be a boolean"));
        }
        force !== null && force !== void 0 ? force : force = kDefaultCloseOptions.force;
        return __classPrivateFieldGet(this, _Piscina_pool, "f").close({
          force
        });
      }
      destroy() {
        return __classPrivateFieldGet(this, _Piscina_pool, "f").destroy();
      }
      [(_Piscina_pool = /* @__PURE__ */ new WeakMap(), _Piscina_histogram = /* @__PURE__ */ new WeakMap(), Symbol.dispose)]() {
        this.close();
      }
      [Symbol.asyncDispose]() {
        return this.close();
      }
      get maxThreads() {
        return __classPrivateFieldGet(this, _Piscina_pool, "f").options.maxThreads;
      }
      get minThreads() {
        return __classPrivateFieldGet(this, _Piscina_pool, "f").options.minThreads;
      }
      get options() {
        return __classPrivateFieldGet(this, _Piscina_pool, "f").options;
      }
      get threads() {
        const ret = [];
        for (const workerInfo of __classPrivateFieldGet(this, _Piscina_pool, "f").workers) {
          ret.push(workerInfo.worker);
        }
        return ret;
      }
      get idleThreads() {
        let count = 0;
        for (const workerInfo of __classPrivateFieldGet(this, _Piscina_pool, "f").workers.readyItems) {
          if (workerInfo.currentUsage() === 0)
            count++;
        }
        return count;
      }
      get queueSize() {
        const pool2 = __classPrivateFieldGet(this, _Piscina_pool, "f");
        return Math.max(pool2.taskQueue.size + pool2.skipQueue.length - pool2.pendingCapacity(), 0);
      }
      get completed() {
        return __classPrivateFieldGet(this, _Piscina_pool, "f").completed;
      }
      get histogram() {
        if (__classPrivateFieldGet(this, _Piscina_histogram, "f") == null) {
          const piscinahistogram = {
            // @ts-expect-error
            get runTime() {
              var _a;
              return (_a = this.histogram) === null || _a === void 0 ? void 0 : _a.runTimeSummary;
            },
            // @ts-expect-error
            get waitTime() {
              var _a;
              return (_a = this.histogram) === null || _a === void 0 ? void 0 : _a.waitTimeSummary;
            },
            resetRunTime() {
              var _a;
              (_a = this.histogram) === null || _a === void 0 ? void 0 : _a.resetRunTime();
            },
            resetWaitTime() {
              var _a;
              (_a = this.histogram) === null || _a === void 0 ? void 0 : _a.resetWaitTime();
            }
          };
          Object.defineProperty(piscinahistogram, "histogram", {
            value: __classPrivateFieldGet(this, _Piscina_pool, "f").histogram,
            writable: false,
            enumerable: false,
            configurable: false
          });
          __classPrivateFieldSet(this, _Piscina_histogram, piscinahistogram, "f");
        }
        ;
        return __classPrivateFieldGet(this, _Piscina_histogram, "f");
      }
      get utilization() {
        if (__classPrivateFieldGet(this, _Piscina_pool, "f").histogram == null) {
          return 0;
        }
        const count = __classPrivateFieldGet(this, _Piscina_pool, "f").histogram.runTimeCount;
        if (count === 0) {
          return 0;
        }
        const capacity = this.duration * __classPrivateFieldGet(this, _Piscina_pool, "f").options.maxThreads;
        const totalMeanRuntime = __classPrivateFieldGet(this, _Piscina_pool, "f").histogram.runTimeSummary.mean / 1e3 * count;
        return totalMeanRuntime / capacity;
      }
      get duration() {
        return node_perf_hooks_1.performance.now() - __classPrivateFieldGet(this, _Piscina_pool, "f").start;
      }
      get needsDrain() {
        return __classPrivateFieldGet(this, _Piscina_pool, "f")._needsDrain;
      }
      static get isWorkerThread() {
        return common_1.commonState.isWorkerThread;
      }
      static get workerData() {
        return common_1.commonState.workerData;
      }
      static get version() {
        return package_json_1.version;
      }
      static get Piscina() {
        return _Piscina;
      }
      static get FixedQueue() {
        return task_queue_1.FixedQueue;
      }
      static get ArrayTaskQueue() {
        return task_queue_1.ArrayTaskQueue;
      }
      static move(val) {
        if (val != null && typeof val === "object" && typeof val !== "function") {
          if (!(0, common_1.isTransferable)(val)) {
            if (node_util_1.types.isArrayBufferView(val)) {
              val = new ArrayBufferViewTransferable(val);
            } else {
              val = new DirectlyTransferable(val);
            }
          }
          (0, common_1.markMovable)(val);
        }
        return val;
      }
      static get transferableSymbol() {
        return symbols_1.kTransferable;
      }
      static get valueSymbol() {
        return symbols_1.kValue;
      }
      static get queueOptionsSymbol() {
        return symbols_1.kQueueOptions;
      }
    };
    exports.default = Piscina2;
    exports.Piscina = Piscina2;
    var move2 = Piscina2.move;
    exports.move = move2;
    var isWorkerThread2 = Piscina2.isWorkerThread;
    exports.isWorkerThread = isWorkerThread2;
    var workerData2 = Piscina2.workerData;
    exports.workerData = workerData2;
  }
});

// node_modules/piscina/dist/main.js
var require_main = __commonJS({
  "node_modules/piscina/dist/main.js"(exports, module) {
    "use strict";
    var __importDefault = exports && exports.__importDefault || function(mod2) {
      return mod2 && mod2.__esModule ? mod2 : { "default": mod2 };
    };
    var index_1 = __importDefault(require_dist());
    module.exports = index_1.default;
  }
});

// src/broker/main.ts
import { existsSync as existsSync6 } from "node:fs";
import path17 from "node:path";
import { setTimeout as sleep3 } from "node:timers/promises";
import { parseArgs } from "node:util";

// src/bus/publisher.ts
import { existsSync } from "node:fs";
import { XPublisher } from "zeromq";

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
// @__NO_SIDE_EFFECTS__
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
var ValiError = class extends Error {
  /**
  * Creates a Valibot error with useful information.
  *
  * @param issues The error issues.
  */
  constructor(issues) {
    super(issues[0].message);
    this.name = "ValiError";
    this.issues = issues;
  }
};
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
var ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
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
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function isoTimestamp(message$1) {
  return {
    kind: "validation",
    type: "iso_timestamp",
    reference: isoTimestamp,
    async: false,
    expects: null,
    requirement: ISO_TIMESTAMP_REGEX,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
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
function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
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
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
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
function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true;
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
function nullable(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped.expects} | null)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
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
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
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
function parse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  if (dataset.issues) throw new ValiError(dataset.issues);
  return dataset.value;
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

// src/contract/finite-number.ts
var FiniteNumberSchema = pipe(number(), finite());

// src/contract/fact.ts
var PHASES = [
  "queued",
  "starting",
  "running",
  "thinking",
  "investigating",
  "editing",
  "verifying",
  "reviewing",
  "finalizing",
  "cancelling",
  "stopping",
  "done",
  "failed",
  "cancelled"
];
var PhaseSchema = picklist(PHASES);
var UsageSchema = object({
  totalTokens: FiniteNumberSchema,
  inputTokens: FiniteNumberSchema,
  cachedInputTokens: FiniteNumberSchema,
  outputTokens: FiniteNumberSchema,
  reasoningOutputTokens: FiniteNumberSchema
});
var ItemStatus = picklist(["completed", "failed", "declined"]);
var FactSchema = variant("kind", [
  object({
    kind: literal("itemStarted"),
    itemId: string(),
    label: string(),
    phase: PhaseSchema,
    command: boolean(),
    /** A thought or a word: nothing was done by it. */
    said: optional(literal(true))
  }),
  object({ kind: literal("itemEnded"), itemId: string(), label: string(), status: ItemStatus }),
  object({ kind: literal("streamed") }),
  object({ kind: literal("messageCompleted"), text: string() }),
  object({ kind: literal("reviewCompleted"), text: string() }),
  object({ kind: literal("reasoningCompleted"), sections: array(string()) }),
  object({
    kind: literal("commandCompleted"),
    command: string(),
    exitCode: nullable(number()),
    status: ItemStatus
  }),
  object({ kind: literal("filesChanged"), paths: array(string()), status: ItemStatus }),
  object({ kind: literal("subAgentStarted"), threadId: string(), label: string() }),
  object({ kind: literal("usageUpdated"), usage: UsageSchema }),
  object({ kind: literal("retrying"), message: string() }),
  object({ kind: literal("errorReported"), message: string() }),
  object({ kind: literal("noticed"), message: string() }),
  /** The wall clock went ahead (or back, below 0) against the monotonic one: a sleep, or a clock that was set. */
  object({ kind: literal("clockJumped"), byMs: number() })
]);
function isProgress(fact) {
  switch (fact.kind) {
    case "usageUpdated":
    case "retrying":
    case "errorReported":
    case "noticed":
    case "clockJumped":
      return false;
    default:
      return true;
  }
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

// src/contract/ids.ts
import { createHash } from "node:crypto";

// node_modules/nanoid/index.js
import { webcrypto as crypto } from "node:crypto";
var POOL_SIZE_MULTIPLIER = 128;
var pool;
var poolOffset;
function fillPool(bytes) {
  if (bytes < 0) throw new RangeError("Wrong ID size");
  try {
    if (!pool || pool.length < bytes) {
      pool = Buffer.allocUnsafe(bytes * POOL_SIZE_MULTIPLIER);
      crypto.getRandomValues(pool);
      poolOffset = 0;
    } else if (poolOffset + bytes > pool.length) {
      crypto.getRandomValues(pool);
      poolOffset = 0;
    }
  } catch (e) {
    pool = void 0;
    throw e;
  }
  poolOffset += bytes;
}
function random(bytes) {
  fillPool(bytes |= 0);
  return pool.subarray(poolOffset - bytes, poolOffset);
}
function customRandom(alphabet, defaultSize, getRandom) {
  let safeByteCutoff = 256 - 256 % alphabet.length;
  if (safeByteCutoff === 256) {
    let mask = alphabet.length - 1;
    return (size = defaultSize) => {
      if (!size) return "";
      let id = "";
      while (true) {
        let bytes = getRandom(size);
        let i = size;
        while (i--) {
          id += alphabet[bytes[i] & mask];
          if (id.length >= size) return id;
        }
      }
    };
  }
  let step = Math.ceil(1.6 * 256 * defaultSize / safeByteCutoff);
  return (size = defaultSize) => {
    if (!size) return "";
    let id = "";
    while (true) {
      let bytes = getRandom(step);
      let i = step;
      while (i--) {
        if (bytes[i] < safeByteCutoff) {
          id += alphabet[bytes[i] % alphabet.length];
          if (id.length >= size) return id;
        }
      }
    }
  };
}
function customAlphabet(alphabet, size = 21) {
  return customRandom(alphabet, size, random);
}

// src/contract/ids.ts
var randomPart = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 8);
var JOB_KINDS = ["task", "review", "adversarial-review", "stop-gate-review"];
var JobKindSchema = picklist(JOB_KINDS);
var PREFIXES = {
  task: "task",
  review: "review",
  "adversarial-review": "review",
  "stop-gate-review": "gate"
};
var JOB_ID = /^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u;
var JobIdSchema = pipe(string(), regex(JOB_ID, "not a job id"));
var BrokerKeySchema = pipe(string(), regex(/^[\w-]{1,64}$/u, "not a broker key"));
function idsOfKey(key) {
  return [...new Set(JOB_KINDS.map((kind) => jobIdOfKey(kind, key)))];
}
function jobIdOfKey(kind, key) {
  const digest2 = createHash("sha256").update(key).digest("hex");
  const text = BigInt(`0x${digest2}`).toString(36).padStart(50, "0");
  return `${PREFIXES[kind]}-${text.slice(-17, -8)}-${text.slice(-8)}`;
}
function isJobId(text) {
  return JOB_ID.test(text);
}
function newBrokerId() {
  return `broker-${randomPart()}`;
}
function newRunTag() {
  return `${randomPart()}${randomPart()}`;
}
function newNonce() {
  return randomPart();
}
var TASK_THREAD_PREFIX = "Codex Companion Task: ";
function threadNameOf(kind, summary) {
  return `${kind === "task" ? TASK_THREAD_PREFIX : "Codex Companion: "}${summary}`;
}

// src/contract/instant.ts
var InstantSchema = pipe(
  string(),
  isoTimestamp(),
  check((text) => !Number.isNaN(Date.parse(text)), "not a moment")
);

// src/contract/json.ts
var MAX_JSON_DEPTH = 100;
var JsonObjectSchema = custom(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !isDeeper(value, MAX_JSON_DEPTH),
  `not a JSON object of at most ${MAX_JSON_DEPTH} levels`
);
function isDeeper(value, levels) {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

// src/contract/process-identity.ts
var ProcessIdentitySchema = object({
  bootId: string(),
  pid: pipe(number(), integer(), minValue(2)),
  startTime: string()
});

// src/contract/review.ts
var ReviewTargetSchema = variant("mode", [
  object({ mode: literal("working-tree"), label: string() }),
  /** `baseRef` is a ref that git had resolved when the job was made. */
  object({ mode: literal("branch"), label: string(), baseRef: string() })
]);
var ReviewSubjectSchema = object({
  target: ReviewTargetSchema,
  /** Somebody chose it; else it was found to be the natural one. */
  explicit: boolean(),
  repoRoot: string(),
  /** Of the working tree; `HEAD` when there is none. */
  branch: string(),
  /** How much of what, in a sentence; null when nobody counted. */
  summary: nullable(string())
});

// src/contract/job.ts
var JOB_SCHEMA_VERSION = 1;
var MAX_PROMPT_CHARS = 1048576;
var MAX_DURATION_MS = 2147483647;
var EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh"];
var EffortSchema = picklist(EFFORTS);
var SANDBOXES = ["read-only", "workspace-write", "danger-full-access"];
var SandboxSchema = picklist(SANDBOXES);
var APPROVAL_RULES = ["decline", "accept", "ask"];
var ApprovalRuleSchema = picklist(APPROVAL_RULES);
var DurationMs = pipe(number(), integer(), minValue(0), maxValue(MAX_DURATION_MS));
var ClocksSchema = object({
  queueMs: DurationMs,
  startMs: DurationMs,
  idleMs: DurationMs,
  hardMs: DurationMs
});
var MAX_RETRIES = 10;
var RequestFields = object({
  /** Empty for a review: Codex makes its own. */
  prompt: pipe(string(), maxLength(MAX_PROMPT_CHARS)),
  /** Null leaves it to the user's own Codex configuration. */
  sandbox: nullable(SandboxSchema),
  network: optional(boolean(), false),
  /** Absolute paths of directories beyond the workspace that may be written to. */
  addDirs: optional(array(string()), []),
  onApproval: optional(ApprovalRuleSchema, "decline"),
  model: nullable(string()),
  effort: nullable(EffortSchema),
  resumeThreadId: nullable(string()),
  review: optional(nullable(ReviewSubjectSchema), null),
  /** The JSON Schema that the final message has to fit. */
  outputSchema: optional(nullable(JsonObjectSchema), null),
  /** How often it is tried again when an attempt was lost before it had done anything. The clocks are those of one attempt. */
  retries: optional(pipe(number(), integer(), minValue(0), maxValue(MAX_RETRIES)), 0),
  clocks: ClocksSchema
});
var JobRequestSchema = pipe(
  RequestFields,
  check(({ prompt, review }) => prompt !== "" || review !== null, "a job needs a prompt, or something to review")
);
function mayWrite({ sandbox }) {
  return sandbox !== "read-only";
}
var MAX_KEY_CHARS = 200;
var JobKeySchema = pipe(string(), minLength(1), maxLength(MAX_KEY_CHARS));
var JobSpecSchema = object({
  id: JobIdSchema,
  kind: JobKindSchema,
  title: string(),
  summary: string(),
  sessionId: nullable(string()),
  /** What the client calls it: the same key again is the same job. Its id is made of the key. */
  key: optional(nullable(JobKeySchema), null),
  /** The job that had the same request before. */
  retryOf: optional(nullable(JobIdSchema), null),
  /** A client waits for it: it ends with the session of that client. */
  foreground: optional(boolean(), false),
  cwd: string(),
  request: JobRequestSchema
});
var ResolvedSchema = object({
  model: nullable(string()),
  effort: nullable(string()),
  sandbox: nullable(string()),
  approvalPolicy: nullable(string()),
  codexVersion: nullable(string())
});
var WorkSchema = object({
  lastMessage: nullable(string()),
  reasoningSummary: array(string()),
  touchedFiles: array(string()),
  commands: array(object({ command: string(), exitCode: nullable(number()) })),
  childThreadIds: array(string()),
  usage: nullable(UsageSchema),
  lastNotice: nullable(string()),
  /** How far the wall clock has jumped while the job ran: no part of its duration. */
  clockJumpMs: optional(FiniteNumberSchema, 0),
  /** It has begun to do something, not only to think and speak: a second attempt could do it twice. */
  acted: optional(boolean(), false)
});
var OpenItemSchema = object({
  itemId: string(),
  label: string(),
  command: boolean(),
  since: InstantSchema
});
var QuestionSchema = object({
  id: string(),
  what: picklist(["a command", "a file change"]),
  subject: string(),
  since: InstantSchema
});
var STOP_CAUSES = ["cancel", "queue_timeout", "start_timeout", "idle_timeout", "deadline_exceeded"];
var StopCauseSchema = picklist(STOP_CAUSES);
var JOB_STATUSES = ["queued", "running", "completed", "failed", "cancelled"];
var JobStatusSchema = picklist(JOB_STATUSES);
var OwnerSchema = object({
  brokerKey: BrokerKeySchema,
  brokerId: string(),
  codexHome: string(),
  codexPath: string()
});
var TransitionSchema = object({
  at: InstantSchema,
  event: string(),
  source: string(),
  detail: nullable(string())
});
var common = {
  schemaVersion: literal(JOB_SCHEMA_VERSION),
  rev: FiniteNumberSchema,
  id: JobIdSchema,
  kind: JobKindSchema,
  title: string(),
  summary: string(),
  sessionId: nullable(string()),
  key: optional(nullable(JobKeySchema), null),
  retryOf: optional(nullable(JobIdSchema), null),
  foreground: optional(boolean(), false),
  workspaceRoot: string(),
  cwd: string(),
  request: JobRequestSchema,
  owner: OwnerSchema,
  attempt: FiniteNumberSchema,
  logFile: string(),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  phase: PhaseSchema,
  threadId: nullable(string()),
  turnId: nullable(string()),
  resolved: nullable(ResolvedSchema),
  work: WorkSchema,
  openItems: array(OpenItemSchema),
  questions: optional(array(QuestionSchema), []),
  lastEventAt: nullable(InstantSchema),
  lastProgressAt: nullable(InstantSchema),
  history: array(TransitionSchema)
};
var InterruptionSchema = object({ attempted: boolean(), confirmed: boolean() });
var Running = object({
  ...common,
  status: literal("running"),
  startedAt: InstantSchema,
  deadlineAt: nullable(InstantSchema),
  broker: ProcessIdentitySchema,
  appServer: ProcessIdentitySchema,
  stopping: nullable(object({ cause: StopCauseSchema, at: InstantSchema }))
});
var JobRecordSchema = variant("status", [
  /** `retryAt`: not before then; null for the first attempt. */
  object({ ...common, status: literal("queued"), retryAt: optional(nullable(InstantSchema), null) }),
  Running,
  object({
    ...common,
    status: literal("completed"),
    startedAt: InstantSchema,
    completedAt: InstantSchema,
    finalMessage: string()
  }),
  object({
    ...common,
    status: literal("failed"),
    startedAt: nullable(InstantSchema),
    completedAt: InstantSchema,
    reason: ReasonSchema,
    errorMessage: string(),
    interruption: nullable(InterruptionSchema)
  }),
  object({
    ...common,
    status: literal("cancelled"),
    startedAt: nullable(InstantSchema),
    completedAt: InstantSchema,
    interruption: nullable(InterruptionSchema)
  })
]);
function isFinished(job) {
  return job.status !== "queued" && job.status !== "running";
}

// src/contract/event.ts
var EVENT_VERSION = 1;
var jobId = JobIdSchema;
var SHUTDOWN_CAUSES = [
  "idle",
  "stopped",
  "signal",
  "app_server_exited",
  "app_server_unresponsive",
  "app_server_start_failed",
  "internal"
];
var ShutdownCauseSchema = picklist(SHUTDOWN_CAUSES);
var LogRangeSchema = object({ start: number(), end: number() });
var JobEventSchema = variant("type", [
  object({ type: literal("job.queued"), jobId, kind: JobKindSchema, title: string(), summary: string() }),
  object({
    type: literal("job.started"),
    jobId,
    title: string(),
    deadlineAt: nullable(InstantSchema),
    broker: ProcessIdentitySchema,
    appServer: ProcessIdentitySchema
  }),
  object({ type: literal("job.threadReady"), jobId, threadId: string(), resolved: ResolvedSchema }),
  object({ type: literal("job.turnStarted"), jobId, turnId: string() }),
  object({ type: literal("job.progressed"), jobId, facts: array(FactSchema) }),
  object({ type: literal("job.asked"), jobId, question: QuestionSchema }),
  object({
    type: literal("job.answered"),
    jobId,
    questionId: string(),
    decision: picklist(["accept", "decline"]),
    by: string()
  }),
  object({ type: literal("job.stopping"), jobId, cause: StopCauseSchema }),
  object({ type: literal("job.adopted"), jobId, owner: OwnerSchema }),
  /** An attempt was lost, and the job waits for the next: number `attempt` of `of`, not before `retryAt`. */
  object({
    type: literal("job.retrying"),
    jobId,
    reason: ReasonSchema,
    message: string(),
    attempt: number(),
    of: number(),
    retryAt: InstantSchema
  }),
  object({ type: literal("job.completed"), jobId, finalMessage: string() }),
  object({
    type: literal("job.failed"),
    jobId,
    reason: ReasonSchema,
    message: string(),
    interruption: nullable(InterruptionSchema)
  }),
  object({ type: literal("job.cancelled"), jobId, by: string(), interruption: nullable(InterruptionSchema) })
]);
var BrokerEventSchema = variant("type", [
  object({
    type: literal("broker.started"),
    process: ProcessIdentitySchema,
    version: string(),
    workspaceRoot: string()
  }),
  object({ type: literal("broker.draining") }),
  object({
    type: literal("broker.shuttingDown"),
    cause: ShutdownCauseSchema,
    message: string(),
    exitStatus: number(),
    successor: boolean()
  }),
  object({
    type: literal("appServer.ready"),
    process: ProcessIdentitySchema,
    version: string(),
    startedInMs: number()
  }),
  object({
    type: literal("appServer.exited"),
    code: nullable(number()),
    signal: nullable(string()),
    stderrTail: string()
  }),
  object({ type: literal("appServer.unresponsive"), silentMs: number() }),
  object({ type: literal("appServer.garbled"), lines: number(), sample: string() })
]);
var BusEventSchema = variant("type", [...JobEventSchema.options, ...BrokerEventSchema.options]);
var EnvelopeSchema = object({
  v: literal(EVENT_VERSION),
  brokerId: string(),
  seq: number(),
  streamSeq: number(),
  at: InstantSchema,
  log: nullable(LogRangeSchema),
  event: BusEventSchema
});
function isJobEvent(event) {
  return event.type.startsWith("job.");
}
function streamOf(event) {
  return isJobEvent(event) ? jobStream(event.jobId) : BROKER_STREAM;
}
var BROKER_STREAM = "broker";
function jobStream(id) {
  return `job.${id}`;
}
function endsStream(event) {
  return event.type === "job.completed" || event.type === "job.failed" || event.type === "job.cancelled";
}

// src/bus/endpoint.ts
import { lstatSync, rmSync } from "node:fs";
import path from "node:path";
var MAX_SOCKET_PATH_BYTES = 103;
function endpointOf(socketPath) {
  if (!path.isAbsolute(socketPath)) {
    throw new Error(`Cannot use "${socketPath}" for a socket: the path is not absolute (give the whole path)`);
  }
  const bytes = Buffer.byteLength(socketPath);
  if (bytes > MAX_SOCKET_PATH_BYTES) {
    throw new Error(
      `Cannot use "${socketPath}" for a socket: the path has ${bytes} bytes of at most ${MAX_SOCKET_PATH_BYTES} (choose a shorter directory)`
    );
  }
  return `ipc://${socketPath}`;
}
function removeEndpoint(socketPath) {
  const found = lstatSync(socketPath, { throwIfNoEntry: false });
  if (found === void 0) return true;
  if (!found.isSocket()) return false;
  rmSync(socketPath, { force: true });
  return true;
}

// node_modules/msgpackr/unpack.js
var decoder;
try {
  decoder = new TextDecoder();
} catch (error) {
}
var src;
var srcEnd;
var position = 0;
var EMPTY_ARRAY = [];
var strings = EMPTY_ARRAY;
var stringPosition = 0;
var currentUnpackr = {};
var currentStructures;
var srcString;
var srcStringStart = 0;
var srcStringEnd = 0;
var bundledStrings;
var referenceMap;
var currentExtensions = [];
var dataView;
var arrayAllocationBudget;
var defaultOptions = {
  useRecords: false,
  mapsAsObjects: true
};
var C1Type = class {
};
var C1 = new C1Type();
C1.name = "MessagePack 0xC1";
var sequentialMode = false;
var inlineObjectReadThreshold = 2;
var Unpackr = class _Unpackr {
  constructor(options) {
    if (options) {
      if (options.useRecords === false && options.mapsAsObjects === void 0)
        options.mapsAsObjects = true;
      if (options.sequential && options.trusted !== false) {
        options.trusted = true;
        if (!options.structures && options.useRecords != false) {
          options.structures = [];
          if (!options.maxSharedStructures)
            options.maxSharedStructures = 0;
        }
      }
      if (options.structures)
        options.structures.sharedLength = options.structures.length;
      else if (options.getStructures) {
        (options.structures = []).uninitialized = true;
        options.structures.sharedLength = 0;
      }
      if (options.int64AsNumber) {
        options.int64AsType = "number";
      }
    }
    Object.assign(this, options);
  }
  unpack(source, options) {
    if (src) {
      return saveState(() => {
        clearSource();
        try {
          return this ? this.unpack(source, options) : _Unpackr.prototype.unpack.call(defaultOptions, source, options);
        } catch (error) {
          if (error && typeof error == "object")
            nestedUnpackErrors.add(error);
          throw error;
        }
      });
    }
    if (!source.buffer && source.constructor === ArrayBuffer)
      source = typeof Buffer !== "undefined" ? Buffer.from(source) : new Uint8Array(source);
    if (typeof options === "object") {
      srcEnd = options.end || source.length;
      position = options.start || 0;
    } else {
      position = 0;
      srcEnd = options > -1 ? options : source.length;
    }
    if (srcEnd > source.length) srcEnd = source.length;
    stringPosition = 0;
    srcStringEnd = 0;
    srcString = null;
    strings = EMPTY_ARRAY;
    bundledStrings = null;
    src = source;
    try {
      dataView = source.dataView || (source.dataView = new DataView(source.buffer, source.byteOffset, source.byteLength));
    } catch (error) {
      src = null;
      if (source instanceof Uint8Array)
        throw error;
      throw new Error("Source must be a Uint8Array or Buffer but was a " + (source && typeof source == "object" ? source.constructor.name : typeof source));
    }
    if (this instanceof _Unpackr) {
      currentUnpackr = this;
      if (this.structures) {
        currentStructures = this.structures;
        return checkedRead(options);
      } else if (!currentStructures || currentStructures.length > 0) {
        currentStructures = [];
      }
    } else {
      currentUnpackr = defaultOptions;
      if (!currentStructures || currentStructures.length > 0)
        currentStructures = [];
    }
    return checkedRead(options);
  }
  unpackMultiple(source, forEach) {
    let values, lastPosition = 0;
    try {
      sequentialMode = true;
      let size = source.length;
      let value = this ? this.unpack(source, size) : defaultUnpackr.unpack(source, size);
      if (forEach) {
        if (forEach(value, lastPosition, position) === false) return;
        while (position < size) {
          lastPosition = position;
          if (forEach(checkedRead(), lastPosition, position) === false) {
            return;
          }
        }
      } else {
        values = [value];
        while (position < size) {
          lastPosition = position;
          values.push(checkedRead());
        }
        return values;
      }
    } catch (error) {
      error.lastPosition = lastPosition;
      error.values = values;
      throw error;
    } finally {
      sequentialMode = false;
      clearSource();
    }
  }
  _mergeStructures(loadedStructures, existingStructures) {
    if (this._onLoadedStructures)
      loadedStructures = this._onLoadedStructures(loadedStructures);
    loadedStructures = loadedStructures || [];
    if (Object.isFrozen(loadedStructures))
      loadedStructures = loadedStructures.map((structure) => structure.slice(0));
    for (let i = 0, l = loadedStructures.length; i < l; i++) {
      let structure = loadedStructures[i];
      if (structure) {
        structure.isShared = true;
        if (i >= 32)
          structure.highByte = i - 32 >> 5;
      }
    }
    loadedStructures.sharedLength = loadedStructures.length;
    for (let id in existingStructures || []) {
      if (id >= 0) {
        let structure = loadedStructures[id];
        let existing2 = existingStructures[id];
        if (existing2) {
          if (structure)
            (loadedStructures.restoreStructures || (loadedStructures.restoreStructures = []))[id] = structure;
          loadedStructures[id] = existing2;
        }
      }
    }
    return this.structures = loadedStructures;
  }
  decode(source, options) {
    return this.unpack(source, options);
  }
};
var nestedUnpackErrors = /* @__PURE__ */ new WeakSet();
function checkedRead(options) {
  try {
    if (!currentUnpackr.trusted && !sequentialMode) {
      let sharedLength = currentStructures.sharedLength || 0;
      if (sharedLength < currentStructures.length)
        currentStructures.length = sharedLength;
    }
    let result;
    arrayAllocationBudget = srcEnd - position;
    if (currentUnpackr._readStruct && src[position] < 64 && src[position] >= 32) {
      result = currentUnpackr._readStruct(src, position, srcEnd);
      src = null;
      if (!(options && options.lazy) && result)
        result = result.toJSON();
      position = srcEnd;
    } else
      result = read();
    if (bundledStrings) {
      position = bundledStrings.postBundlePosition;
      bundledStrings = null;
    }
    if (sequentialMode)
      currentStructures.restoreStructures = null;
    if (position == srcEnd) {
      if (currentStructures && currentStructures.restoreStructures)
        restoreStructures();
      currentStructures = null;
      src = null;
      if (referenceMap)
        referenceMap = null;
    } else if (position > srcEnd) {
      throw new Error("Unexpected end of MessagePack data");
    } else if (!sequentialMode) {
      let jsonView;
      try {
        jsonView = JSON.stringify(result, (_, value) => typeof value === "bigint" ? `${value}n` : value).slice(0, 100);
      } catch (error) {
        jsonView = "(JSON view not available " + error + ")";
      }
      throw new Error("Data read, but end of buffer not reached " + jsonView);
    }
    return result;
  } catch (error) {
    if (currentStructures && currentStructures.restoreStructures)
      restoreStructures();
    clearSource();
    classifyIncomplete(error);
    throw error;
  }
}
function classifyIncomplete(error) {
  if (!error || typeof error != "object")
    return;
  if (position > srcEnd) {
    error.incomplete = true;
  } else if (nestedUnpackErrors.has(error)) {
    if (error.incomplete)
      error.incomplete = false;
  } else if (error instanceof RangeError && position + 8 > srcEnd || typeof error.message == "string" && error.message.startsWith("Unexpected end of buffer")) {
    error.incomplete = true;
  }
}
function restoreStructures() {
  for (let id in currentStructures.restoreStructures) {
    currentStructures[id] = currentStructures.restoreStructures[id];
  }
  currentStructures.restoreStructures = null;
}
function read() {
  let token = src[position++];
  if (token < 160) {
    if (token < 128) {
      if (token < 64)
        return token;
      else {
        let structure = currentStructures[token & 63] || currentUnpackr.getStructures && loadStructures()[token & 63];
        if (structure) {
          if (!structure.read) {
            structure.read = createStructureReader(structure, token & 63);
          }
          return structure.read();
        } else
          return token;
      }
    } else if (token < 144) {
      token -= 128;
      if (currentUnpackr.mapsAsObjects) {
        let object2 = {};
        for (let i = 0; i < token; i++) {
          let key = readKey();
          if (key === "__proto__")
            key = "__proto_";
          object2[key] = read();
        }
        return object2;
      } else {
        let map = /* @__PURE__ */ new Map();
        for (let i = 0; i < token; i++) {
          map.set(read(), read());
        }
        return map;
      }
    } else {
      token -= 144;
      let array2 = new Array(token);
      for (let i = 0; i < token; i++) {
        array2[i] = read();
      }
      if (currentUnpackr.freezeData)
        return Object.freeze(array2);
      return array2;
    }
  } else if (token < 192) {
    let length = token - 160;
    if (srcStringEnd >= position) {
      return srcString.slice(position - srcStringStart, (position += length) - srcStringStart);
    }
    if (srcStringEnd == 0 && srcEnd < 140) {
      let string2 = length < 16 ? shortStringInJS(length) : longStringInJS(length);
      if (string2 != null)
        return string2;
    }
    return readFixedString(length);
  } else {
    let value;
    switch (token) {
      case 192:
        return null;
      case 193:
        if (bundledStrings) {
          value = read();
          if (value > 0)
            return bundledStrings[1].slice(bundledStrings.position1, bundledStrings.position1 += value);
          else
            return bundledStrings[0].slice(bundledStrings.position0, bundledStrings.position0 -= value);
        }
        return C1;
      // "never-used", return special object to denote that
      case 194:
        return false;
      case 195:
        return true;
      case 196:
        value = src[position++];
        if (value === void 0)
          throw new Error("Unexpected end of buffer");
        return readBin(value);
      case 197:
        value = dataView.getUint16(position);
        position += 2;
        if (value > srcEnd - position) throw endOfMessagePackError(position + value);
        return readBin(value);
      case 198:
        value = dataView.getUint32(position);
        position += 4;
        if (value > srcEnd - position) throw endOfMessagePackError(position + value);
        return readBin(value);
      case 199:
        return readExt(src[position++]);
      case 200:
        value = dataView.getUint16(position);
        position += 2;
        return readExt(value);
      case 201:
        value = dataView.getUint32(position);
        position += 4;
        return readExt(value);
      case 202:
        value = dataView.getFloat32(position);
        if (currentUnpackr.useFloat32 > 2) {
          let multiplier = mult10[(src[position] & 127) << 1 | src[position + 1] >> 7];
          position += 4;
          return (multiplier * value + (value > 0 ? 0.5 : -0.5) >> 0) / multiplier;
        }
        position += 4;
        return value;
      case 203:
        value = dataView.getFloat64(position);
        position += 8;
        return value;
      // uint handlers
      case 204:
        return src[position++];
      case 205:
        value = dataView.getUint16(position);
        position += 2;
        return value;
      case 206:
        value = dataView.getUint32(position);
        position += 4;
        return value;
      case 207:
        if (currentUnpackr.int64AsType === "number") {
          value = dataView.getUint32(position) * 4294967296;
          value += dataView.getUint32(position + 4);
        } else if (currentUnpackr.int64AsType === "string") {
          value = dataView.getBigUint64(position).toString();
        } else if (currentUnpackr.int64AsType === "auto") {
          value = dataView.getBigUint64(position);
          if (value <= BigInt(2) << BigInt(52)) value = Number(value);
        } else
          value = dataView.getBigUint64(position);
        position += 8;
        return value;
      // int handlers
      case 208:
        return dataView.getInt8(position++);
      case 209:
        value = dataView.getInt16(position);
        position += 2;
        return value;
      case 210:
        value = dataView.getInt32(position);
        position += 4;
        return value;
      case 211:
        if (currentUnpackr.int64AsType === "number") {
          value = dataView.getInt32(position) * 4294967296;
          value += dataView.getUint32(position + 4);
        } else if (currentUnpackr.int64AsType === "string") {
          value = dataView.getBigInt64(position).toString();
        } else if (currentUnpackr.int64AsType === "auto") {
          value = dataView.getBigInt64(position);
          if (value >= BigInt(-2) << BigInt(52) && value <= BigInt(2) << BigInt(52)) value = Number(value);
        } else
          value = dataView.getBigInt64(position);
        position += 8;
        return value;
      case 212:
        value = src[position++];
        if (value == 114) {
          return recordDefinition(src[position++] & 63);
        } else {
          let extension = currentExtensions[value];
          if (extension) {
            if (extension.read) {
              position++;
              return extension.read(read());
            } else if (extension.noBuffer) {
              position++;
              return extension();
            } else {
              if (position >= srcEnd) throw endOfMessagePackError();
              return extension(src.subarray(position, ++position));
            }
          } else
            throw new Error("Unknown extension " + value);
        }
      case 213:
        value = src[position];
        if (value == 114) {
          position++;
          return recordDefinition(src[position++] & 63, src[position++]);
        } else
          return readExt(2);
      case 214:
        return readExt(4);
      case 215:
        return readExt(8);
      case 216:
        return readExt(16);
      case 217:
        value = src[position++];
        if (srcStringEnd >= position) {
          return srcString.slice(position - srcStringStart, (position += value) - srcStringStart);
        }
        return readString8(value);
      case 218:
        value = dataView.getUint16(position);
        position += 2;
        if (value > srcEnd - position) throw endOfMessagePackError(position + value);
        if (srcStringEnd >= position) {
          return srcString.slice(position - srcStringStart, (position += value) - srcStringStart);
        }
        return readString16(value);
      case 219:
        value = dataView.getUint32(position);
        position += 4;
        if (value > srcEnd - position) throw endOfMessagePackError(position + value);
        if (srcStringEnd >= position) {
          return srcString.slice(position - srcStringStart, (position += value) - srcStringStart);
        }
        return readString32(value);
      case 220:
        value = dataView.getUint16(position);
        position += 2;
        return readArray(value);
      case 221:
        value = dataView.getUint32(position);
        position += 4;
        return readArray(value);
      case 222:
        value = dataView.getUint16(position);
        position += 2;
        return readMap(value);
      case 223:
        value = dataView.getUint32(position);
        position += 4;
        return readMap(value);
      default:
        if (token >= 224)
          return token - 256;
        if (token === void 0) throw endOfMessagePackError();
        throw new Error("Unknown MessagePack token " + token);
    }
  }
}
var validName = /^[a-zA-Z_$][a-zA-Z\d_$]*$/;
function createStructureReader(structure, firstId) {
  function readObject() {
    if (readObject.count++ > inlineObjectReadThreshold) {
      let optimizedReadObject;
      try {
        optimizedReadObject = structure.read = new Function("r", "return function(){return " + (currentUnpackr.freezeData ? "Object.freeze" : "") + "({" + structure.map((key) => key === "__proto__" ? "__proto_:r()" : validName.test(key) ? key + ":r()" : "[" + JSON.stringify(key) + "]:r()").join(",") + "})}")(read);
      } catch (error) {
        inlineObjectReadThreshold = Infinity;
        return readObject();
      }
      structure.read0 = optimizedReadObject;
      if (structure.highByte === 0)
        structure.read = createSecondByteReader(firstId, structure.read);
      return optimizedReadObject();
    }
    let object2 = {};
    for (let i = 0, l = structure.length; i < l; i++) {
      let key = structure[i];
      if (key === "__proto__")
        key = "__proto_";
      object2[key] = read();
    }
    if (currentUnpackr.freezeData)
      return Object.freeze(object2);
    return object2;
  }
  readObject.count = 0;
  structure.read0 = readObject;
  if (structure.highByte === 0) {
    return createSecondByteReader(firstId, readObject);
  }
  return readObject;
}
var createSecondByteReader = (firstId, read0) => {
  return function() {
    let highByte = src[position++];
    if (highByte === 0)
      return read0();
    let id = firstId < 32 ? -(firstId + (highByte << 5)) : firstId + (highByte << 5);
    let structure = currentStructures[id] || loadStructures()[id];
    if (!structure) {
      throw new Error("Record id is not defined for " + id);
    }
    if (!structure.read)
      structure.read = createStructureReader(structure, firstId);
    return structure.read();
  };
};
function loadStructures() {
  let loadedStructures = saveState(() => {
    src = null;
    return currentUnpackr.getStructures();
  });
  return currentStructures = currentUnpackr._mergeStructures(loadedStructures, currentStructures);
}
var readFixedString = readStringJS;
var readString8 = readStringJS;
var readString16 = readStringJS;
var readString32 = readStringJS;
function readStringJS(length) {
  let result;
  if (length < 16) {
    if (result = shortStringInJS(length))
      return result;
  }
  if (length > 64 && decoder)
    return decoder.decode(src.subarray(position, position += length));
  const end2 = position + length;
  const units = [];
  result = "";
  while (position < end2) {
    const byte1 = src[position++];
    if ((byte1 & 128) === 0) {
      units.push(byte1);
    } else if ((byte1 & 224) === 192) {
      if (byte1 < 194 || position >= end2 || (src[position] & 192) !== 128) {
        units.push(65533);
      } else {
        const byte2 = src[position++] & 63;
        units.push((byte1 & 31) << 6 | byte2);
      }
    } else if ((byte1 & 240) === 224) {
      const byte2 = position < end2 ? src[position] : 0;
      if (position >= end2 || (byte2 & 192) !== 128 || byte1 === 224 && byte2 < 160 || byte1 === 237 && byte2 >= 160) {
        units.push(65533);
      } else {
        position++;
        if (position >= end2 || (src[position] & 192) !== 128) {
          units.push(65533);
        } else {
          const byte3 = src[position++] & 63;
          units.push((byte1 & 31) << 12 | (byte2 & 63) << 6 | byte3);
        }
      }
    } else if ((byte1 & 248) === 240) {
      const byte2 = position < end2 ? src[position] : 0;
      if (byte1 > 244 || position >= end2 || (byte2 & 192) !== 128 || byte1 === 240 && byte2 < 144 || byte1 === 244 && byte2 >= 144) {
        units.push(65533);
      } else {
        position++;
        if (position >= end2 || (src[position] & 192) !== 128) {
          units.push(65533);
        } else {
          const byte3 = src[position++] & 63;
          if (position >= end2 || (src[position] & 192) !== 128) {
            units.push(65533);
          } else {
            const byte4 = src[position++] & 63;
            let unit = (byte1 & 7) << 18 | (byte2 & 63) << 12 | byte3 << 6 | byte4;
            unit -= 65536;
            units.push(unit >>> 10 & 1023 | 55296);
            units.push(56320 | unit & 1023);
          }
        }
      }
    } else {
      units.push(65533);
    }
    if (units.length >= 4096) {
      result += fromCharCode.apply(String, units);
      units.length = 0;
    }
  }
  if (units.length > 0) {
    result += fromCharCode.apply(String, units);
  }
  return result;
}
function endOfMessagePackError(end2) {
  let error = new Error("Unexpected end of MessagePack data");
  error.incomplete = true;
  if (end2 > srcEnd && position <= srcEnd)
    error.missingBytes = end2 - srcEnd;
  return error;
}
function readArray(length) {
  if (length > srcEnd - position || (arrayAllocationBudget -= length) < 0) throw endOfMessagePackError(position + length);
  let array2 = new Array(length);
  for (let i = 0; i < length; i++) {
    array2[i] = read();
  }
  if (currentUnpackr.freezeData)
    return Object.freeze(array2);
  return array2;
}
function readMap(length) {
  if (length > (srcEnd - position) / 2) throw endOfMessagePackError(position + 2 * length);
  if (currentUnpackr.mapsAsObjects) {
    let object2 = {};
    for (let i = 0; i < length; i++) {
      let key = readKey();
      if (key === "__proto__")
        key = "__proto_";
      object2[key] = read();
    }
    return object2;
  } else {
    let map = /* @__PURE__ */ new Map();
    for (let i = 0; i < length; i++) {
      map.set(read(), read());
    }
    return map;
  }
}
var fromCharCode = String.fromCharCode;
function longStringInJS(length) {
  let start = position;
  if (src.latin1Slice) {
    let end2 = start + length;
    if (end2 > srcEnd)
      return;
    for (let i = start; i < end2; i++) {
      if ((src[i] & 128) > 0)
        return;
    }
    position = end2;
    return src.latin1Slice(start, end2);
  }
  let bytes = new Array(length);
  for (let i = 0; i < length; i++) {
    const byte = src[position++];
    if ((byte & 128) > 0) {
      position = start;
      return;
    }
    bytes[i] = byte;
  }
  return fromCharCode.apply(String, bytes);
}
function shortStringInJS(length) {
  if (length < 4) {
    if (length < 2) {
      if (length === 0)
        return "";
      else {
        let a = src[position++];
        if ((a & 128) > 1) {
          position -= 1;
          return;
        }
        return fromCharCode(a);
      }
    } else {
      let a = src[position++];
      let b = src[position++];
      if ((a & 128) > 0 || (b & 128) > 0) {
        position -= 2;
        return;
      }
      if (length < 3)
        return fromCharCode(a, b);
      let c = src[position++];
      if ((c & 128) > 0) {
        position -= 3;
        return;
      }
      return fromCharCode(a, b, c);
    }
  } else {
    let a = src[position++];
    let b = src[position++];
    let c = src[position++];
    let d = src[position++];
    if ((a & 128) > 0 || (b & 128) > 0 || (c & 128) > 0 || (d & 128) > 0) {
      position -= 4;
      return;
    }
    if (length < 6) {
      if (length === 4)
        return fromCharCode(a, b, c, d);
      else {
        let e = src[position++];
        if ((e & 128) > 0) {
          position -= 5;
          return;
        }
        return fromCharCode(a, b, c, d, e);
      }
    } else if (length < 8) {
      let e = src[position++];
      let f = src[position++];
      if ((e & 128) > 0 || (f & 128) > 0) {
        position -= 6;
        return;
      }
      if (length < 7)
        return fromCharCode(a, b, c, d, e, f);
      let g = src[position++];
      if ((g & 128) > 0) {
        position -= 7;
        return;
      }
      return fromCharCode(a, b, c, d, e, f, g);
    } else {
      let e = src[position++];
      let f = src[position++];
      let g = src[position++];
      let h = src[position++];
      if ((e & 128) > 0 || (f & 128) > 0 || (g & 128) > 0 || (h & 128) > 0) {
        position -= 8;
        return;
      }
      if (length < 10) {
        if (length === 8)
          return fromCharCode(a, b, c, d, e, f, g, h);
        else {
          let i = src[position++];
          if ((i & 128) > 0) {
            position -= 9;
            return;
          }
          return fromCharCode(a, b, c, d, e, f, g, h, i);
        }
      } else if (length < 12) {
        let i = src[position++];
        let j = src[position++];
        if ((i & 128) > 0 || (j & 128) > 0) {
          position -= 10;
          return;
        }
        if (length < 11)
          return fromCharCode(a, b, c, d, e, f, g, h, i, j);
        let k = src[position++];
        if ((k & 128) > 0) {
          position -= 11;
          return;
        }
        return fromCharCode(a, b, c, d, e, f, g, h, i, j, k);
      } else {
        let i = src[position++];
        let j = src[position++];
        let k = src[position++];
        let l = src[position++];
        if ((i & 128) > 0 || (j & 128) > 0 || (k & 128) > 0 || (l & 128) > 0) {
          position -= 12;
          return;
        }
        if (length < 14) {
          if (length === 12)
            return fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l);
          else {
            let m = src[position++];
            if ((m & 128) > 0) {
              position -= 13;
              return;
            }
            return fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m);
          }
        } else {
          let m = src[position++];
          let n = src[position++];
          if ((m & 128) > 0 || (n & 128) > 0) {
            position -= 14;
            return;
          }
          if (length < 15)
            return fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
          let o = src[position++];
          if ((o & 128) > 0) {
            position -= 15;
            return;
          }
          return fromCharCode(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
        }
      }
    }
  }
}
function readOnlyJSString() {
  let token = src[position++];
  let length;
  if (token < 192) {
    length = token - 160;
  } else {
    switch (token) {
      case 217:
        length = src[position++];
        break;
      case 218:
        length = dataView.getUint16(position);
        position += 2;
        break;
      case 219:
        length = dataView.getUint32(position);
        position += 4;
        break;
      default:
        throw new Error("Expected string");
    }
  }
  return readStringJS(length);
}
function readBin(length) {
  return currentUnpackr.copyBuffers ? (
    // specifically use the copying slice (not the node one)
    Uint8Array.prototype.slice.call(src, position, position += length)
  ) : src.subarray(position, position += length);
}
function readExt(length) {
  if (length >= srcEnd - position) throw endOfMessagePackError(position + 1 + length);
  let type = src[position++];
  if (currentExtensions[type]) {
    let end2;
    return currentExtensions[type](src.subarray(position, end2 = position += length), (readPosition) => {
      position = readPosition;
      try {
        return read();
      } finally {
        position = end2;
      }
    });
  } else
    throw new Error("Unknown extension type " + type);
}
var keyCache = new Array(4096);
function readKey() {
  let length = src[position++];
  if (length >= 160 && length < 192) {
    length = length - 160;
    if (srcStringEnd >= position)
      return srcString.slice(position - srcStringStart, (position += length) - srcStringStart);
    else if (!(srcStringEnd == 0 && srcEnd < 180))
      return readFixedString(length);
  } else {
    position--;
    return asSafeString(read());
  }
  if (length > srcEnd - position) throw endOfMessagePackError(position + length);
  let key = (length << 5 ^ (length > 1 ? dataView.getUint16(position) : length > 0 ? src[position] : 0)) & 4095;
  let entry = keyCache[key];
  let checkPosition = position;
  let end2 = position + length - 3;
  let chunk;
  let i = 0;
  if (entry && entry.bytes == length) {
    while (checkPosition < end2) {
      chunk = dataView.getUint32(checkPosition);
      if (chunk != entry[i++]) {
        checkPosition = 1879048192;
        break;
      }
      checkPosition += 4;
    }
    end2 += 3;
    while (checkPosition < end2) {
      chunk = src[checkPosition++];
      if (chunk != entry[i++]) {
        checkPosition = 1879048192;
        break;
      }
    }
    if (checkPosition === end2) {
      position = checkPosition;
      return entry.string;
    }
    end2 -= 3;
    checkPosition = position;
  }
  entry = [];
  keyCache[key] = entry;
  entry.bytes = length;
  while (checkPosition < end2) {
    chunk = dataView.getUint32(checkPosition);
    entry.push(chunk);
    checkPosition += 4;
  }
  end2 += 3;
  while (checkPosition < end2) {
    chunk = src[checkPosition++];
    entry.push(chunk);
  }
  let string2 = length < 16 ? shortStringInJS(length) : longStringInJS(length);
  if (string2 != null)
    return entry.string = string2;
  return entry.string = readFixedString(length);
}
function asSafeString(property) {
  if (typeof property === "string") return property;
  if (typeof property === "number" || typeof property === "boolean" || typeof property === "bigint") return property.toString();
  if (property == null) return property + "";
  if (currentUnpackr.allowArraysInMapKeys && Array.isArray(property) && property.flat().every((item) => ["string", "number", "boolean", "bigint"].includes(typeof item))) {
    return property.flat().toString();
  }
  throw new Error(`Invalid property type for record: ${typeof property}. A MessagePack map with non-string keys can be decoded as a Map with mapsAsObjects: false`);
}
var recordDefinition = (id, highByte) => {
  let structure = read().map(asSafeString);
  let firstByte = id;
  if (highByte !== void 0) {
    id = id < 32 ? -((highByte << 5) + id) : (highByte << 5) + id;
    structure.highByte = highByte;
  }
  let existingStructure = currentStructures[id];
  if (existingStructure && (existingStructure.isShared || sequentialMode)) {
    (currentStructures.restoreStructures || (currentStructures.restoreStructures = []))[id] = existingStructure;
  }
  currentStructures[id] = structure;
  structure.read = createStructureReader(structure, firstByte);
  return (structure.read0 || structure.read)();
};
currentExtensions[0] = () => {
};
currentExtensions[0].noBuffer = true;
currentExtensions[66] = (data) => {
  let headLength = data.byteLength % 8 || 8;
  let head = BigInt(data[0] & 128 ? data[0] - 256 : data[0]);
  for (let i = 1; i < headLength; i++) {
    head <<= BigInt(8);
    head += BigInt(data[i]);
  }
  if (data.byteLength !== headLength) {
    let view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    let decode2 = (start, end2) => {
      let length = end2 - start;
      if (length <= 40) {
        let out = view.getBigUint64(start);
        for (let i = start + 8; i < end2; i += 8) {
          out <<= BigInt(64);
          out |= view.getBigUint64(i);
        }
        return out;
      }
      let middle = start + (length >> 4 << 3);
      let left = decode2(start, middle);
      let right = decode2(middle, end2);
      return left << BigInt((end2 - middle) * 8) | right;
    };
    head = head << BigInt((view.byteLength - headLength) * 8) | decode2(headLength, view.byteLength);
  }
  return head;
};
var errors = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
  AggregateError: typeof AggregateError === "function" ? AggregateError : null
};
currentExtensions[101] = () => {
  let data = read();
  if (!errors[data[0]]) {
    let error = Error(data[1], { cause: data[2] });
    error.name = data[0];
    return error;
  }
  return errors[data[0]](data[1], { cause: data[2] });
};
currentExtensions[105] = (data) => {
  if (currentUnpackr.structuredClone === false) throw new Error("Structured clone extension is disabled");
  let id = dataView.getUint32(position - 4);
  if (!referenceMap)
    referenceMap = /* @__PURE__ */ new Map();
  let token = src[position];
  let target2;
  if (token >= 144 && token < 160 || token == 220 || token == 221)
    target2 = [];
  else if (token >= 128 && token < 144 || token == 222 || token == 223)
    target2 = /* @__PURE__ */ new Map();
  else if ((token >= 199 && token <= 201 || token >= 212 && token <= 216) && src[position + 1] === 115)
    target2 = /* @__PURE__ */ new Set();
  else
    target2 = {};
  let refEntry = { target: target2 };
  referenceMap.set(id, refEntry);
  let targetProperties = read();
  if (!refEntry.used) {
    return refEntry.target = targetProperties;
  } else {
    Object.assign(target2, targetProperties);
  }
  if (target2 instanceof Map)
    for (let [k, v] of targetProperties.entries()) target2.set(k, v);
  if (target2 instanceof Set)
    for (let i of Array.from(targetProperties)) target2.add(i);
  return target2;
};
currentExtensions[112] = (data) => {
  if (currentUnpackr.structuredClone === false) throw new Error("Structured clone extension is disabled");
  let id = dataView.getUint32(position - 4);
  let refEntry = referenceMap.get(id);
  refEntry.used = true;
  return refEntry.target;
};
currentExtensions[115] = () => new Set(read());
var typedArrays = ["Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64", "BigInt64", "BigUint64"].map((type) => type + "Array");
var glbl = typeof globalThis === "object" ? globalThis : window;
currentExtensions[116] = (data) => {
  let typeCode = data[0];
  let buffer = Uint8Array.prototype.slice.call(data, 1).buffer;
  let typedArrayName = typedArrays[typeCode];
  if (!typedArrayName) {
    if (typeCode === 16) return buffer;
    if (typeCode === 17) return new DataView(buffer);
    throw new Error("Could not find typed array for code " + typeCode);
  }
  return new glbl[typedArrayName](buffer);
};
currentExtensions[120] = () => {
  let data = read();
  return new RegExp(data[0], data[1]);
};
var TEMP_BUNDLE = [];
currentExtensions[98] = (data) => {
  let dataSize = (data[0] << 24) + (data[1] << 16) + (data[2] << 8) + data[3];
  let dataPosition = position;
  position += dataSize - data.length;
  bundledStrings = TEMP_BUNDLE;
  bundledStrings = [readOnlyJSString(), readOnlyJSString()];
  bundledStrings.position0 = 0;
  bundledStrings.position1 = 0;
  bundledStrings.postBundlePosition = position;
  position = dataPosition;
  return read();
};
currentExtensions[255] = (data) => {
  if (data.length == 4)
    return new Date((data[0] * 16777216 + (data[1] << 16) + (data[2] << 8) + data[3]) * 1e3);
  else if (data.length == 8)
    return new Date(
      ((data[0] << 22) + (data[1] << 14) + (data[2] << 6) + (data[3] >> 2)) / 1e6 + ((data[3] & 3) * 4294967296 + data[4] * 16777216 + (data[5] << 16) + (data[6] << 8) + data[7]) * 1e3
    );
  else if (data.length == 12)
    return new Date(
      ((data[0] << 24) + (data[1] << 16) + (data[2] << 8) + data[3]) / 1e6 + ((data[4] & 128 ? -281474976710656 : 0) + data[6] * 1099511627776 + data[7] * 4294967296 + data[8] * 16777216 + (data[9] << 16) + (data[10] << 8) + data[11]) * 1e3
    );
  else
    return /* @__PURE__ */ new Date("invalid");
};
function saveState(callback) {
  if (currentUnpackr && currentUnpackr._onSaveState)
    currentUnpackr._onSaveState();
  let savedSrcEnd = srcEnd;
  let savedPosition = position;
  let savedStringPosition = stringPosition;
  let savedSrcStringStart = srcStringStart;
  let savedSrcStringEnd = srcStringEnd;
  let savedSrcString = srcString;
  let savedStrings = strings;
  let savedReferenceMap = referenceMap;
  let savedBundledStrings = bundledStrings;
  let savedArrayAllocationBudget = arrayAllocationBudget;
  let savedSrc = new Uint8Array(src.slice(0, srcEnd));
  let savedStructures = currentStructures;
  let savedStructuresContents = currentStructures.slice(0, currentStructures.length);
  let savedPackr = currentUnpackr;
  let savedSequentialMode = sequentialMode;
  try {
    return callback();
  } finally {
    srcEnd = savedSrcEnd;
    position = savedPosition;
    stringPosition = savedStringPosition;
    srcStringStart = savedSrcStringStart;
    srcStringEnd = savedSrcStringEnd;
    srcString = savedSrcString;
    strings = savedStrings;
    referenceMap = savedReferenceMap;
    bundledStrings = savedBundledStrings;
    arrayAllocationBudget = savedArrayAllocationBudget;
    src = savedSrc;
    sequentialMode = savedSequentialMode;
    currentStructures = savedStructures;
    currentStructures.splice(0, currentStructures.length, ...savedStructuresContents);
    currentUnpackr = savedPackr;
    dataView = new DataView(src.buffer, src.byteOffset, src.byteLength);
  }
}
function clearSource() {
  src = null;
  referenceMap = null;
  currentStructures = null;
}
var mult10 = new Array(147);
for (let i = 0; i < 256; i++) {
  mult10[i] = +("1e" + Math.floor(45.15 - i * 0.30103));
}
var defaultUnpackr = new Unpackr({ useRecords: false });
var unpack = defaultUnpackr.unpack;
var unpackMultiple = defaultUnpackr.unpackMultiple;
var decode = defaultUnpackr.unpack;
var FLOAT32_OPTIONS = {
  NEVER: 0,
  ALWAYS: 1,
  DECIMAL_ROUND: 3,
  DECIMAL_FIT: 4
};
var f32Array = new Float32Array(1);
var u8Array = new Uint8Array(f32Array.buffer, 0, 4);
Unpackr.SUPPORTS_STRUCT_HOOKS = true;

// node_modules/msgpackr/pack.js
var textEncoder;
try {
  textEncoder = new TextEncoder();
} catch (error) {
}
var extensions;
var extensionClasses;
var hasNodeBuffer = typeof Buffer !== "undefined";
var ByteArrayAllocate = hasNodeBuffer ? function(length) {
  return Buffer.allocUnsafeSlow(length);
} : Uint8Array;
var ByteArray = hasNodeBuffer ? Buffer : Uint8Array;
var MAX_BUFFER_SIZE = hasNodeBuffer ? 4294967296 : 2144337920;
var target;
var keysTarget;
var targetView;
var position2 = 0;
var safeEnd;
var bundledStrings2 = null;
var packing = false;
var MAX_BUNDLE_SIZE = 21760;
var hasNonLatin = /[\u0080-\uFFFF]/;
var RECORD_SYMBOL = /* @__PURE__ */ Symbol("record-id");
var Packr = class extends Unpackr {
  constructor(options) {
    super(options);
    this.offset = 0;
    let typeBuffer;
    let start;
    let hasSharedUpdate;
    let structures;
    let referenceMap2;
    let encodeUtf8 = ByteArray.prototype.utf8Write ? function(string2, position3) {
      return target.utf8Write(string2, position3, target.byteLength - position3);
    } : textEncoder && textEncoder.encodeInto ? function(string2, position3) {
      return textEncoder.encodeInto(string2, target.subarray(position3)).written;
    } : false;
    let packr = this;
    if (!options)
      options = {};
    let isSequential = options && options.sequential;
    let hasSharedStructures = options.structures || options.saveStructures;
    let maxSharedStructures = options.maxSharedStructures;
    if (maxSharedStructures == null)
      maxSharedStructures = hasSharedStructures ? 32 : 0;
    if (maxSharedStructures > 8160)
      throw new Error("Maximum maxSharedStructure is 8160");
    if (options.structuredClone && options.moreTypes == void 0) {
      this.moreTypes = true;
    }
    let maxOwnStructures = options.maxOwnStructures;
    if (maxOwnStructures == null)
      maxOwnStructures = hasSharedStructures ? 32 : 64;
    if (!this.structures && options.useRecords != false)
      this.structures = [];
    let useTwoByteRecords = maxSharedStructures > 32 || maxOwnStructures + maxSharedStructures > 64;
    let sharedLimitId = maxSharedStructures + 64;
    let maxStructureId = maxSharedStructures + maxOwnStructures + 64;
    if (maxStructureId > 8256) {
      throw new Error("Maximum maxSharedStructure + maxOwnStructure is 8192");
    }
    let recordIdsToRemove = [];
    let transitionsCount = 0;
    let serializationsSinceTransitionRebuild = 0;
    let instancePacking = false;
    let reentrantDepth = 0;
    let pendingNestedStructures = null;
    this.pack = this.encode = function(value, encodeOptions) {
      if (packing) {
        return saveState2(value, encodeOptions);
      }
      if (!target) {
        target = new ByteArrayAllocate(8192);
        targetView = target.dataView || (target.dataView = new DataView(target.buffer, 0, 8192));
        position2 = 0;
      }
      safeEnd = target.length - 10;
      if (safeEnd - position2 < 2048) {
        target = new ByteArrayAllocate(target.length);
        targetView = target.dataView || (target.dataView = new DataView(target.buffer, 0, target.length));
        safeEnd = target.length - 10;
        position2 = 0;
      } else
        position2 = position2 + 7 & 2147483640;
      start = position2;
      if (encodeOptions & RESERVE_START_SPACE) position2 += encodeOptions & 255;
      referenceMap2 = packr.structuredClone ? /* @__PURE__ */ new Map() : null;
      if (packr.bundleStrings && typeof value !== "string") {
        bundledStrings2 = [];
        bundledStrings2.size = Infinity;
      } else
        bundledStrings2 = null;
      structures = packr.structures;
      if (structures) {
        if (structures.uninitialized)
          structures = packr._mergeStructures(packr.getStructures());
        let sharedLength = structures.sharedLength || 0;
        if (sharedLength > maxSharedStructures) {
          throw new Error("Shared structures is larger than maximum shared structures, try increasing maxSharedStructures to " + structures.sharedLength);
        }
        if (!structures.transitions) {
          rebuildTransitions(reentrantDepth && packr.saveStructures ? Math.min(sharedLength, packr.lastNamedStructuresLength || 0) : sharedLength);
          if (!reentrantDepth)
            packr.lastNamedStructuresLength = sharedLength;
        }
        if (!isSequential || !(structures.nextId >= sharedLength + 64)) {
          structures.nextId = sharedLength + 64;
        }
      }
      if (hasSharedUpdate)
        hasSharedUpdate = false;
      if (!reentrantDepth && pendingNestedStructures)
        pendingNestedStructures = null;
      let encodingError;
      packing = true;
      instancePacking = true;
      try {
        if (packr._writeStruct && !(reentrantDepth && packr.saveStructures) && value && typeof value === "object") {
          if (value.constructor === Object) writeStruct(value);
          else if (value.constructor !== Map && !Array.isArray(value) && !extensionClasses.some((extClass) => value instanceof extClass)) {
            writeStruct(packr.useToJSON !== false && value.toJSON ? value.toJSON() : value);
          } else pack2(value);
        } else
          pack2(value);
        let lastBundle = bundledStrings2;
        if (bundledStrings2)
          writeBundles(start, pack2, 0);
        if (referenceMap2 && referenceMap2.idsToInsert) {
          let idsToInsert = referenceMap2.idsToInsert.sort((a, b) => a.offset > b.offset ? 1 : -1);
          let i = idsToInsert.length;
          let incrementPosition = -1;
          while (lastBundle && i > 0) {
            let insertionPoint = idsToInsert[--i].offset + start;
            if (insertionPoint < lastBundle.stringsPosition + start && incrementPosition === -1)
              incrementPosition = 0;
            if (insertionPoint > lastBundle.position + start) {
              if (incrementPosition >= 0)
                incrementPosition += 6;
            } else {
              if (incrementPosition >= 0) {
                targetView.setUint32(
                  lastBundle.position + start,
                  targetView.getUint32(lastBundle.position + start) + incrementPosition
                );
                incrementPosition = -1;
              }
              lastBundle = lastBundle.previous;
              i++;
            }
          }
          if (incrementPosition >= 0 && lastBundle) {
            targetView.setUint32(
              lastBundle.position + start,
              targetView.getUint32(lastBundle.position + start) + incrementPosition
            );
          }
          position2 += idsToInsert.length * 6;
          if (position2 > safeEnd)
            makeRoom(position2);
          packr.offset = position2;
          let serialized = insertIds(target.subarray(start, position2), idsToInsert);
          referenceMap2 = null;
          return serialized;
        }
        packr.offset = position2;
        if (encodeOptions & REUSE_BUFFER_MODE) {
          target.start = start;
          target.end = position2;
          return target;
        }
        return target.subarray(start, position2);
      } catch (error) {
        encodingError = error;
        throw error;
      } finally {
        instancePacking = false;
        if (structures) {
          resetStructures();
          if (pendingNestedStructures && !reentrantDepth) {
            let toPromote = pendingNestedStructures;
            pendingNestedStructures = null;
            if (!encodingError && packr.saveStructures) {
              let sharedLength = structures.sharedLength || 0;
              if (!structures.transitions)
                rebuildTransitions(sharedLength);
              for (let i = 0, l = toPromote.length; i < l && sharedLength < maxSharedStructures; i++) {
                let keys = toPromote[i];
                let nextTransition, transition = structures.transitions;
                for (let j = 0, kl = keys.length; j < kl; j++) {
                  let key = keys[j];
                  nextTransition = transition[key];
                  if (!nextTransition)
                    nextTransition = transition[key] = /* @__PURE__ */ Object.create(null);
                  transition = nextTransition;
                }
                if (!transition[RECORD_SYMBOL]) {
                  let recordId = sharedLength + 64;
                  keys.highByte = recordId >= 96 && useTwoByteRecords ? recordId - 96 >> 5 : -1;
                  keys.isShared = true;
                  transition[RECORD_SYMBOL] = recordId;
                  transition.__keys__ = keys;
                  structures[sharedLength++] = keys;
                  structures.sharedLength = sharedLength;
                  hasSharedUpdate = true;
                }
              }
              if (!isSequential || !(structures.nextId >= sharedLength + 64))
                structures.nextId = sharedLength + 64;
            }
          }
          if (hasSharedUpdate && !reentrantDepth && packr.saveStructures) {
            let sharedLength = structures.sharedLength || 0;
            let returnBuffer = target.subarray(start, position2);
            if (!encodingError) {
              let saveSucceeded = false;
              try {
                let newSharedData = (packr._prepareStructures || prepareStructures)(structures, packr);
                if (packr.saveStructures(newSharedData, newSharedData.isCompatible) === false) {
                  structures.uninitialized = true;
                  saveSucceeded = true;
                  packing = false;
                  return packr.pack(value, encodeOptions);
                }
                saveSucceeded = true;
              } finally {
                packing = false;
                if (!saveSucceeded) {
                  structures = packr.structures;
                  if (packr.getStructures)
                    structures.uninitialized = true;
                  structures.length = structures.sharedLength = packr.lastNamedStructuresLength || 0;
                  structures.transitions = null;
                }
              }
              packr.lastNamedStructuresLength = sharedLength;
              if (target.length > 1073741824) target = null;
              return returnBuffer;
            }
            if (packr.getStructures)
              structures.uninitialized = true;
            structures.length = structures.sharedLength = packr.lastNamedStructuresLength || 0;
            structures.transitions = null;
          }
        }
        packing = false;
        if (target.length > 1073741824) target = null;
        if (encodeOptions & RESET_BUFFER_MODE)
          position2 = start;
      }
    };
    const rebuildTransitions = (sharedLength) => {
      structures.transitions = /* @__PURE__ */ Object.create(null);
      for (let i = 0; i < sharedLength; i++) {
        let keys = structures[i];
        if (!keys)
          continue;
        let nextTransition, transition = structures.transitions;
        for (let j = 0, l = keys.length; j < l; j++) {
          let key = keys[j];
          nextTransition = transition[key];
          if (!nextTransition) {
            nextTransition = transition[key] = /* @__PURE__ */ Object.create(null);
          }
          transition = nextTransition;
        }
        transition[RECORD_SYMBOL] = i + 64;
      }
    };
    const saveState2 = (value, encodeOptions) => {
      let savedTarget = target;
      let savedTargetView = targetView;
      let savedPosition = position2;
      let savedSafeEnd = safeEnd;
      let savedBundledStrings = bundledStrings2;
      let savedStart = start;
      let savedReferenceMap = referenceMap2;
      let savedHasSharedUpdate = hasSharedUpdate;
      let wasInstancePacking = instancePacking;
      let savedStructures, savedTransitions, savedNextId, savedNextOwnId, savedRecordIdsToRemove, savedRecordIds, savedOwnStructures, savedSharedLength, savedLastNamedLength, savedUnsavedShared, savedTransitionsCount, savedPendingNestedLen;
      let nestedSucceeded = false;
      if (wasInstancePacking) {
        savedPendingNestedLen = pendingNestedStructures ? pendingNestedStructures.length : 0;
        reentrantDepth++;
      }
      try {
        if (wasInstancePacking && structures) {
          savedStructures = structures;
          savedTransitions = structures.transitions;
          savedNextId = structures.nextId;
          savedNextOwnId = structures.nextOwnId;
          savedLastNamedLength = packr.lastNamedStructuresLength;
          savedSharedLength = structures.sharedLength || 0;
          savedOwnStructures = structures.slice(savedSharedLength);
          savedRecordIdsToRemove = recordIdsToRemove;
          savedRecordIds = [];
          for (let i = 0, l = recordIdsToRemove.length; i < l; i++) {
            let transition = recordIdsToRemove[i];
            let recordId = transition[RECORD_SYMBOL];
            savedRecordIds[i] = recordId;
            transition[RECORD_SYMBOL] = 0;
            if (recordId >= savedSharedLength + 64 && transition.__keys__)
              savedOwnStructures[recordId - savedSharedLength - 64] = transition.__keys__;
          }
          recordIdsToRemove = [];
          if (savedHasSharedUpdate && packr.saveStructures && savedTransitions) {
            savedUnsavedShared = [];
            for (let i = savedLastNamedLength || 0; i < savedSharedLength; i++) {
              let keys = structures[i];
              if (!keys)
                continue;
              let transition = savedTransitions;
              for (let j = 0, l = keys.length; j < l && transition; j++) {
                transition = transition[keys[j]];
              }
              if (transition && transition[RECORD_SYMBOL] === i + 64) {
                savedUnsavedShared.push(transition, i + 64, transition.__keys__);
                transition[RECORD_SYMBOL] = 0;
                transition.__keys__ = null;
              }
            }
          }
          structures.length = savedSharedLength;
          structures.nextId = savedSharedLength + 64;
          structures.nextOwnId = void 0;
          savedTransitionsCount = transitionsCount;
          transitionsCount = 0;
        }
        target = null;
        packing = false;
        instancePacking = false;
        let result = packr.pack(value, encodeOptions);
        nestedSucceeded = true;
        return result;
      } finally {
        if (!nestedSucceeded && wasInstancePacking && pendingNestedStructures)
          pendingNestedStructures.length = savedPendingNestedLen;
        packing = true;
        instancePacking = wasInstancePacking;
        target = savedTarget;
        targetView = savedTargetView;
        position2 = savedPosition;
        safeEnd = savedSafeEnd;
        bundledStrings2 = savedBundledStrings;
        start = savedStart;
        referenceMap2 = savedReferenceMap;
        if (wasInstancePacking) {
          reentrantDepth--;
          hasSharedUpdate = savedHasSharedUpdate || hasSharedUpdate;
          structures = packr.structures;
          if (structures && savedOwnStructures) {
            if (recordIdsToRemove !== savedRecordIdsToRemove) {
              for (let i = 0, l = recordIdsToRemove.length; i < l; i++) {
                recordIdsToRemove[i][RECORD_SYMBOL] = 0;
              }
            }
            let currentSharedLength = structures.sharedLength || 0;
            if (structures !== savedStructures) {
              if (savedHasSharedUpdate || savedOwnStructures.length > 0) {
                for (let i = 0; i < savedSharedLength; i++) {
                  if (savedStructures[i] !== void 0)
                    structures[i] = savedStructures[i];
                }
                currentSharedLength = structures.sharedLength = structures.length = savedSharedLength;
                packr.lastNamedStructuresLength = savedLastNamedLength;
              } else if (!reentrantDepth && !hasSharedUpdate) {
                packr.lastNamedStructuresLength = currentSharedLength;
              }
            }
            structures.length = Math.max(currentSharedLength, savedSharedLength + savedOwnStructures.length);
            for (let i = Math.max(0, currentSharedLength - savedSharedLength), l = savedOwnStructures.length; i < l; i++) {
              if (savedOwnStructures[i] !== void 0)
                structures[savedSharedLength + i] = savedOwnStructures[i];
            }
            if (structures.transitions !== savedTransitions || structures !== savedStructures) {
              if (structures === savedStructures && !structures.transitions && currentSharedLength === savedSharedLength) {
                structures.transitions = savedTransitions;
              } else {
                rebuildTransitions(reentrantDepth && packr.saveStructures ? Math.min(currentSharedLength, packr.lastNamedStructuresLength || 0) : currentSharedLength);
                savedUnsavedShared = null;
                savedRecordIdsToRemove = [];
                savedRecordIds = [];
                for (let i = Math.max(0, currentSharedLength - savedSharedLength), l = savedOwnStructures.length; i < l; i++) {
                  let keys = savedOwnStructures[i];
                  if (!keys)
                    continue;
                  let nextTransition, transition = structures.transitions;
                  for (let j = 0, kl = keys.length; j < kl; j++) {
                    let key = keys[j];
                    nextTransition = transition[key];
                    if (!nextTransition)
                      nextTransition = transition[key] = /* @__PURE__ */ Object.create(null);
                    transition = nextTransition;
                  }
                  if (!transition[RECORD_SYMBOL]) {
                    savedRecordIdsToRemove.push(transition);
                    savedRecordIds.push(savedSharedLength + i + 64);
                  }
                }
              }
            }
            if (savedUnsavedShared) {
              for (let i = 0, l = savedUnsavedShared.length; i < l; i += 3) {
                savedUnsavedShared[i][RECORD_SYMBOL] = savedUnsavedShared[i + 1];
                savedUnsavedShared[i].__keys__ = savedUnsavedShared[i + 2];
              }
            }
            recordIdsToRemove = savedRecordIdsToRemove;
            for (let i = 0, l = savedRecordIds.length; i < l; i++) {
              if (!recordIdsToRemove[i][RECORD_SYMBOL])
                recordIdsToRemove[i][RECORD_SYMBOL] = savedRecordIds[i];
            }
            structures.nextId = !(savedNextId >= currentSharedLength + 64) ? currentSharedLength + 64 : savedNextId;
            structures.nextOwnId = savedNextOwnId;
            if (savedTransitionsCount !== void 0)
              transitionsCount += savedTransitionsCount;
          }
        } else {
          hasSharedUpdate = savedHasSharedUpdate;
        }
      }
    };
    const resetStructures = () => {
      if (serializationsSinceTransitionRebuild < 10)
        serializationsSinceTransitionRebuild++;
      let sharedLength = structures.sharedLength || 0;
      if (structures.length > sharedLength && !isSequential)
        structures.length = sharedLength;
      if (transitionsCount > 1e4 && !reentrantDepth) {
        structures.transitions = null;
        serializationsSinceTransitionRebuild = 0;
        transitionsCount = 0;
        if (recordIdsToRemove.length > 0)
          recordIdsToRemove = [];
      } else if (recordIdsToRemove.length > 0 && !isSequential) {
        for (let i = 0, l = recordIdsToRemove.length; i < l; i++) {
          recordIdsToRemove[i][RECORD_SYMBOL] = 0;
        }
        recordIdsToRemove = [];
      }
    };
    const packArray = (value) => {
      var length = value.length;
      if (length < 16) {
        target[position2++] = 144 | length;
      } else if (length < 65536) {
        target[position2++] = 220;
        target[position2++] = length >> 8;
        target[position2++] = length & 255;
      } else {
        target[position2++] = 221;
        targetView.setUint32(position2, length);
        position2 += 4;
      }
      for (let i = 0; i < length; i++) {
        pack2(value[i]);
      }
    };
    const pack2 = (value) => {
      if (position2 > safeEnd)
        target = makeRoom(position2);
      var type = typeof value;
      var length;
      if (type === "string") {
        let strLength = value.length;
        if (bundledStrings2 && strLength >= 4 && strLength < 4096) {
          if ((bundledStrings2.size += strLength) > MAX_BUNDLE_SIZE) {
            let extStart;
            let maxBytes2 = (bundledStrings2[0] ? bundledStrings2[0].length * 3 + bundledStrings2[1].length : 0) + 10;
            if (position2 + maxBytes2 > safeEnd)
              target = makeRoom(position2 + maxBytes2);
            let lastBundle;
            if (bundledStrings2.position) {
              lastBundle = bundledStrings2;
              target[position2] = 200;
              position2 += 3;
              target[position2++] = 98;
              extStart = position2 - start;
              position2 += 4;
              writeBundles(start, pack2, 0);
              targetView.setUint16(extStart + start - 3, position2 - start - extStart);
            } else {
              target[position2++] = 214;
              target[position2++] = 98;
              extStart = position2 - start;
              position2 += 4;
            }
            bundledStrings2 = ["", ""];
            bundledStrings2.previous = lastBundle;
            bundledStrings2.size = 0;
            bundledStrings2.position = extStart;
          }
          let twoByte = hasNonLatin.test(value);
          bundledStrings2[twoByte ? 0 : 1] += value;
          target[position2++] = 193;
          pack2(twoByte ? -strLength : strLength);
          return;
        }
        let headerSize;
        if (strLength < 32) {
          headerSize = 1;
        } else if (strLength < 256) {
          headerSize = 2;
        } else if (strLength < 65536) {
          headerSize = 3;
        } else {
          headerSize = 5;
        }
        let maxBytes = strLength * 3;
        if (position2 + maxBytes > safeEnd)
          target = makeRoom(position2 + maxBytes);
        if (strLength < 64 || !encodeUtf8) {
          let i, c1, c2, strPosition = position2 + headerSize;
          for (i = 0; i < strLength; i++) {
            c1 = value.charCodeAt(i);
            if (c1 < 128) {
              target[strPosition++] = c1;
            } else if (c1 < 2048) {
              target[strPosition++] = c1 >> 6 | 192;
              target[strPosition++] = c1 & 63 | 128;
            } else if ((c1 & 64512) === 55296 && ((c2 = value.charCodeAt(i + 1)) & 64512) === 56320) {
              c1 = 65536 + ((c1 & 1023) << 10) + (c2 & 1023);
              i++;
              target[strPosition++] = c1 >> 18 | 240;
              target[strPosition++] = c1 >> 12 & 63 | 128;
              target[strPosition++] = c1 >> 6 & 63 | 128;
              target[strPosition++] = c1 & 63 | 128;
            } else {
              target[strPosition++] = c1 >> 12 | 224;
              target[strPosition++] = c1 >> 6 & 63 | 128;
              target[strPosition++] = c1 & 63 | 128;
            }
          }
          length = strPosition - position2 - headerSize;
        } else {
          length = encodeUtf8(value, position2 + headerSize);
        }
        if (length < 32) {
          target[position2++] = 160 | length;
        } else if (length < 256) {
          if (headerSize < 2) {
            target.copyWithin(position2 + 2, position2 + 1, position2 + 1 + length);
          }
          target[position2++] = 217;
          target[position2++] = length;
        } else if (length < 65536) {
          if (headerSize < 3) {
            target.copyWithin(position2 + 3, position2 + 2, position2 + 2 + length);
          }
          target[position2++] = 218;
          target[position2++] = length >> 8;
          target[position2++] = length & 255;
        } else {
          if (headerSize < 5) {
            target.copyWithin(position2 + 5, position2 + 3, position2 + 3 + length);
          }
          target[position2++] = 219;
          targetView.setUint32(position2, length);
          position2 += 4;
        }
        position2 += length;
      } else if (type === "number") {
        if (value >>> 0 === value) {
          if (value < 32 || value < 128 && this.useRecords === false || value < 64 && !this._writeStruct) {
            target[position2++] = value;
          } else if (value < 256) {
            target[position2++] = 204;
            target[position2++] = value;
          } else if (value < 65536) {
            target[position2++] = 205;
            target[position2++] = value >> 8;
            target[position2++] = value & 255;
          } else {
            target[position2++] = 206;
            targetView.setUint32(position2, value);
            position2 += 4;
          }
        } else if (value >> 0 === value) {
          if (value >= -32) {
            target[position2++] = 256 + value;
          } else if (value >= -128) {
            target[position2++] = 208;
            target[position2++] = value + 256;
          } else if (value >= -32768) {
            target[position2++] = 209;
            targetView.setInt16(position2, value);
            position2 += 2;
          } else {
            target[position2++] = 210;
            targetView.setInt32(position2, value);
            position2 += 4;
          }
        } else {
          let useFloat32;
          if ((useFloat32 = this.useFloat32) > 0 && value < 4294967296 && value >= -2147483648) {
            target[position2++] = 202;
            targetView.setFloat32(position2, value);
            let xShifted;
            if (useFloat32 < 4 || // this checks for rounding of numbers that were encoded in 32-bit float to nearest significant decimal digit that could be preserved
            (xShifted = value * mult10[(target[position2] & 127) << 1 | target[position2 + 1] >> 7]) >> 0 === xShifted) {
              position2 += 4;
              return;
            } else
              position2--;
          }
          target[position2++] = 203;
          targetView.setFloat64(position2, value);
          position2 += 8;
        }
      } else if (type === "object" || type === "function") {
        if (!value)
          target[position2++] = 192;
        else {
          if (referenceMap2) {
            let referee = referenceMap2.get(value);
            if (referee) {
              if (!referee.id) {
                let idsToInsert = referenceMap2.idsToInsert || (referenceMap2.idsToInsert = []);
                referee.id = idsToInsert.push(referee);
              }
              target[position2++] = 214;
              target[position2++] = 112;
              targetView.setUint32(position2, referee.id);
              position2 += 4;
              return;
            } else
              referenceMap2.set(value, { offset: position2 - start });
          }
          let constructor = value.constructor;
          if (constructor === Object) {
            writeObject(value);
          } else if (constructor === Array) {
            packArray(value);
          } else if (constructor === Map) {
            if (this.mapAsEmptyObject) target[position2++] = 128;
            else {
              length = value.size;
              if (length < 16) {
                target[position2++] = 128 | length;
              } else if (length < 65536) {
                target[position2++] = 222;
                target[position2++] = length >> 8;
                target[position2++] = length & 255;
              } else {
                target[position2++] = 223;
                targetView.setUint32(position2, length);
                position2 += 4;
              }
              for (let [key, entryValue] of value) {
                pack2(key);
                pack2(entryValue);
              }
            }
          } else {
            for (let i = 0, l = extensions.length; i < l; i++) {
              let extensionClass = extensionClasses[i];
              if (value instanceof extensionClass) {
                if (value.constructor !== extensionClass && i >= l - builtInExtensionCount && packr.useToJSON !== false && value.toJSON !== void 0 && value.toJSON !== dateToJSON && value.toJSON !== bufferToJSON) {
                  break;
                }
                let extension = extensions[i];
                if (extension.write) {
                  if (extension.type) {
                    target[position2++] = 212;
                    target[position2++] = extension.type;
                    target[position2++] = 0;
                  }
                  let writeResult = extension.write.call(this, value);
                  if (writeResult === value) {
                    if (Array.isArray(value)) {
                      packArray(value);
                    } else {
                      writeObject(value);
                    }
                  } else {
                    pack2(writeResult);
                  }
                  return;
                }
                let currentTarget = target;
                let currentTargetView = targetView;
                let currentPosition = position2;
                let currentBundledStrings = bundledStrings2;
                target = null;
                let result;
                try {
                  result = extension.pack.call(this, value, (size) => {
                    target = currentTarget;
                    currentTarget = null;
                    position2 += size;
                    if (position2 > safeEnd)
                      makeRoom(position2);
                    return {
                      target,
                      targetView,
                      position: position2 - size
                    };
                  }, pack2);
                } finally {
                  if (currentTarget) {
                    target = currentTarget;
                    targetView = currentTargetView;
                    position2 = currentPosition;
                    bundledStrings2 = currentBundledStrings;
                    safeEnd = target.length - 10;
                  }
                }
                if (result) {
                  if (result.length + position2 > safeEnd)
                    makeRoom(result.length + position2);
                  position2 = writeExtensionData(result, target, position2, extension.type);
                }
                return;
              }
            }
            if (Array.isArray(value)) {
              packArray(value);
            } else {
              if (packr.useToJSON !== false && value.toJSON) {
                const json = value.toJSON();
                if (json !== value)
                  return pack2(json);
              }
              if (type === "function")
                return pack2(this.writeFunction && this.writeFunction(value));
              writeObject(value);
            }
          }
        }
      } else if (type === "boolean") {
        target[position2++] = value ? 195 : 194;
      } else if (type === "bigint") {
        if (value < 9223372036854776e3 && value >= -9223372036854776e3) {
          target[position2++] = 211;
          targetView.setBigInt64(position2, value);
        } else if (value < 18446744073709552e3 && value > 0) {
          target[position2++] = 207;
          targetView.setBigUint64(position2, value);
        } else {
          if (this.largeBigIntToFloat) {
            target[position2++] = 203;
            targetView.setFloat64(position2, Number(value));
          } else if (this.largeBigIntToString) {
            return pack2(value.toString());
          } else if (this.useBigIntExtension || this.moreTypes) {
            let empty = value < 0 ? BigInt(-1) : BigInt(0);
            let array2;
            if (value >> BigInt(65536) === empty) {
              let mask = BigInt(18446744073709552e3) - BigInt(1);
              let chunks = [];
              while (true) {
                chunks.push(value & mask);
                if (value >> BigInt(63) === empty) break;
                value >>= BigInt(64);
              }
              array2 = new Uint8Array(new BigUint64Array(chunks).buffer);
              array2.reverse();
            } else {
              let invert = value < 0;
              let string2 = (invert ? ~value : value).toString(16);
              if (string2.length % 2) {
                string2 = "0" + string2;
              } else if (parseInt(string2.charAt(0), 16) >= 8) {
                string2 = "00" + string2;
              }
              if (hasNodeBuffer) {
                array2 = Buffer.from(string2, "hex");
              } else {
                array2 = new Uint8Array(string2.length / 2);
                for (let i = 0; i < array2.length; i++) {
                  array2[i] = parseInt(string2.slice(i * 2, i * 2 + 2), 16);
                }
              }
              if (invert) {
                for (let i = 0; i < array2.length; i++) array2[i] = ~array2[i];
              }
            }
            if (array2.length + position2 > safeEnd)
              makeRoom(array2.length + position2);
            position2 = writeExtensionData(array2, target, position2, 66);
            return;
          } else {
            throw new RangeError(value + " was too large to fit in MessagePack 64-bit integer format, use useBigIntExtension, or set largeBigIntToFloat to convert to float-64, or set largeBigIntToString to convert to string");
          }
        }
        position2 += 8;
      } else if (type === "undefined") {
        if (this.encodeUndefinedAsNil)
          target[position2++] = 192;
        else {
          target[position2++] = 212;
          target[position2++] = 0;
          target[position2++] = 0;
        }
      } else {
        throw new Error("Unknown type: " + type);
      }
    };
    const writePlainObject = this.variableMapSize || this.coercibleKeyAsNumber || this.skipValues ? (object2) => {
      let keys;
      if (this.skipValues) {
        keys = [];
        for (let key2 in object2) {
          if ((typeof object2.hasOwnProperty !== "function" || object2.hasOwnProperty(key2)) && !this.skipValues.includes(object2[key2]))
            keys.push(key2);
        }
      } else {
        keys = Object.keys(object2);
      }
      let length = keys.length;
      if (length < 16) {
        target[position2++] = 128 | length;
      } else if (length < 65536) {
        target[position2++] = 222;
        target[position2++] = length >> 8;
        target[position2++] = length & 255;
      } else {
        target[position2++] = 223;
        targetView.setUint32(position2, length);
        position2 += 4;
      }
      let key;
      if (this.coercibleKeyAsNumber) {
        for (let i = 0; i < length; i++) {
          key = keys[i];
          let num = Number(key);
          pack2(isNaN(num) ? key : num);
          pack2(object2[key]);
        }
      } else {
        for (let i = 0; i < length; i++) {
          pack2(key = keys[i]);
          pack2(object2[key]);
        }
      }
    } : (object2) => {
      target[position2++] = 222;
      let objectOffset = position2 - start;
      position2 += 2;
      let size = 0;
      for (let key in object2) {
        if (typeof object2.hasOwnProperty !== "function" || object2.hasOwnProperty(key)) {
          pack2(key);
          pack2(object2[key]);
          size++;
        }
      }
      if (size > 65535) {
        throw new Error('Object is too large to serialize with fast 16-bit map size, use the "variableMapSize" option to serialize this object');
      }
      target[objectOffset++ + start] = size >> 8;
      target[objectOffset + start] = size & 255;
    };
    const writeRecord2 = this.useRecords === false ? writePlainObject : options.progressiveRecords && !useTwoByteRecords && maxOwnStructures > 0 ? (
      // this is about 2% faster for highly stable structures, since it only requires one for-in loop (but much more expensive when new structure needs to be written)
      (object2) => {
        let nextTransition, transition = structures.transitions || (structures.transitions = /* @__PURE__ */ Object.create(null));
        let objectOffset = position2++ - start;
        let wroteKeys;
        for (let key in object2) {
          if (typeof object2.hasOwnProperty !== "function" || object2.hasOwnProperty(key)) {
            nextTransition = transition[key];
            if (nextTransition)
              transition = nextTransition;
            else {
              let keys = Object.keys(object2);
              let lastTransition = transition;
              transition = structures.transitions;
              let newTransitions = 0;
              for (let i = 0, l = keys.length; i < l; i++) {
                let key2 = keys[i];
                nextTransition = transition[key2];
                if (!nextTransition) {
                  nextTransition = transition[key2] = /* @__PURE__ */ Object.create(null);
                  newTransitions++;
                }
                transition = nextTransition;
              }
              if (objectOffset + start + 1 == position2) {
                position2--;
                newRecord2(transition, keys, newTransitions);
              } else
                insertNewRecord(transition, keys, objectOffset, newTransitions);
              wroteKeys = true;
              transition = lastTransition[key];
            }
            pack2(object2[key]);
          }
        }
        if (!wroteKeys) {
          let recordId = transition[RECORD_SYMBOL];
          if (recordId)
            target[objectOffset + start] = recordId;
          else
            insertNewRecord(transition, Object.keys(object2), objectOffset, 0);
        }
      }
    ) : (object2) => {
      let nextTransition, transition = structures.transitions || (structures.transitions = /* @__PURE__ */ Object.create(null));
      let newTransitions = 0;
      for (let key in object2) if (typeof object2.hasOwnProperty !== "function" || object2.hasOwnProperty(key)) {
        nextTransition = transition[key];
        if (!nextTransition) {
          nextTransition = transition[key] = /* @__PURE__ */ Object.create(null);
          newTransitions++;
        }
        transition = nextTransition;
      }
      let recordId = transition[RECORD_SYMBOL];
      if (recordId) {
        if (recordId >= 96 && useTwoByteRecords) {
          target[position2++] = ((recordId -= 96) & 31) + 96;
          target[position2++] = recordId >> 5;
        } else
          target[position2++] = recordId;
      } else if (newRecord2(transition, transition.__keys__ || Object.keys(object2), newTransitions) === false) {
        return writePlainObject(object2);
      }
      for (let key in object2)
        if (typeof object2.hasOwnProperty !== "function" || object2.hasOwnProperty(key)) {
          pack2(object2[key]);
        }
    };
    const checkUseRecords = typeof this.useRecords == "function" && this.useRecords;
    const writeObject = checkUseRecords ? (object2) => {
      checkUseRecords(object2) ? writeRecord2(object2) : writePlainObject(object2);
    } : writeRecord2;
    const writeStruct = (object2) => {
      let newPosition = packr._writeStruct(object2, target, start, position2, structures, makeRoom, (value, newPosition2, notifySharedUpdate) => {
        if (notifySharedUpdate)
          return hasSharedUpdate = true;
        position2 = newPosition2;
        let startTarget = target;
        pack2(value);
        resetStructures();
        if (startTarget !== target) {
          return { position: position2, targetView, target };
        }
        return position2;
      });
      if (newPosition === 0)
        return writeObject(object2);
      position2 = newPosition;
    };
    const makeRoom = (end2) => {
      let newSize;
      if (end2 > 16777216) {
        if (end2 - start > MAX_BUFFER_SIZE)
          throw new Error("Packed buffer would be larger than maximum buffer size");
        newSize = Math.min(
          MAX_BUFFER_SIZE,
          Math.round(Math.max((end2 - start) * (end2 > 67108864 ? 1.25 : 2), 4194304) / 4096) * 4096
        );
      } else
        newSize = (Math.max(end2 - start << 2, target.length - 1) >> 12) + 1 << 12;
      let newBuffer = new ByteArrayAllocate(newSize);
      targetView = newBuffer.dataView || (newBuffer.dataView = new DataView(newBuffer.buffer, 0, newSize));
      end2 = Math.min(end2, target.length);
      if (target.copy)
        target.copy(newBuffer, 0, start, end2);
      else
        newBuffer.set(target.slice(start, end2));
      position2 -= start;
      start = 0;
      safeEnd = newBuffer.length - 10;
      return target = newBuffer;
    };
    const newRecord2 = (transition, keys, newTransitions) => {
      let recordId = structures.nextId;
      if (!recordId)
        recordId = 64;
      if (recordId < sharedLimitId && (reentrantDepth && this.saveStructures || this.shouldShareStructure && !this.shouldShareStructure(keys))) {
        if (reentrantDepth && this.saveStructures && !(this.shouldShareStructure && !this.shouldShareStructure(keys)))
          (pendingNestedStructures || (pendingNestedStructures = [])).push(keys);
        if (!maxOwnStructures)
          return false;
        recordId = structures.nextOwnId;
        if (!(recordId < maxStructureId))
          recordId = sharedLimitId;
        structures.nextOwnId = recordId + 1;
      } else {
        if (recordId >= maxStructureId) {
          if (!maxOwnStructures)
            return false;
          recordId = sharedLimitId;
        }
        structures.nextId = recordId + 1;
      }
      let highByte = keys.highByte = recordId >= 96 && useTwoByteRecords ? recordId - 96 >> 5 : -1;
      transition[RECORD_SYMBOL] = recordId;
      transition.__keys__ = keys;
      structures[recordId - 64] = keys;
      if (recordId < sharedLimitId) {
        keys.isShared = true;
        structures.sharedLength = recordId - 63;
        hasSharedUpdate = true;
        if (highByte >= 0) {
          target[position2++] = (recordId & 31) + 96;
          target[position2++] = highByte;
        } else {
          target[position2++] = recordId;
        }
      } else {
        if (highByte >= 0) {
          target[position2++] = 213;
          target[position2++] = 114;
          target[position2++] = (recordId & 31) + 96;
          target[position2++] = highByte;
        } else {
          target[position2++] = 212;
          target[position2++] = 114;
          target[position2++] = recordId;
        }
        if (newTransitions)
          transitionsCount += serializationsSinceTransitionRebuild * newTransitions;
        if (recordIdsToRemove.length >= maxOwnStructures)
          recordIdsToRemove.shift()[RECORD_SYMBOL] = 0;
        recordIdsToRemove.push(transition);
        pack2(keys);
      }
    };
    const insertNewRecord = (transition, keys, insertionOffset, newTransitions) => {
      let mainTarget = target;
      let mainPosition = position2;
      let mainSafeEnd = safeEnd;
      let mainStart = start;
      target = keysTarget;
      position2 = 0;
      start = 0;
      if (!target)
        keysTarget = target = new ByteArrayAllocate(8192);
      safeEnd = target.length - 10;
      newRecord2(transition, keys, newTransitions);
      keysTarget = target;
      let keysPosition = position2;
      target = mainTarget;
      position2 = mainPosition;
      safeEnd = mainSafeEnd;
      start = mainStart;
      if (keysPosition > 1) {
        let newEnd = position2 + keysPosition - 1;
        if (newEnd > safeEnd)
          makeRoom(newEnd);
        let insertionPosition = insertionOffset + start;
        target.copyWithin(insertionPosition + keysPosition, insertionPosition + 1, position2);
        target.set(keysTarget.slice(0, keysPosition), insertionPosition);
        position2 = newEnd;
      } else {
        target[insertionOffset + start] = keysTarget[0];
      }
    };
  }
  useBuffer(buffer) {
    target = buffer;
    target.dataView || (target.dataView = new DataView(target.buffer, target.byteOffset, target.byteLength));
    targetView = target.dataView;
    position2 = 0;
  }
  set position(value) {
    position2 = value;
  }
  get position() {
    return position2;
  }
  clearSharedData() {
    if (this.structures) {
      this.structures = [];
      this.lastNamedStructuresLength = 0;
    }
    if (this.typedStructs)
      this.typedStructs = [];
  }
};
var dateToJSON = Date.prototype.toJSON;
var bufferToJSON = typeof Buffer !== "undefined" ? Buffer.prototype.toJSON : dateToJSON;
extensionClasses = [Date, Set, Error, RegExp, ArrayBuffer, Object.getPrototypeOf(Uint8Array.prototype).constructor, DataView, C1Type];
extensions = [{
  pack(date, allocateForWrite, pack2) {
    let seconds2 = date.getTime() / 1e3;
    if ((this.useTimestamp32 || date.getMilliseconds() === 0) && seconds2 >= 0 && seconds2 < 4294967296) {
      let { target: target2, targetView: targetView2, position: position3 } = allocateForWrite(6);
      target2[position3++] = 214;
      target2[position3++] = 255;
      targetView2.setUint32(position3, seconds2);
    } else if (seconds2 > 0 && seconds2 < 4294967296) {
      let { target: target2, targetView: targetView2, position: position3 } = allocateForWrite(10);
      target2[position3++] = 215;
      target2[position3++] = 255;
      targetView2.setUint32(position3, date.getMilliseconds() * 4e6 + (seconds2 / 1e3 / 4294967296 >> 0));
      targetView2.setUint32(position3 + 4, seconds2);
    } else if (isNaN(seconds2)) {
      if (this.onInvalidDate) {
        allocateForWrite(0);
        return pack2(this.onInvalidDate());
      }
      let { target: target2, targetView: targetView2, position: position3 } = allocateForWrite(3);
      target2[position3++] = 212;
      target2[position3++] = 255;
      target2[position3++] = 255;
    } else {
      let { target: target2, targetView: targetView2, position: position3 } = allocateForWrite(15);
      target2[position3++] = 199;
      target2[position3++] = 12;
      target2[position3++] = 255;
      targetView2.setUint32(position3, date.getMilliseconds() * 1e6);
      targetView2.setBigInt64(position3 + 4, BigInt(Math.floor(seconds2)));
    }
  }
}, {
  pack(set, allocateForWrite, pack2) {
    if (this.setAsEmptyObject) {
      allocateForWrite(0);
      return pack2({});
    }
    let array2 = Array.from(set);
    let { target: target2, position: position3 } = allocateForWrite(this.moreTypes ? 3 : 0);
    if (this.moreTypes) {
      target2[position3++] = 212;
      target2[position3++] = 115;
      target2[position3++] = 0;
    }
    pack2(array2);
  }
}, {
  pack(error, allocateForWrite, pack2) {
    let { target: target2, position: position3 } = allocateForWrite(this.moreTypes ? 3 : 0);
    if (this.moreTypes) {
      target2[position3++] = 212;
      target2[position3++] = 101;
      target2[position3++] = 0;
    }
    pack2([error.name, error.message, error.cause]);
  }
}, {
  pack(regex2, allocateForWrite, pack2) {
    let { target: target2, position: position3 } = allocateForWrite(this.moreTypes ? 3 : 0);
    if (this.moreTypes) {
      target2[position3++] = 212;
      target2[position3++] = 120;
      target2[position3++] = 0;
    }
    pack2([regex2.source, regex2.flags]);
  }
}, {
  pack(arrayBuffer, allocateForWrite) {
    if (this.moreTypes)
      writeExtBuffer(arrayBuffer, 16, allocateForWrite);
    else
      writeBuffer(hasNodeBuffer ? Buffer.from(arrayBuffer) : new Uint8Array(arrayBuffer), allocateForWrite);
  }
}, {
  pack(typedArray, allocateForWrite) {
    let constructor = typedArray.constructor;
    if (constructor !== ByteArray && this.moreTypes)
      writeExtBuffer(typedArray, typedArrays.indexOf(constructor.name), allocateForWrite);
    else
      writeBuffer(typedArray, allocateForWrite);
  }
}, {
  pack(arrayBuffer, allocateForWrite) {
    if (this.moreTypes)
      writeExtBuffer(arrayBuffer, 17, allocateForWrite);
    else
      writeBuffer(hasNodeBuffer ? Buffer.from(arrayBuffer) : new Uint8Array(arrayBuffer), allocateForWrite);
  }
}, {
  pack(c1, allocateForWrite) {
    let { target: target2, position: position3 } = allocateForWrite(1);
    target2[position3] = 193;
  }
}];
var builtInExtensionCount = extensions.length;
function writeExtBuffer(typedArray, type, allocateForWrite, encode2) {
  let length = typedArray.byteLength;
  if (length + 1 < 256) {
    var { target: target2, position: position3 } = allocateForWrite(4 + length);
    target2[position3++] = 199;
    target2[position3++] = length + 1;
  } else if (length + 1 < 65536) {
    var { target: target2, position: position3 } = allocateForWrite(5 + length);
    target2[position3++] = 200;
    target2[position3++] = length + 1 >> 8;
    target2[position3++] = length + 1 & 255;
  } else {
    var { target: target2, position: position3, targetView: targetView2 } = allocateForWrite(7 + length);
    target2[position3++] = 201;
    targetView2.setUint32(position3, length + 1);
    position3 += 4;
  }
  target2[position3++] = 116;
  target2[position3++] = type;
  if (!typedArray.buffer) typedArray = new Uint8Array(typedArray);
  target2.set(new Uint8Array(typedArray.buffer, typedArray.byteOffset, typedArray.byteLength), position3);
}
function writeBuffer(buffer, allocateForWrite) {
  let length = buffer.byteLength;
  var target2, position3;
  if (length < 256) {
    var { target: target2, position: position3 } = allocateForWrite(length + 2);
    target2[position3++] = 196;
    target2[position3++] = length;
  } else if (length < 65536) {
    var { target: target2, position: position3 } = allocateForWrite(length + 3);
    target2[position3++] = 197;
    target2[position3++] = length >> 8;
    target2[position3++] = length & 255;
  } else {
    var { target: target2, position: position3, targetView: targetView2 } = allocateForWrite(length + 5);
    target2[position3++] = 198;
    targetView2.setUint32(position3, length);
    position3 += 4;
  }
  target2.set(buffer, position3);
}
function writeExtensionData(result, target2, position3, type) {
  let length = result.length;
  switch (length) {
    case 1:
      target2[position3++] = 212;
      break;
    case 2:
      target2[position3++] = 213;
      break;
    case 4:
      target2[position3++] = 214;
      break;
    case 8:
      target2[position3++] = 215;
      break;
    case 16:
      target2[position3++] = 216;
      break;
    default:
      if (length < 256) {
        target2[position3++] = 199;
        target2[position3++] = length;
      } else if (length < 65536) {
        target2[position3++] = 200;
        target2[position3++] = length >> 8;
        target2[position3++] = length & 255;
      } else {
        target2[position3++] = 201;
        target2[position3++] = length >> 24;
        target2[position3++] = length >> 16 & 255;
        target2[position3++] = length >> 8 & 255;
        target2[position3++] = length & 255;
      }
  }
  target2[position3++] = type;
  target2.set(result, position3);
  position3 += length;
  return position3;
}
function insertIds(serialized, idsToInsert) {
  let nextId;
  let distanceToMove = idsToInsert.length * 6;
  let lastEnd = serialized.length - distanceToMove;
  while (nextId = idsToInsert.pop()) {
    let offset = nextId.offset;
    let id = nextId.id;
    serialized.copyWithin(offset + distanceToMove, offset, lastEnd);
    distanceToMove -= 6;
    let position3 = offset + distanceToMove;
    serialized[position3++] = 214;
    serialized[position3++] = 105;
    serialized[position3++] = id >> 24;
    serialized[position3++] = id >> 16 & 255;
    serialized[position3++] = id >> 8 & 255;
    serialized[position3++] = id & 255;
    lastEnd = offset;
  }
  return serialized;
}
function writeBundles(start, pack2, incrementPosition) {
  if (bundledStrings2.length > 0) {
    targetView.setUint32(bundledStrings2.position + start, position2 + incrementPosition - bundledStrings2.position - start);
    bundledStrings2.stringsPosition = position2 - start;
    let writeStrings = bundledStrings2;
    bundledStrings2 = null;
    pack2(writeStrings[0]);
    pack2(writeStrings[1]);
  }
}
function prepareStructures(structures, packr) {
  structures.isCompatible = (existingStructures) => {
    let compatible = !existingStructures || (packr.lastNamedStructuresLength || 0) === existingStructures.length;
    if (!compatible)
      packr._mergeStructures(existingStructures);
    return compatible;
  };
  return structures;
}
Packr.SUPPORTS_STRUCT_HOOKS = true;
var defaultPackr = new Packr({ useRecords: false });
var pack = defaultPackr.pack;
var encode = defaultPackr.pack;
var { NEVER, ALWAYS, DECIMAL_ROUND, DECIMAL_FIT } = FLOAT32_OPTIONS;
var REUSE_BUFFER_MODE = 512;
var RESET_BUFFER_MODE = 1024;
var RESERVE_START_SPACE = 2048;

// src/bus/shorten.ts
var SIZES = [
  { chars: 16384, items: 1e3 },
  { chars: 2048, items: 100 },
  { chars: 256, items: 20 }
];
function shortened(event, size) {
  return parse(BusEventSchema, shortenedValue(event, size));
}
function shortenedValue(value, size) {
  if (typeof value === "string") return shortenedText(value, size.chars);
  if (Array.isArray(value)) return shortenedList(value, size);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shortenedValue(member, size)]));
}
function shortenedText(text, chars) {
  if (text.length <= chars) return text;
  const kept = text.slice(0, chars).replace(/[\ud800-\udbff]$/u, "");
  return `${kept}\u2026 [${text.length - kept.length} more characters]`;
}
function shortenedList(list, size) {
  const kept = list.slice(0, size.items).map((member) => shortenedValue(member, size));
  const rest = list.length - kept.length;
  if (rest === 0) return kept;
  const mark = `\u2026 [${rest} more]`;
  return [...kept, typeof list[0] === "string" ? mark : { kind: "noticed", message: mark }];
}

// src/bus/topic.ts
var ALL_TOPICS = "";
function topicOf(event) {
  return isJobEvent(event) ? `${jobTopic(event.jobId)}${event.type.slice("job.".length)}.` : `${event.type}.`;
}
function jobTopic(id) {
  return `${jobStream(id)}.`;
}
function topicPrefix(text) {
  return text === ALL_TOPICS || text.endsWith(".") ? text : `${text}.`;
}
function matchesTopic(prefix, event) {
  return topicOf(event).startsWith(topicPrefix(prefix));
}
var EVERY_STREAM = "*";
var SYNC_TOPIC = /^sync:([0-9a-z]+):(\*|[\w.,-]*)$/u;
var MAX_SYNC_TOPIC_CHARS = 65536;
function parseSyncTopic(topic) {
  if (topic.length > MAX_SYNC_TOPIC_CHARS) return void 0;
  const [, nonce, streams] = SYNC_TOPIC.exec(topic) ?? [];
  if (nonce === void 0 || streams === void 0) return void 0;
  if (streams === EVERY_STREAM) return { nonce, streams: "all" };
  return { nonce, streams: streams === "" ? [] : streams.split(",") };
}

// src/bus/frame.ts
var MAX_MESSAGE_BYTES = 1048576;
var codec = new Packr({ useRecords: false });
var SyncSchema = object({
  v: literal(EVENT_VERSION),
  brokerId: string(),
  seq: number(),
  streams: record(string(), number())
});
var VersionSchema = object({ v: number() });
var PositionSchema = object({
  brokerId: string(),
  seq: number(),
  streamSeq: number(),
  event: object({ type: string() })
});
var KNOWN_TYPES = new Set(BusEventSchema.options.map((option) => option.entries.type.literal));
function encodeEnvelope(envelope) {
  const topic = topicOf(envelope.event);
  let published = envelope;
  let body = codec.pack(published);
  for (const size of SIZES) {
    if (body.length <= MAX_MESSAGE_BYTES) break;
    published = { ...envelope, event: shortened(envelope.event, size) };
    body = codec.pack(published);
  }
  return { frames: [topic, body], published };
}
function encodeSync(topic, sync) {
  return [topic, codec.pack(sync)];
}

// src/bus/recent.ts
var MAX_RECENT_EVENTS = 1e3;
var MAX_RECENT_BYTES = 8388608;
var RecentEvents = class {
  #kept = [];
  #bytes = 0;
  /** The seq of the oldest event that is kept; undefined when there is none. */
  get firstSeq() {
    return this.#kept[0]?.envelope.seq;
  }
  push(envelope, bytes) {
    this.#kept.push({ envelope, bytes });
    this.#bytes += bytes;
    while (this.#kept.length > MAX_RECENT_EVENTS || this.#bytes > MAX_RECENT_BYTES) {
      this.#bytes -= this.#kept.shift()?.bytes ?? 0;
    }
  }
  after(seq, prefix) {
    return this.#kept.map(({ envelope }) => envelope).filter((envelope) => envelope.seq > seq && matchesTopic(prefix, envelope.event));
  }
};

// src/bus/publisher.ts
var MAX_QUEUED_MESSAGES = 1e4;
var LINGER_MS = 400;
var EventPublisher = class _EventPublisher {
  brokerId;
  endpoint;
  #socketPath;
  #socket;
  #recent = new RecentEvents();
  #streamSeqs = /* @__PURE__ */ new Map();
  #subscribers = /* @__PURE__ */ new Set();
  #taps = /* @__PURE__ */ new Set();
  #untold = [];
  #telling = false;
  #seq = 0;
  #unsent = 0;
  /**
   * Binds the socket file. The caller holds the workspace's lock: binding takes the path away from
   * whoever had it.
   *
   * @throws Error when something that is not a socket is at the path, or ZeroMQ cannot bind it.
   */
  static async bind(socketPath, brokerId) {
    const endpoint = endpointOf(socketPath);
    if (!removeEndpoint(socketPath)) {
      throw new Error(`Cannot bind "${socketPath}": what is there is not a socket (move it away)`);
    }
    const socket = new XPublisher({
      linger: LINGER_MS,
      // Without it a second send in one tick can throw EBUSY.
      sendTimeout: 0,
      sendHighWaterMark: MAX_QUEUED_MESSAGES,
      maxMessageSize: MAX_MESSAGE_BYTES
    });
    socket.verbosity = "allSubs";
    try {
      await socket.bind(endpoint);
    } catch (cause) {
      socket.close();
      throw new Error(`Cannot bind "${socketPath}" (check that its directory exists and is writable)`, { cause });
    }
    return new _EventPublisher(socket, socketPath, brokerId);
  }
  constructor(socket, socketPath, brokerId) {
    this.#socket = socket;
    this.#socketPath = socketPath;
    this.endpoint = endpointOf(socketPath);
    this.brokerId = brokerId;
    void this.#serve();
  }
  /** The number of the last event. */
  get seq() {
    return this.#seq;
  }
  /** Readers that have made the handshake and are still connected. */
  get subscribers() {
    return this.#subscribers.size;
  }
  /** Events that could not be encoded or queued while the socket was open. A reader sees each as a gap. */
  get unsent() {
    return this.#unsent;
  }
  /** `log` says where the event's lines are in the job's log; `at` is an ISO timestamp, now by default. */
  publish(event, options = {}) {
    const envelope = {
      v: EVENT_VERSION,
      brokerId: this.brokerId,
      ...this.#number(event),
      at: options.at ?? (/* @__PURE__ */ new Date()).toISOString(),
      log: options.log ?? null,
      event
    };
    this.#send(envelope);
    this.#tell(envelope);
    return envelope;
  }
  /** Kept events after `afterSeq` whose topic starts with `prefix`, as they were published. */
  recent(afterSeq, prefix) {
    const envelopes = this.#recent.after(afterSeq, prefix);
    return { envelopes, firstSeq: this.#recent.firstSeq ?? this.#seq + 1, lastSeq: this.#seq };
  }
  /**
   * Calls `listener` with every event from now on, in order and before `publish` returns, also when
   * the socket is closed. What a listener publishes is told after the event that made it do so. An
   * error of a listener becomes an uncaught exception.
   *
   * @returns what removes the listener.
   */
  tap(listener) {
    this.#taps.add(listener);
    return () => void this.#taps.delete(listener);
  }
  /**
   * Binds a second time when somebody has removed the socket file: new readers find it again, those that are connected
   * stay. The first binding is kept: ZeroMQ can abort the process when one is given up while readers come and go.
   * And synchronously, since an asynchronous one uses the socket from another thread.
   *
   * @returns whether it was necessary.
   * @throws Error when ZeroMQ cannot bind.
   */
  reopen() {
    if (this.#socket.closed || existsSync(this.#socketPath)) return false;
    this.#socket.bindSync(this.endpoint);
    return true;
  }
  /**
   * Stops sending; what was published travels on for up to `lingerMs`, and only if the process then
   * ends by itself (`process.exit()` drops it). The socket file stays.
   */
  close(options = {}) {
    if (this.#socket.closed) return;
    this.#socket.linger = options.lingerMs ?? LINGER_MS;
    this.#socket.close();
    this.#subscribers.clear();
  }
  #number(event) {
    const stream = streamOf(event);
    const streamSeq = (this.#streamSeqs.get(stream) ?? 0) + 1;
    if (endsStream(event)) this.#streamSeqs.delete(stream);
    else this.#streamSeqs.set(stream, streamSeq);
    this.#seq += 1;
    return { seq: this.#seq, streamSeq };
  }
  #send(envelope) {
    try {
      const { frames, published } = encodeEnvelope(envelope);
      this.#recent.push(published, frames[1].length);
      if (!this.#socket.closed) this.#socket.send(frames).catch(this.#onUnsent);
    } catch {
      this.#onUnsent();
    }
  }
  #onUnsent = () => {
    this.#unsent += 1;
  };
  #tell(envelope) {
    this.#untold.push(envelope);
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#untold.shift(); next !== void 0; next = this.#untold.shift()) {
      for (const tap of this.#taps) callTap(tap, next);
    }
    this.#telling = false;
  }
  /** Subscriptions have to be read all the time: this is how handshakes are seen. */
  async #serve() {
    try {
      for await (const [frame] of this.#socket) {
        if (frame !== void 0) this.#onSubscription(frame);
      }
    } catch (error) {
      if (!this.#socket.closed) throw error;
    }
  }
  #onSubscription(frame) {
    const topic = frame.subarray(1).toString();
    if (frame[0] === 0) this.#subscribers.delete(topic);
    const request = frame[0] === 1 ? parseSyncTopic(topic) : void 0;
    if (request === void 0) return;
    this.#subscribers.add(topic);
    const streams = this.#seqsOf(request.streams);
    const sync = { v: EVENT_VERSION, brokerId: this.brokerId, seq: this.#seq, streams };
    this.#socket.send(encodeSync(topic, sync)).catch(() => void 0);
  }
  #seqsOf(streams) {
    if (streams === "all") return Object.fromEntries(this.#streamSeqs);
    return Object.fromEntries(streams.map((stream) => [stream, this.#streamSeqs.get(stream) ?? 0]));
  }
};
function callTap(tap, envelope) {
  try {
    tap(envelope);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

// src/config/config.ts
import path4 from "node:path";

// package.json
var package_default = { version: "0.1.0" };

// src/contract/version.ts
var VERSION = package_default.version;

// src/util/private-directory.ts
import { lstatSync as lstatSync2, mkdirSync } from "node:fs";
var DirectoryRefused = class extends Error {
  name = "DirectoryRefused";
};
function ensurePrivateDirectory(directory) {
  check2(directory, made(directory));
}
function checkPrivateDirectory(directory) {
  const found = existing(directory);
  if (found !== void 0) check2(directory, found);
}
function check2(directory, found) {
  if (!found.isDirectory()) {
    const what = found.isSymbolicLink() ? "a symbolic link" : "not a directory";
    throw new DirectoryRefused(`Refusing to use "${directory}": it is ${what} (remove it, or choose another place)`);
  }
  const uid = process.getuid?.();
  if (uid === void 0) return;
  if (found.uid !== uid) {
    throw new DirectoryRefused(
      `Refusing to use "${directory}": it belongs to uid ${found.uid}, not to uid ${uid} (remove it, or choose another place)`
    );
  }
  if ((found.mode & 63) !== 0) {
    const mode = (found.mode & 511).toString(8).padStart(4, "0");
    throw new DirectoryRefused(`Refusing to use "${directory}": its mode is ${mode} (run "chmod 700 '${directory}'")`);
  }
}
function made(directory) {
  let cause;
  try {
    mkdirSync(directory, { recursive: true, mode: 448 });
  } catch (error) {
    cause = error;
  }
  const found = present(directory);
  if (found !== void 0) return found;
  const why = cause instanceof Error ? cause.message : "it was removed at once";
  throw new DirectoryRefused(
    `Cannot make the directory "${directory}": ${why} (check its parents, or choose another place)`,
    {
      cause
    }
  );
}
function existing(directory) {
  try {
    return lstatSync2(directory);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return void 0;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DirectoryRefused(
      `Cannot use the directory "${directory}": ${why} (check its parents, or choose another place)`,
      { cause }
    );
  }
}
function present(directory) {
  try {
    return lstatSync2(directory);
  } catch {
    return void 0;
  }
}

// src/config/codex-binary.ts
import { accessSync, constants, existsSync as existsSync2, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path2 from "node:path";

// src/config/settings.ts
var import_ms = __toESM(require_ms(), 1);
var ConfigError = class extends Error {
  name = "ConfigError";
};
var MAX_MAX_JOBS = 64;
var MAX_KEEP_JOBS = 1e6;
var MAX_KEEP_DAYS = 36500;
var DAY_MS = 24 * 36e5;
var MAX_KEEP_MS = MAX_KEEP_DAYS * DAY_MS;
var LOG_LEVELS = ["error", "info", "debug"];
function readSettings(environment) {
  const duration = (name, fallback2) => durationSetting(environment, name, fallback2);
  const positive = (name, fallback2) => positiveSetting(environment, name, fallback2);
  return {
    jobTimeoutMs: duration("CODEX_COMPANION_JOB_TIMEOUT_MS", 18e5),
    idleTimeoutMs: duration("CODEX_COMPANION_IDLE_TIMEOUT_MS", 6e5),
    queueTimeoutMs: duration("CODEX_COMPANION_QUEUE_TIMEOUT_MS", 0),
    startTimeoutMs: duration("CODEX_COMPANION_START_TIMEOUT_MS", 6e4),
    stuckTimeoutMs: duration("CODEX_COMPANION_STUCK_TIMEOUT_MS", 1e4),
    approvalTimeoutMs: positive("CODEX_COMPANION_APPROVAL_TIMEOUT_MS", 3e5),
    brokerIdleMs: duration("CODEX_COMPANION_BROKER_IDLE_MS", 6e5),
    probeIntervalMs: positive("CODEX_COMPANION_PROBE_INTERVAL_MS", 5e3),
    probeTimeoutMs: positive("CODEX_COMPANION_PROBE_TIMEOUT_MS", 15e3),
    rpcTimeoutMs: positive("CODEX_COMPANION_RPC_TIMEOUT_MS", 3e4),
    appServerStartMs: positive("CODEX_COMPANION_APP_SERVER_START_MS", 15e3),
    maxJobs: countSetting(environment, "CODEX_COMPANION_MAX_JOBS", { fallback: 8, min: 1, max: MAX_MAX_JOBS }),
    keepJobs: countSetting(environment, "CODEX_COMPANION_KEEP_JOBS", { fallback: 1e3, min: 0, max: MAX_KEEP_JOBS }),
    keepMs: DAY_MS * countSetting(environment, "CODEX_COMPANION_KEEP_DAYS", { fallback: 90, min: 0, max: MAX_KEEP_DAYS }),
    sessionId: environment["CODEX_COMPANION_SESSION_ID"] || null,
    logLevel: logLevelSetting(environment)
  };
}
function parseDuration(text, where, maxMs = MAX_DURATION_MS) {
  const value = /^\d+$/u.test(text) ? Number(text) : parseUnits(text);
  if (value === void 0 || !Number.isFinite(value) || value < 0 || value > maxMs) {
    throw new ConfigError(
      `Cannot read ${where}: "${text}" is not a duration from 0 to ${maxMs} ms (write 90s, 45m, 1.5h, or milliseconds)`
    );
  }
  return Math.round(value);
}
function parseUnits(text) {
  return isUnitText(text) ? (0, import_ms.default)(text) : void 0;
}
function isUnitText(text) {
  return /^\d+(?:\.\d+)?\s*(?:ms|s|sec|secs|m|min|mins|h|hr|hrs|d)$/iu.test(text);
}
function durationSetting(environment, name, fallback2) {
  const text = environment[name];
  return text === void 0 || text === "" ? fallback2 : parseDuration(text, name);
}
function positiveSetting(environment, name, fallback2) {
  const value = durationSetting(environment, name, fallback2);
  if (value > 0) return value;
  throw new ConfigError(
    `Cannot read ${name}: "${environment[name]}" would be over at once (use 1 ms or more, or unset it for ${fallback2} ms)`
  );
}
function countSetting(environment, name, { fallback: fallback2, min, max }) {
  const text = environment[name];
  if (text === void 0 || text === "") return fallback2;
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= min && value <= max) return value;
  const what = name.endsWith("_DAYS") ? "days" : "jobs";
  throw new ConfigError(
    `Cannot read ${name}: "${text}" is not a number of ${what} (use a whole number from ${min} to ${max})`
  );
}
function logLevelSetting(environment) {
  const text = environment["CODEX_COMPANION_LOG_LEVEL"] || "info";
  const level = LOG_LEVELS.find((known2) => known2 === text);
  if (level !== void 0) return level;
  throw new ConfigError(
    `Cannot read CODEX_COMPANION_LOG_LEVEL: "${text}" is no log level (use one of ${LOG_LEVELS.join(", ")})`
  );
}

// src/config/codex-binary.ts
var CodexNotFound = class extends ConfigError {
};
function findCodex(configured, searchPath) {
  const found = configured ? onDisk(configured) : onPath(searchPath);
  if (found === null) {
    throw new CodexNotFound(
      configured ? `Cannot find Codex: "${configured}" (from CODEX_COMPANION_CODEX) is not an executable file` : 'Cannot find Codex: no "codex" on PATH (run "npm install -g @openai/codex", or set CODEX_COMPANION_CODEX)'
    );
  }
  const native = nativeBehindWrapper(found);
  const target2 = native?.command ?? found;
  const stat = statSync(target2);
  return {
    path: found,
    command: target2,
    environment: native?.environment ?? {},
    fingerprint: `${realpathSync(target2)}:${stat.size}:${stat.mtimeMs}`
  };
}
function onPath(searchPath) {
  const names = process.platform === "win32" ? ["codex.exe", "codex.cmd"] : ["codex"];
  for (const directory of searchPath.split(path2.delimiter)) {
    if (directory === "") continue;
    for (const name of names) {
      const found = onDisk(path2.join(directory, name));
      if (found !== null) return found;
    }
  }
  return null;
}
function onDisk(file) {
  const absolute2 = path2.resolve(file);
  try {
    if (!statSync(absolute2).isFile()) return null;
    accessSync(absolute2, constants.X_OK);
    return absolute2;
  } catch {
    return null;
  }
}
var TARGETS = {
  "linux-x64": "x86_64-unknown-linux-musl",
  "linux-arm64": "aarch64-unknown-linux-musl",
  "darwin-x64": "x86_64-apple-darwin",
  "darwin-arm64": "aarch64-apple-darwin",
  "win32-x64": "x86_64-pc-windows-msvc",
  "win32-arm64": "aarch64-pc-windows-msvc"
};
function nativeBehindWrapper(file) {
  const wrapper = realpathSync(file);
  const root = path2.resolve(wrapper, "..", "..");
  if (path2.basename(wrapper) !== "codex.js" || packageName(root) !== "@openai/codex") return null;
  const platform = `${process.platform}-${process.arch}`;
  const target2 = TARGETS[platform];
  if (target2 === void 0) return null;
  const name = process.platform === "win32" ? "codex.exe" : "codex";
  for (const vendor of vendorFolders(wrapper, root, platform)) {
    const command = path2.join(vendor, target2, "bin", name);
    if (existsSync2(command)) {
      return { command, environment: { CODEX_MANAGED_PACKAGE_ROOT: root, CODEX_MANAGED_BY_NPM: "1" } };
    }
  }
  return null;
}
function vendorFolders(wrapper, root, platform) {
  const own = path2.join(root, "vendor");
  try {
    const manifest = createRequire(wrapper).resolve(`@openai/codex-${platform}/package.json`);
    return [path2.join(path2.dirname(manifest), "vendor"), own];
  } catch {
    return [own];
  }
}
function packageName(root) {
  try {
    const manifest = JSON.parse(readFileSync(path2.join(root, "package.json"), "utf8"));
    if (typeof manifest === "object" && manifest !== null && "name" in manifest) {
      return typeof manifest.name === "string" ? manifest.name : null;
    }
    return null;
  } catch {
    return null;
  }
}

// src/config/paths.ts
import { createHash as createHash2 } from "node:crypto";
import { existsSync as existsSync3, realpathSync as realpathSync2, statSync as statSync2 } from "node:fs";
import os from "node:os";
import path3 from "node:path";
var MAX_SOCKET_PATH_BYTES2 = 100;
function stateRoot(environment) {
  const chosen = environment["CODEX_COMPANION_STATE_DIR"];
  if (chosen) return path3.resolve(chosen);
  return path3.join(stateHome(environment), "codex-companion");
}
function stateHome(environment) {
  const home = os.homedir();
  const xdg = absolute(environment["XDG_STATE_HOME"]);
  if (xdg !== null) return xdg;
  if (process.platform === "darwin") return path3.join(home, "Library", "Application Support");
  if (process.platform === "win32") return environment["LOCALAPPDATA"] || path3.join(home, "AppData", "Local");
  return path3.join(home, ".local", "state");
}
function runtimeRoot(environment) {
  const chosen = environment["CODEX_COMPANION_RUNTIME_DIR"];
  if (chosen) return path3.resolve(chosen);
  const fallback2 = path3.join(process.platform === "win32" ? os.tmpdir() : "/tmp", `codex-companion-${userName()}`);
  const xdg = absolute(environment["XDG_RUNTIME_DIR"]);
  if (xdg === null || !existsSync3(xdg)) return fallback2;
  const preferred = path3.join(xdg, "codex-companion");
  return fits(path3.join(preferred, `${"0".repeat(16)}.control`)) ? preferred : fallback2;
}
function absolute(directory) {
  return directory !== void 0 && path3.isAbsolute(directory) ? directory : null;
}
function userName() {
  return String(process.getuid?.() ?? os.userInfo().username);
}
function fits(socket) {
  return Buffer.byteLength(socket) <= MAX_SOCKET_PATH_BYTES2;
}
function codexHome(environment) {
  const chosen = environment["CODEX_HOME"];
  const home = path3.resolve(chosen || path3.join(os.homedir(), ".codex"));
  return existsSync3(home) ? realpathSync2(home) : home;
}
function workspaceRootOf(cwd) {
  const start = realDirectory(cwd);
  for (let at = start; ; at = path3.dirname(at)) {
    if (isRepository(at)) return at;
    if (path3.dirname(at) === at) return start;
  }
}
function realDirectory(cwd) {
  let why = "it is not a directory";
  try {
    if (statSync2(cwd).isDirectory()) return realpathSync2(cwd);
  } catch (error) {
    why = existsSync3(cwd) ? messageOf(error) : "it does not exist";
  }
  throw new ConfigError(`Cannot use "${cwd}" as working directory: ${why} (choose another one with --cwd)`);
}
function isRepository(directory) {
  const git = path3.join(directory, ".git");
  return existsSync3(path3.join(git, "HEAD")) || isFile(git);
}
function isFile(file) {
  try {
    return statSync2(file).isFile();
  } catch {
    return false;
  }
}
function workspacesDirectory(root) {
  return path3.join(root, "workspaces");
}
function workspaceDirectory(root, workspaceRoot) {
  const slug = path3.basename(workspaceRoot).replace(/[^\w.-]+/gu, "-").slice(0, 40) || "root";
  return path3.join(workspacesDirectory(root), `${slug}-${digest(workspaceRoot).slice(0, 12)}`);
}
function brokerKey(workspaceRoot, home, fingerprint, version2) {
  return digest([workspaceRoot, home, fingerprint, version2].join("\0")).slice(0, 16);
}
function writerLock(workspace) {
  return path3.join(workspace, "writer-lock");
}
function keyLock(workspace) {
  return path3.join(workspace, "key-lock");
}
function brokerPaths(workspace, key) {
  const directory = path3.join(workspace, "brokers", key);
  return {
    directory,
    lock: path3.join(directory, "lock"),
    label: path3.join(directory, "broker.json"),
    log: path3.join(directory, "broker.log"),
    threads: path3.join(directory, "threads")
  };
}
function socketPaths(runtime, state, key) {
  const name = digest(`${state}\0${key}`).slice(0, 16);
  const control = path3.join(runtime, `${name}.control`);
  if (!fits(control)) {
    throw new ConfigError(
      `Cannot use "${runtime}" for sockets: "${control}" is longer than ${MAX_SOCKET_PATH_BYTES2} bytes (set CODEX_COMPANION_RUNTIME_DIR to a shorter path)`
    );
  }
  return { control, events: path3.join(runtime, `${name}.events`) };
}
function digest(text) {
  return createHash2("sha256").update(text).digest("hex");
}

// src/config/config.ts
function loadConfig(environment = process.env) {
  return {
    settings: readSettings(environment),
    stateRoot: checkedStateRoot(environment),
    runtimeRoot: runtimeRoot(environment),
    codexHome: codexHome(environment),
    environment
  };
}
function checkedStateRoot(environment) {
  const root = stateRoot(environment);
  for (const place of [root, workspacesDirectory(root)]) checkPrivateDirectory(place);
  return root;
}
function workspaceFor(config, cwd) {
  const root = workspaceRootOf(path4.resolve(cwd));
  return { root, cwd: path4.resolve(cwd), directory: workspaceDirectory(config.stateRoot, root) };
}
function brokerPlaceFor(config, workspaceRoot) {
  const codex = findCodex(config.environment["CODEX_COMPANION_CODEX"], config.environment["PATH"] ?? "");
  const key = brokerKey(workspaceRoot, config.codexHome, codex.fingerprint, VERSION);
  return {
    key,
    codex,
    paths: brokerPaths(workspaceDirectory(config.stateRoot, workspaceRoot), key),
    sockets: socketPaths(config.runtimeRoot, config.stateRoot, key)
  };
}

// src/contract/control.ts
var CONTROL_VERSION = 1;
var CONTROL_ERRORS = {
  helloRequired: -32010,
  versionMismatch: -32011,
  draining: -32012,
  jobNotFound: -32013,
  codexUnavailable: -32014,
  codexSilent: -32015,
  codexTooOld: -32016,
  keyTaken: -32017
};
var APP_SERVER_STATES = ["starting", "ready", "unresponsive", "stopping", "gone"];
var AppServerStatusSchema = object({
  pid: nullable(number()),
  version: nullable(string()),
  state: picklist(APP_SERVER_STATES),
  lastAnswerAt: nullable(string())
});
var BrokerStatusSchema = object({
  running: literal(true),
  pid: number(),
  identity: ProcessIdentitySchema,
  brokerId: string(),
  brokerKey: string(),
  startedAt: string(),
  uptimeMs: number(),
  version: string(),
  endpoint: string(),
  events: string(),
  workspaceRoot: string(),
  codexHome: string(),
  codexPath: string(),
  appServer: AppServerStatusSchema,
  jobs: object({ running: number(), queued: number() }),
  clients: number(),
  subscribers: number()
});
var WAIT_REASONS = ["writes to the same working tree", "same Codex thread"];
var WaitingForJobSchema = object({ id: string(), why: picklist(WAIT_REASONS) });
var LiveJobSchema = object({
  job: JobRecordSchema,
  answeredAt: string(),
  appServer: AppServerStatusSchema,
  /** The thread that runs the job, in the broker's process. */
  worker: nullable(object({ threadNumber: nullable(number()), lastReportAt: nullable(string()) })),
  position: nullable(number()),
  /** Null when it runs, or waits for its turn only. */
  waitingForJob: optional(nullable(WaitingForJobSchema), null),
  idleMs: nullable(number()),
  clock: nullable(object({ name: picklist(["queue", "start", "idle", "hard", "stuck"]), inMs: number() }))
});
var AccountSchema = object({
  account: nullable(object({ type: string(), email: nullable(string()), planType: nullable(string()) })),
  requiresOpenaiAuth: nullable(boolean()),
  provider: nullable(object({ id: string(), name: nullable(string()) })),
  codexVersion: nullable(string())
});
var Nothing = object({});
var CONTROL_METHODS = {
  hello: {
    params: object({
      protocolVersion: number(),
      client: object({ name: string(), version: string(), pid: number() })
    }),
    result: object({
      protocolVersion: number(),
      brokerId: string(),
      brokerVersion: string(),
      events: string()
    })
  },
  "broker/ping": { params: Nothing, result: Nothing },
  "broker/status": { params: Nothing, result: BrokerStatusSchema },
  "broker/stop": {
    params: object({ mode: picklist(["drain", "now"]) }),
    result: object({ running: number(), queued: number() })
  },
  "job/submit": { params: JobSpecSchema, result: object({ job: JobRecordSchema, position: number() }) },
  "job/cancel": {
    params: object({ jobId: JobIdSchema, by: string() }),
    result: object({
      job: JobRecordSchema,
      alreadyFinished: boolean(),
      interruption: nullable(InterruptionSchema)
    })
  },
  "job/answer": {
    params: object({
      jobId: JobIdSchema,
      questionId: string(),
      decision: picklist(["accept", "decline"]),
      by: string()
    }),
    result: object({ answered: boolean() })
  },
  "job/live": { params: Nothing, result: object({ jobs: array(LiveJobSchema) }) },
  "session/release": {
    params: object({ sessionId: string() }),
    result: object({ cancelled: array(JobIdSchema) })
  },
  "codex/account": { params: object({ cwd: string() }), result: AccountSchema },
  "codex/threads": {
    params: object({ cwds: array(string()), search: string(), limit: number() }),
    result: object({ threads: array(object({ id: string(), name: nullable(string()) })) })
  },
  "codex/importSession": {
    params: object({ path: string(), cwd: string() }),
    result: object({ threadId: nullable(string()), failure: nullable(string()) })
  },
  "events/recent": {
    params: object({ afterSeq: number(), topic: string() }),
    result: object({ envelopes: array(EnvelopeSchema), firstSeq: number(), lastSeq: number() })
  }
};
var SHUTTING_DOWN = "notifications/broker/shuttingDown";
var ShuttingDownSchema = object({
  brokerId: string(),
  cause: ShutdownCauseSchema,
  message: string(),
  exitStatus: number(),
  successor: boolean()
});

// src/util/deadline.ts
var DeadlineExceeded = class extends Error {
  name = "DeadlineExceeded";
  what;
  ms;
  constructor(what, ms2) {
    super(`No answer from ${what} within ${ms2} ms`);
    this.what = what;
    this.ms = ms2;
  }
};
async function within(promise, ms2, what) {
  let timer;
  const expiry = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceeded(what, ms2)), ms2);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
async function settledWithin(promise, ms2) {
  const settled = promise.then(
    () => true,
    () => true
  );
  try {
    return await within(settled, ms2, "the work");
  } catch {
    return false;
  }
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

// src/util/teardown.ts
var Teardown = class {
  #closers = [];
  #running;
  #onError;
  constructor(onError = () => void 0) {
    this.#onError = onError;
  }
  /** Registers a closer and, when the teardown has begun already, runs it at once. */
  add(what, close) {
    if (this.#running === void 0) this.#closers.push({ what, close });
    else this.#running = this.#running.then(() => this.#close(what, close));
  }
  run() {
    this.#running ??= this.#closeAll();
    return this.#running;
  }
  async #closeAll() {
    for (let next = this.#closers.pop(); next !== void 0; next = this.#closers.pop()) {
      await this.#close(next.what, next.close);
    }
  }
  async #close(what, close) {
    try {
      await close();
    } catch (error) {
      this.#onError(what, error);
    }
  }
};

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
function oneLine(text, limit2) {
  const flat = plainText(text).replace(/\s+/gu, " ").trim();
  return flat.length <= limit2 ? flat : `${flat.slice(0, limit2 - 1).replace(new RegExp("\\p{Cs}$", "u"), "")}\u2026`;
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
  let end2 = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece, single, double, escaped, plain] = match;
    word += single ?? double?.replace(/\\(["\\$`])/gu, "$1") ?? escaped ?? plain ?? "";
    end2 += piece.length;
  }
  return end2 === text.length ? word : void 0;
}
var PREFIX = String.raw`(?:^|&&|\|\||[;|(\n])\s*(?:\w+=\S*\s+)*(?:(?:npx|pnpm exec|yarn dlx|bunx|uv run|poetry run|bundle exec|time|env|sudo)\s+(?:-\S+\s+)*)*(?:\S*\/)?`;
var CHECKERS = "vitest|jest|mocha|ava|pytest|py\\.test|tox|nox|rspec|phpunit|ctest|tsc|eslint|biome|ruff|mypy|pyright|flake8|pylint|shellcheck|golangci-lint|make|ninja|bazel|gradlew?|mvn|xcodebuild";
var RUNNERS = "(?:npm|pnpm|yarn|bun|deno|cargo|go|dotnet|swift|mix|zig|rake|just|task|node|python3?)\\s+(?:run(?:-script)?\\s+|-m\\s+|--(?=test))*";
var CHECKS = "[\\w:.-]*(?:test|build|lint|check|vet|clippy|verify|mypy|compileall)";
var VERIFYING = new RegExp(`${PREFIX}(?:(?:${CHECKERS})\\b|${RUNNERS}${CHECKS})`, "u");

// src/codex/fields.ts
function fieldsOf(value) {
  return isRecord(value) ? value : {};
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

// src/codex/server-requests.ts
var METHOD_NOT_FOUND = -32601;
var SUBJECT_CHARS = 200;
var REJECTION = "This job runs without a person to ask; go on without it";
var REFUSALS = {
  "item/commandExecution/requestApproval": { decision: "decline" },
  "item/fileChange/requestApproval": { decision: "decline" },
  "item/permissions/requestApproval": { permissions: {}, scope: "turn" },
  "item/tool/requestUserInput": { answers: {} },
  "mcpServer/elicitation/request": { action: "decline", content: null, _meta: null },
  "item/tool/call": { contentItems: [{ type: "inputText", text: REJECTION }], success: false },
  execCommandApproval: { decision: { denied: { rejection: REJECTION } } },
  applyPatchApproval: { decision: { denied: { rejection: REJECTION } } }
};
var ACCEPTANCES = {
  "item/commandExecution/requestApproval": { decision: "accept" },
  "item/fileChange/requestApproval": { decision: "accept" },
  execCommandApproval: { decision: "approved" },
  applyPatchApproval: { decision: "approved" }
};
var APPROVALS = {
  "item/commandExecution/requestApproval": "a command",
  "item/fileChange/requestApproval": "a file change",
  execCommandApproval: "a command",
  applyPatchApproval: "a file change"
};
var WORDS = {
  "item/commandExecution/requestApproval": "Declined to approve a command",
  "item/fileChange/requestApproval": "Declined to approve a file change",
  "item/permissions/requestApproval": "Declined to grant further permissions",
  "item/tool/requestUserInput": "Left a question of Codex unanswered",
  "mcpServer/elicitation/request": "Declined a question of an MCP server",
  "item/tool/call": "Refused a tool call",
  execCommandApproval: "Declined to approve a command",
  applyPatchApproval: "Declined to approve a file change"
};
var Details = object({
  threadId: fallback(nullish(string(), null), null),
  conversationId: fallback(nullish(string(), null), null),
  command: fallback(nullish(union([string(), array(string())]), null), null),
  reason: fallback(nullish(string(), null), null),
  message: fallback(nullish(string(), null), null),
  serverName: fallback(nullish(string(), null), null),
  tool: fallback(nullish(string(), null), null)
});
function approvalIn(method2, params) {
  if (!isAcceptable(method2)) return null;
  const details = parse(Details, fieldsOf(params));
  const [subject = ""] = subjectOf(details);
  return { threadId: threadOf(details), what: APPROVALS[method2], subject };
}
function answerServerRequest(method2, params, decision) {
  const details = parse(Details, fieldsOf(params));
  const threadId = threadOf(details);
  if (decision === "accept" && isAcceptable(method2)) {
    const notice2 = [`Approved ${APPROVALS[method2]}`, ...subjectOf(details)].join(": ");
    return { kind: "reply", result: ACCEPTANCES[method2], threadId, notice: notice2 };
  }
  if (!isRefusable(method2)) {
    const error = { code: METHOD_NOT_FOUND, message: `Cannot serve "${method2}": this client does not support it` };
    return { kind: "error", error, threadId, notice: `Refused the request "${oneLine(method2, SUBJECT_CHARS)}"` };
  }
  const notice = [WORDS[method2], ...subjectOf(details)].join(": ");
  return { kind: "reply", result: REFUSALS[method2], threadId, notice };
}
function isAcceptable(method2) {
  return Object.hasOwn(ACCEPTANCES, method2);
}
function threadOf({ threadId, conversationId }) {
  return threadId ?? conversationId;
}
function isRefusable(method2) {
  return Object.hasOwn(REFUSALS, method2);
}
function subjectOf(details) {
  const command = Array.isArray(details.command) ? details.command.join(" ") : details.command;
  if (command !== null) return [commandText(command)];
  const subject = details.tool ?? details.message ?? details.serverName ?? details.reason;
  return subject === null ? [] : [oneLine(subject, SUBJECT_CHARS)];
}

// src/rpc/message.ts
var RPC_ERRORS = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603
};
var RpcError = class extends Error {
  name = "RpcError";
  code;
  data;
  constructor(code, message, data) {
    super(message);
    this.code = code;
    this.data = data;
  }
};
var SAMPLE_CHARS = 200;
function parseMessage(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid("not JSON", text);
  }
  if (!isRecord2(value)) return invalid("not an object", text);
  if ("method" in value) return parseCall(value, text);
  return parseReply(value, text);
}
function parseCall(value, text) {
  const { id, method: method2, params } = value;
  if (typeof method2 !== "string") return invalid('"method" is not a string', text);
  if (id === void 0) return { kind: "notification", method: method2, params };
  return isRequestId(id) ? { kind: "request", id, method: method2, params } : invalid('"id" is no id', text);
}
function parseReply(value, text) {
  const { id, result, error } = value;
  if (!isRequestId(id)) return invalid("neither a call nor a reply", text);
  if (error === void 0 || error === null) return { kind: "response", id, result };
  return { kind: "error", id, error: errorObject(error) };
}
function errorObject(error) {
  const { code, message, data } = isRecord2(error) ? error : { code: void 0, message: void 0, data: error };
  return {
    code: typeof code === "number" ? code : RPC_ERRORS.internalError,
    message: typeof message === "string" ? message : "an error without a message",
    ...data === void 0 ? {} : { data }
  };
}
function invalid(why, text) {
  return { kind: "invalid", why, sample: text.slice(0, SAMPLE_CHARS) };
}
function isRequestId(value) {
  return typeof value === "number" || typeof value === "string";
}
function isRecord2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/broker/server-requests.ts
async function answerFor(router, method2, params) {
  const answer3 = answerServerRequest(method2, params, await decisionOn(router, method2, params));
  if (answer3.threadId !== null) router.ownerOf(answer3.threadId)?.notice(answer3.notice);
  if (answer3.kind === "error") throw new RpcError(answer3.error.code, answer3.error.message);
  return answer3.result;
}
async function decisionOn(router, method2, params) {
  const question = approvalIn(method2, params);
  const owner = question === null || question.threadId === null ? void 0 : router.ownerOf(question.threadId);
  return question === null || owner === void 0 ? "decline" : owner.decide(question);
}

// src/broker/child/app-server.ts
import { spawn } from "node:child_process";
import { once } from "node:events";

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
function codexVersionIn(userAgent) {
  return /\/(\d+\.\d+\.\d+\S*)/u.exec(userAgent ?? "")?.[1] ?? null;
}
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

// src/rpc/lines.ts
var NEWLINE = 10;
var FIRST_CAPACITY = 4096;
var KEPT_CAPACITY = 65536;
var SAMPLE_BYTES = 200;
var LineDecoder = class {
  #maxLineBytes;
  // The beginning of a line whose newline has not come: the first `#held` bytes of `#partial`.
  #partial = Buffer.alloc(0);
  #held = 0;
  #dropping = false;
  constructor(maxLineBytes) {
    this.#maxLineBytes = maxLineBytes;
  }
  push(chunk) {
    const lines = [];
    let start = 0;
    for (let end2 = chunk.indexOf(NEWLINE); end2 !== -1; end2 = chunk.indexOf(NEWLINE, start)) {
      const line2 = this.#complete(chunk, start, end2);
      if (line2 !== void 0) lines.push(line2);
      start = end2 + 1;
    }
    const oversize = this.#keep(chunk, start);
    if (oversize !== void 0) lines.push(oversize);
    return lines;
  }
  /** What was left without a newline when the stream ended. */
  end() {
    if (this.#held === 0) return [];
    return [{ kind: "line", text: this.#takePartial() }];
  }
  #complete(chunk, start, end2) {
    if (this.#dropping) {
      this.#dropping = false;
      return void 0;
    }
    if (this.#held + end2 - start > this.#maxLineBytes) return this.#oversize(chunk, start, end2);
    if (this.#held === 0) return { kind: "line", text: chunk.toString("utf8", start, end2) };
    this.#append(chunk, start, end2);
    return { kind: "line", text: this.#takePartial() };
  }
  #keep(chunk, start) {
    if (this.#dropping || start === chunk.length) return void 0;
    if (this.#held + chunk.length - start > this.#maxLineBytes) {
      this.#dropping = true;
      return this.#oversize(chunk, start, chunk.length);
    }
    this.#append(chunk, start, chunk.length);
    return void 0;
  }
  #oversize(chunk, start, end2) {
    const bytes = this.#held + end2 - start;
    const head = this.#held > 0 ? this.#partial.subarray(0, this.#held) : chunk.subarray(start, end2);
    const sample = head.toString("utf8", 0, Math.min(head.length, SAMPLE_BYTES));
    this.#release();
    return { kind: "oversize", bytes, sample };
  }
  // One buffer that doubles, not a list of chunks: a line that comes byte by byte would cost an object a byte.
  #append(chunk, start, end2) {
    const needed = this.#held + end2 - start;
    if (needed > this.#partial.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, FIRST_CAPACITY, this.#partial.length * 2));
      this.#partial.copy(grown, 0, 0, this.#held);
      this.#partial = grown;
    }
    chunk.copy(this.#partial, this.#held, start, end2);
    this.#held = needed;
  }
  #takePartial() {
    const text = this.#partial.toString("utf8", 0, this.#held);
    this.#release();
    return text;
  }
  #release() {
    this.#held = 0;
    if (this.#partial.length > KEPT_CAPACITY) this.#partial = Buffer.alloc(0);
  }
};

// src/rpc/requests.ts
var Requests = class {
  #options;
  #inFlight = /* @__PURE__ */ new Map();
  // A set is a queue that can lose an element from its middle.
  #waiting = /* @__PURE__ */ new Set();
  #lastId = 0;
  constructor(options) {
    this.#options = options;
  }
  get inFlight() {
    return this.#inFlight.size;
  }
  /** `what` names the answer in the error of a request that timed out. */
  make(method2, params, what, timeoutMs, signal) {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    this.#lastId += 1;
    const giveUp = (reason) => this.#settle(call, (answer3) => answer3.reject(reason));
    const release2 = limit(giveUp, what, timeoutMs, signal);
    const call = { id: this.#lastId, method: method2, params, answer: deferred(), release: release2 };
    this.#waiting.add(call);
    this.#fill();
    return call.answer.promise;
  }
  /** False when no request with this id is waiting: it timed out, or it was never made. */
  settle(id, outcome) {
    const call = typeof id === "number" ? this.#inFlight.get(id) : void 0;
    if (call === void 0) return false;
    this.#settle(call, outcome);
    return true;
  }
  rejectAll(reason) {
    const calls = [...this.#inFlight.values(), ...this.#waiting];
    this.#inFlight.clear();
    this.#waiting.clear();
    for (const { method: method2, answer: answer3, release: release2 } of calls) {
      release2();
      answer3.reject(reason(method2));
    }
  }
  #settle(call, outcome) {
    this.#inFlight.delete(call.id);
    this.#waiting.delete(call);
    call.release();
    outcome(call.answer);
    this.#fill();
  }
  #fill() {
    for (const call of this.#waiting) {
      if (this.#inFlight.size >= this.#options.maxInFlight) return;
      this.#waiting.delete(call);
      this.#inFlight.set(call.id, call);
      this.#options.send(call.id, call.method, call.params);
    }
  }
};
function limit(giveUp, what, timeoutMs, signal) {
  const timer = setTimeout(() => giveUp(new DeadlineExceeded(what, timeoutMs)), timeoutMs);
  const aborted = () => giveUp(signal?.reason);
  signal?.addEventListener("abort", aborted, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", aborted);
  };
}

// src/rpc/peer.ts
var MAX_IN_FLIGHT = 64;
var REQUEST_TIMEOUT_MS = 3e4;
var LAST_WORDS_MS = 1e3;
var ConnectionClosed = class extends Error {
  name = "ConnectionClosed";
};
var Peer = class {
  closed;
  #connection;
  #options;
  #decoder;
  #requests;
  #closed = deferred();
  // open ──▶ closing (writes no more, delivers no more) ──▶ closed
  #state = "open";
  #lastReceivedAtMs = performance.now();
  #lateReplies = 0;
  #cause;
  #lastWords;
  constructor(connection, options) {
    this.#connection = connection;
    this.#options = options;
    this.closed = this.#closed.promise;
    this.#decoder = new LineDecoder(options.maxLineBytes);
    this.#requests = new Requests({
      maxInFlight: options.maxInFlight ?? MAX_IN_FLIGHT,
      send: (id, method2, params) => this.#send({ id, method: method2, params })
    });
    this.#listen();
  }
  /** When the last bytes came (at first: when the peer was made), on the clock of `performance.now()`. */
  get lastReceivedAtMs() {
    return this.#lastReceivedAtMs;
  }
  /** Bytes accepted for sending that the system has not taken yet. */
  get bufferedBytes() {
    return this.#connection.writable.writableLength;
  }
  /** Replies to requests that nobody waits for any more, or that were never made. */
  get lateReplies() {
    return this.#lateReplies;
  }
  /**
   * @throws RpcError when the other side answers with an error, DeadlineExceeded when it does not answer
   * in time, ConnectionClosed when the connection ends first, the signal's reason when that aborts.
   */
  request(method2, params = {}, options = {}) {
    if (this.#state !== "open") return Promise.reject(this.#connectionClosed(method2));
    const timeoutMs = options.timeoutMs ?? this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
    const what = `${this.#options.name} to "${method2}"`;
    return this.#requests.make(method2, params, what, timeoutMs, options.signal);
  }
  /** Does nothing once the connection is closed. */
  notify(method2, params = {}) {
    this.#send({ method: method2, params });
  }
  /**
   * Sends what was written before, then ends our side. Pending requests are rejected at once and nothing
   * more is delivered. `closed` follows when a socket has sent all, or a pipe's other side ends; within
   * a second in any case.
   */
  close() {
    if (this.#state !== "open") return;
    this.#state = "closing";
    this.#requests.rejectAll((method2) => this.#connectionClosed(method2));
    const { readable, writable } = this.#connection;
    const isSocket = Object.is(readable, writable);
    writable.end(() => {
      if (isSocket) readable.destroy();
    });
    this.#limitLastWords();
  }
  /** Ends the connection now; what was not sent is lost. */
  destroy() {
    this.#connection.writable.destroy();
    this.#connection.readable.destroy();
    this.#finish();
  }
  #listen() {
    const { readable, writable } = this.#connection;
    readable.on("data", (chunk) => this.#receive(chunk));
    readable.on("end", () => this.#deliverAll(this.#decoder.end()));
    readable.on("error", (error) => this.#fail(error));
    for (const event of ["end", "close"]) readable.on(event, () => this.#finish());
    writable.on("error", (error) => this.#fail(error));
    writable.on("close", () => this.#limitLastWords());
  }
  #receive(chunk) {
    this.#lastReceivedAtMs = performance.now();
    this.#deliverAll(this.#decoder.push(chunk));
  }
  #deliverAll(lines) {
    for (const line2 of lines) {
      if (this.#state !== "open") return;
      if (line2.kind === "oversize") this.#options.onGarbage?.(line2.sample, line2.bytes);
      else this.#deliver(parseMessage(line2.text), line2.text);
    }
  }
  #deliver(message, text) {
    switch (message.kind) {
      case "notification":
        this.#options.onNotification?.(message.method, message.params);
        return;
      case "response":
        this.#settle(message.id, (answer3) => answer3.resolve(message.result));
        return;
      case "error": {
        const { code, message: sentence, data } = message.error;
        this.#settle(message.id, (answer3) => answer3.reject(new RpcError(code, sentence, data)));
        return;
      }
      case "request":
        void this.#answer(message.id, message.method, message.params);
        return;
      case "invalid":
        if (text.trim() !== "") this.#options.onGarbage?.(message.sample, Buffer.byteLength(text));
    }
  }
  #settle(id, outcome) {
    if (!this.#requests.settle(id, outcome)) this.#lateReplies += 1;
  }
  async #answer(id, method2, params) {
    try {
      const handler = this.#options.onRequest;
      if (handler === void 0) throw new RpcError(RPC_ERRORS.methodNotFound, `Method not found: "${method2}"`);
      const result = await handler(method2, params, id);
      this.#send({ id, result: result === void 0 ? null : result });
    } catch (error) {
      this.#send({ id, error: toErrorObject(error) });
    }
  }
  #send(message) {
    const { writable } = this.#connection;
    if (this.#state !== "open" || !writable.writable) return;
    const { maxBufferedBytes = Number.POSITIVE_INFINITY, jsonrpc, onOverflow } = this.#options;
    const buffered = writable.writableLength;
    if (buffered > maxBufferedBytes) {
      this.destroy();
      onOverflow?.(buffered);
      return;
    }
    writable.write(`${JSON.stringify(jsonrpc ? { jsonrpc: "2.0", ...message } : message)}
`);
  }
  #fail(error) {
    this.#cause ??= error;
    this.#limitLastWords();
  }
  // A process that died leaves its last output in the pipe: the failed write is noticed before that is read.
  #limitLastWords() {
    if (this.#state === "closed" || this.#lastWords !== void 0) return;
    this.#lastWords = setTimeout(() => this.destroy(), LAST_WORDS_MS);
  }
  #finish() {
    if (this.#state === "closed") return;
    this.#state = "closed";
    clearTimeout(this.#lastWords);
    this.#requests.rejectAll((method2) => this.#connectionClosed(method2));
    endSoon(this.#connection.writable);
    this.#closed.resolve();
  }
  #connectionClosed(method2) {
    const { name } = this.#options;
    const options = this.#cause === void 0 ? {} : { cause: this.#cause };
    return new ConnectionClosed(`No answer to "${method2}": the connection to ${name} is closed`, options);
  }
};
function endSoon(writable) {
  if (writable.writableLength === 0) writable.destroy();
  if (writable.destroyed) return;
  const timer = setTimeout(() => writable.destroy(), LAST_WORDS_MS);
  writable.once("close", () => clearTimeout(timer));
  writable.end(() => writable.destroy());
}
function toErrorObject(error) {
  if (error instanceof RpcError) {
    return { code: error.code, message: error.message, ...error.data === void 0 ? {} : { data: error.data } };
  }
  return { code: RPC_ERRORS.internalError, message: error instanceof Error ? error.message : String(error) };
}

// src/status/liveness.ts
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync as readFileSync2 } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

// src/status/system-error.ts
var REMEDIES = {
  ENOSPC: "free some disk space",
  EDQUOT: "free some disk space",
  EACCES: "check the owner and mode of its directory",
  EPERM: "check the owner and mode of its directory",
  EROFS: "choose a place that can be written with CODEX_COMPANION_STATE_DIR"
};
function writeError(file, error) {
  const code = errorCode(error);
  const remedy = code === null ? void 0 : REMEDIES[code];
  return new Error(`Cannot write "${file}": ${messageOf(error)}${remedy === void 0 ? "" : ` (${remedy})`}`, {
    cause: error
  });
}
function errorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
function isMissing(error) {
  const code = errorCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

// src/status/liveness.ts
var NO_BOOT_ID = "none";
var SWEEP_ROUNDS = 50;
var SWEEP_PAUSE_MS = 10;
var ownIdentity;
var ownBootId;
function self() {
  ownIdentity ??= identify(process.pid) ?? void 0;
  if (ownIdentity === void 0) {
    throw new Error(
      `Cannot tell the start time of pid ${process.pid}: the process table is not readable (mount /proc)`
    );
  }
  return ownIdentity;
}
function identify(pid) {
  const seen = observe(pid);
  return seen.kind === "seen" && seen.state !== "zombie" ? { bootId: bootId(), pid, startTime: seen.startTime } : null;
}
function isAlive(identity) {
  return probe(identity) === "alive";
}
function isRunning(pid) {
  const seen = observe(pid);
  return seen.kind === "unreadable" || seen.kind === "seen" && seen.state !== "zombie";
}
function probe(identity) {
  return decide(identity, bootId(), observe(identity.pid));
}
function decide(identity, currentBootId, seen) {
  if (identity.bootId !== currentBootId) return "rebooted";
  switch (seen.kind) {
    case "absent":
      return "gone";
    case "unreadable":
      return "alive";
    case "seen":
      if (seen.startTime !== identity.startTime) return "reused";
      return seen.state === "zombie" ? "zombie" : "alive";
  }
}
function signalIfSame(identity, signal) {
  if (!Number.isSafeInteger(identity.pid) || identity.pid <= 1 || !isAlive(identity)) return false;
  try {
    return process.kill(identity.pid, signal);
  } catch {
    return false;
  }
}
async function sweepTag(variable, value) {
  const killed = /* @__PURE__ */ new Set();
  for (let round = 0; round < SWEEP_ROUNDS; round += 1) {
    const left = taggedProcesses(variable, value);
    if (left.length === 0) break;
    for (const identity of left) {
      if (signalIfSame(identity, "SIGKILL")) killed.add(`${identity.pid} ${identity.startTime}`);
    }
    await pause(SWEEP_PAUSE_MS);
  }
  return killed.size;
}
function taggedProcesses(variable, value) {
  if (process.platform !== "linux") return [];
  const tag = `${variable}=${value}`;
  return processIds().flatMap((pid) => {
    if (pid === process.pid || pid <= 1 || !hasTag(pid, tag)) return [];
    const identity = identify(pid);
    return identity !== null && hasTag(pid, tag) ? [identity] : [];
  });
}
function hasTag(pid, tag) {
  const environment = readProc(pid, "environ");
  return environment !== null && `\0${environment}`.includes(`\0${tag}\0`);
}
function processIds() {
  return readdirSync("/proc").filter((name) => /^\d+$/u.test(name)).map(Number);
}
function observe(pid) {
  if (!Number.isSafeInteger(pid) || pid <= 0) return { kind: "absent" };
  if (process.platform === "linux") {
    const stat = readProc(pid, "stat");
    return stat === null ? exists(pid) ? { kind: "unreadable" } : { kind: "absent" } : parseStat(stat);
  }
  if (!exists(pid)) return { kind: "absent" };
  return parseQuery(queryProcess(process.platform, pid));
}
function parseStat(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const startTime = fields[19];
  if (startTime === void 0) return { kind: "unreadable" };
  return { kind: "seen", state: stateOf(fields[0] ?? ""), startTime };
}
function parseQuery(line2) {
  const match = /^(\S+)\s+(\S.*)$/u.exec(line2?.trim() ?? "");
  if (match?.[1] === void 0 || match[2] === void 0) return { kind: "unreadable" };
  return { kind: "seen", state: stateOf(match[1]), startTime: match[2] };
}
function stateOf(letters) {
  if (/^[ZX]/u.test(letters)) return "zombie";
  return /^[Tt]/u.test(letters) ? "stopped" : "running";
}
function queryProcess(platform, pid) {
  const [file, args] = processQuery(platform, pid);
  try {
    const environment = platform === "win32" ? {} : { env: { LC_ALL: "C", TZ: "UTC" } };
    return execFileSync(file, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 5e3,
      ...environment
    });
  } catch {
    return null;
  }
}
function processQuery(platform, pid) {
  if (platform !== "win32") return ["/bin/ps", ["-p", String(pid), "-o", "stat=,lstart="]];
  const query = `"R $((Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks)"`;
  return ["powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", query]];
}
function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}
function readProc(pid, file) {
  try {
    return readFileSync2(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return null;
  }
}
function bootId() {
  ownBootId ??= readBootId();
  return ownBootId;
}
function readBootId() {
  if (process.platform !== "linux") return NO_BOOT_ID;
  return readFileSync2("/proc/sys/kernel/random/boot_id", "latin1").trim();
}

// src/util/tail.ts
var Tail = class {
  #limit;
  #chunks = [];
  #bytes = 0;
  constructor(limit2) {
    this.#limit = limit2;
  }
  push(chunk) {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > 2 * this.#limit) this.#compact();
  }
  toString() {
    this.#compact();
    return Buffer.concat(this.#chunks).toString("utf8");
  }
  #compact() {
    const all = Buffer.concat(this.#chunks);
    const kept = Buffer.from(all.subarray(Math.max(0, all.length - this.#limit)));
    this.#chunks = [kept];
    this.#bytes = kept.length;
  }
};

// src/broker/child/stop-ladder.ts
var STDIN_RUNG_MS = 1500;
var TERM_RUNG_MS = 1e3;
var KILL_RUNG_MS = 1e3;
async function stopChild(child, identity, exited, frozen) {
  if (!frozen) {
    child.stdin?.end();
    if (await settledWithin(exited, STDIN_RUNG_MS)) return true;
    signalIfSame(identity, "SIGTERM");
    if (await settledWithin(exited, TERM_RUNG_MS)) return true;
  }
  signalIfSame(identity, "SIGKILL");
  return settledWithin(exited, KILL_RUNG_MS);
}

// src/broker/child/app-server.ts
var MAX_LINE_BYTES = 16 * 1024 * 1024;
var MAX_UNSENT_BYTES = 256 * 1024 * 1024;
var STDERR_TAIL_BYTES = 8 * 1024;
var DRAIN_MS = 250;
var EXIT_AFTER_EOF_MS = 1e3;
var AppServer = class _AppServer {
  peer;
  /** Resolves once, after the last notification of a process that has ended was delivered. */
  gone;
  identity;
  #child;
  #exited;
  #stderr = new Tail(STDERR_TAIL_BYTES);
  #state;
  constructor(child, streams, identity, options) {
    this.#child = child;
    this.identity = identity;
    this.#state = { id: "starting", identity };
    streams.stderr.on("data", (chunk) => this.#stderr.push(chunk));
    this.#exited = once(child, "exit").then(([code, signal]) => ({ code: code ?? null, signal: signal ?? null }));
    this.peer = new Peer(
      { readable: streams.stdout, writable: streams.stdin },
      {
        name: "the app-server",
        jsonrpc: false,
        maxLineBytes: MAX_LINE_BYTES,
        maxBufferedBytes: MAX_UNSENT_BYTES,
        requestTimeoutMs: options.requestTimeoutMs,
        onNotification: options.onNotification,
        onRequest: options.onRequest,
        onGarbage: options.onGarbage
      }
    );
    this.gone = this.#whenGone();
  }
  /** @throws Fault `app_server_start_failed`, with what stderr said; then no process is left. */
  static async start(options) {
    const { child, streams } = await spawned(options);
    const identity = child.pid === void 0 ? null : identify(child.pid);
    if (identity === null) throw startFault(options, await lastWords(streams));
    const server = new _AppServer(child, streams, identity, options);
    try {
      await server.#initialize(options);
      return server;
    } catch (error) {
      await server.stop({ frozen: false });
      const { stderrTail } = await server.gone;
      throw startFault(options, [messageOf(error), stderrTail.trim()].filter(Boolean).join("; "), error);
    }
  }
  get state() {
    return this.#state;
  }
  /** Ends the process, by the ladder. Resolves when it is gone; twice is harmless. */
  async stop({ frozen }) {
    if (this.#state.id !== "gone") this.#state = { id: "stopping", identity: this.identity };
    await stopChild(this.#child, this.identity, this.#exited, frozen);
    await this.gone;
  }
  async #initialize(options) {
    const startedAtMs = performance.now();
    const answer3 = this.peer.request(
      "initialize",
      {
        clientInfo: { name: "codex-companion", title: "Codex Companion", version: options.clientVersion },
        capabilities: { experimentalApi: true, requestAttestation: false }
      },
      { timeoutMs: options.startTimeoutMs }
    );
    const result = parse(InitializeResultSchema, await answer3);
    this.peer.notify("initialized", {});
    this.#state = {
      id: "ready",
      identity: this.identity,
      version: codexVersionIn(result.userAgent) ?? "unknown",
      startedInMs: Math.round(performance.now() - startedAtMs)
    };
  }
  async #whenGone() {
    await Promise.race([this.#exited, this.peer.closed]);
    const ended = await settledWithin(this.#exited, EXIT_AFTER_EOF_MS) || await stopChild(this.#child, this.identity, this.#exited, false);
    await settledWithin(this.peer.closed, DRAIN_MS);
    this.peer.close();
    const how = ended ? await this.#exited : { code: null, signal: null };
    const exit = { ...how, stderrTail: this.#stderr.toString() };
    this.#state = { id: "gone", exit };
    return exit;
  }
};
async function spawned(options) {
  const child = spawn(options.codex.command, ["app-server"], {
    cwd: options.cwd,
    env: { ...options.environment, ...options.codex.environment },
    stdio: ["pipe", "pipe", "pipe"]
  });
  try {
    await once(child, "spawn");
  } catch (error) {
    throw startFault(options, messageOf(error), error);
  }
  return { child, streams: { stdin: child.stdin, stdout: child.stdout, stderr: child.stderr } };
}
async function lastWords({ stderr }) {
  const tail = new Tail(STDERR_TAIL_BYTES);
  stderr.on("data", (chunk) => tail.push(chunk));
  await settledWithin(once(stderr, "close"), DRAIN_MS);
  return ["it ended at once", tail.toString().trim()].filter(Boolean).join("; ");
}
function startFault(options, why, cause) {
  const message = `Cannot start "${options.codex.command} app-server": ${why} (run "codex app-server" by hand to see more)`;
  return new Fault("app_server_start_failed", message, { cause });
}

// src/broker/child/health.ts
var PROBE = "thread/loaded/list";
function watchHealth(peer, options) {
  let heardAtMs = performance.now();
  let tickedAtMs = heardAtMs;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - tickedAtMs > 2 * options.intervalMs) heardAtMs = now;
    tickedAtMs = now;
    heardAtMs = Math.max(heardAtMs, peer.lastReceivedAtMs);
    const silentMs = now - heardAtMs;
    if (silentMs >= options.timeoutMs) {
      clearInterval(timer);
      options.onSilent(Math.round(silentMs));
      return;
    }
    peer.request(PROBE, {}, { timeoutMs: options.timeoutMs }).catch(() => void 0);
  }, options.intervalMs);
  return () => clearInterval(timer);
}

// src/broker/child/loss-message.ts
function lossMessage(pid, exit, unresponsive) {
  const stderr = plainText(exit.stderrTail).replace(/\s+/gu, " ").trim();
  const tail = stderr === "" ? "" : `; its stderr ended with: ${stderr.slice(-MAX_QUOTED_CHARS)}`;
  if (unresponsive) return `The Codex app-server (pid ${pid}) stopped answering and was ended${tail}`;
  const how = exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
  return `The Codex app-server (pid ${pid}) ${how}${tail}`;
}
var MAX_QUOTED_CHARS = 1e3;

// src/broker/child/supervisor.ts
var Supervisor = class {
  #options;
  #onLost;
  #ready = deferred();
  #appServer = null;
  #stopProbing = () => void 0;
  #stopped = false;
  #unresponsive = false;
  #garbled = 0;
  /** `onLost` is called at most once, with `app_server_exited` or `app_server_unresponsive`; never after {@link stop}. */
  constructor(options, onLost) {
    this.#ready.promise.catch(() => void 0);
    this.#options = options;
    this.#onLost = onLost;
  }
  /** What {@link start} comes to, for whoever has a question meanwhile. */
  get ready() {
    return this.#ready.promise;
  }
  /**
   * The app-server, ready for requests; null when it was stopped while it started.
   * @throws Fault `app_server_start_failed`
   */
  async start() {
    try {
      const appServer = await this.#start();
      this.#ready.resolve(appServer);
      return appServer;
    } catch (error) {
      this.#ready.reject(error);
      throw error;
    }
  }
  async #start() {
    const { codex, cwd, environment, clientVersion, settings, router, publisher } = this.#options;
    const appServer = await AppServer.start({
      codex,
      cwd,
      environment,
      clientVersion,
      startTimeoutMs: settings.appServerStartMs,
      requestTimeoutMs: settings.rpcTimeoutMs,
      onNotification: (method2, params) => router.route(method2, params),
      onRequest: (method2, params) => answerFor(router, method2, params),
      onGarbage: (sample) => this.#onGarbage(sample)
    });
    this.#appServer = appServer;
    if (this.#stopped) {
      await appServer.stop({ frozen: false });
      return null;
    }
    if (appServer.state.id === "ready") {
      const { identity, version: version2, startedInMs } = appServer.state;
      publisher.publish({ type: "appServer.ready", process: identity, version: version2, startedInMs });
    }
    this.#watch(appServer);
    return appServer;
  }
  /** Ends the app-server, by the ladder. Whoever was told that it is lost may call it, too. */
  async stop() {
    this.#stopped = true;
    this.#stopProbing();
    await this.#appServer?.stop({ frozen: this.#unresponsive });
  }
  get status() {
    const appServer = this.#appServer;
    if (appServer === null) return { pid: null, version: null, state: "starting", lastAnswerAt: null };
    const { state } = appServer;
    const silentMs = performance.now() - appServer.peer.lastReceivedAtMs;
    const silent = this.#unresponsive || silentMs > 2 * this.#options.settings.probeIntervalMs;
    return {
      pid: appServer.identity.pid,
      version: state.id === "ready" ? state.version : null,
      state: silent ? "unresponsive" : state.id,
      lastAnswerAt: new Date(Date.now() - silentMs).toISOString()
    };
  }
  #watch(appServer) {
    const { probeIntervalMs, probeTimeoutMs } = this.#options.settings;
    this.#stopProbing = watchHealth(appServer.peer, {
      intervalMs: probeIntervalMs,
      timeoutMs: probeTimeoutMs,
      onSilent: (silentMs) => this.#onSilent(appServer, silentMs)
    });
    void appServer.gone.then((exit) => this.#onGone(appServer, exit));
  }
  #onSilent(appServer, silentMs) {
    this.#unresponsive = true;
    this.#options.publisher.publish({ type: "appServer.unresponsive", silentMs });
    void appServer.stop({ frozen: true });
  }
  #onGone(appServer, exit) {
    if (this.#stopped) return;
    this.#stopProbing();
    this.#options.router.flush();
    this.#options.publisher.publish({ type: "appServer.exited", ...exit });
    const reason = this.#unresponsive ? "app_server_unresponsive" : "app_server_exited";
    this.#onLost(new Fault(reason, lossMessage(appServer.identity.pid, exit, this.#unresponsive)));
  }
  /** Skipped, counted and told at every power of ten: garbage can come in floods. */
  #onGarbage(sample) {
    this.#garbled += 1;
    if (!Number.isInteger(Math.log10(this.#garbled))) return;
    this.#options.log("info", `Skipped ${this.#garbled} lines of the app-server that are no messages: ${sample}`);
    this.#options.publisher.publish({ type: "appServer.garbled", lines: this.#garbled, sample });
  }
};

// src/broker/codex-queries.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/codex/session-import.ts
var Result = object({
  successes: fallback(
    array(object({ source: nullish(string(), null), target: nullish(string(), null) })),
    []
  ),
  failures: fallback(array(object({ message: nullish(string(), "") })), [])
});
var ImportCompletedNotification = object({
  importId: nullish(string(), null),
  itemTypeResults: fallback(nullish(array(Result), []), [])
});
function importedThread(params, importId, path18) {
  const parsed = safeParse(ImportCompletedNotification, params ?? {});
  if (!parsed.success) return null;
  const { importId: told } = parsed.output;
  if (importId !== null && told !== null && told !== importId) return null;
  const results = parsed.output.itemTypeResults;
  const successes = results.flatMap((result) => result.successes);
  const success = successes.find(({ source }) => source === path18) ?? successes[0];
  const [failure = null] = results.flatMap((result) => result.failures.map(({ message }) => message));
  return { threadId: success?.target ?? null, failure };
}

// src/util/backoff.ts
function* backoff(firstMs, maxMs) {
  for (let delay = firstMs; ; delay = Math.min(delay * 2, maxMs)) {
    yield delay * (0.75 + Math.random() * 0.25);
  }
}

// src/broker/job-calls.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/broker/aftercare.ts
var AFTERCARE_STEP_MS = 2e3;
async function endTurn(peer, thread) {
  const all = [thread.threadId, ...thread.childThreadIds];
  const [confirmed] = await Promise.all([
    interrupt(peer, thread.threadId, thread.turnId),
    ...thread.childThreadIds.map((child) => interrupt(peer, child, null))
  ]);
  if (confirmed) await Promise.all(all.map((threadId) => cleanTerminals(peer, threadId)));
  return { attempted: true, confirmed };
}
async function giveBack(peer, thread) {
  const all = [thread.threadId, ...thread.childThreadIds];
  await Promise.all(thread.childThreadIds.map((child) => interrupt(peer, child, null)));
  await Promise.all(all.map((threadId) => cleanTerminals(peer, threadId)));
  await Promise.all(all.map((threadId) => ask(peer, "thread/unsubscribe", { threadId })));
}
async function interrupt(peer, threadId, turnId) {
  const named = turnId === null ? "refused" : await ask(peer, "turn/interrupt", { threadId, turnId });
  if (named !== "refused") return named === "done";
  return await ask(peer, "turn/interrupt", { threadId, turnId: "" }) === "done";
}
function cleanTerminals(peer, threadId) {
  return ask(peer, "thread/backgroundTerminals/clean", { threadId });
}
async function ask(peer, method2, params) {
  try {
    await peer.request(method2, params, { timeoutMs: AFTERCARE_STEP_MS });
    return "done";
  } catch (error) {
    return error instanceof RpcError ? "refused" : "silent";
  }
}

// src/broker/router.ts
var MAX_UNCLAIMED_THREADS = 64;
var MAX_UNCLAIMED_NOTIFICATIONS = 512;
var MAX_UNCLAIMED_CHARS = 32 * 1024 * 1024;
var MAX_RELEASED_THREADS = 1e3;
var ThreadRouter = class {
  #listeners = /* @__PURE__ */ new Map();
  #unaddressed = /* @__PURE__ */ new Set();
  #unclaimed = /* @__PURE__ */ new Map();
  // What these still say belongs to a turn that is over: a later job that resumes one must not hear it.
  #released = /* @__PURE__ */ new Set();
  #batch = /* @__PURE__ */ new Map();
  /** Sends the thread's notifications to `listener`, with those that came before. */
  claim(threadId, listener) {
    this.#listeners.set(threadId, listener);
    this.#released.delete(threadId);
    const early = this.#unclaimed.get(threadId);
    this.#unclaimed.delete(threadId);
    if (early !== void 0) listener.deliver(early.list);
  }
  /** For a thread that a job calls its sub-agent's. False when it is another job's: it stays with that job. */
  claimChild(threadId, listener) {
    if (!this.#listeners.has(threadId)) this.claim(threadId, listener);
    return this.#listeners.get(threadId) === listener;
  }
  release(listener) {
    this.#batch.delete(listener);
    for (const [threadId, owner] of this.#listeners) {
      if (owner !== listener) continue;
      this.#listeners.delete(threadId);
      this.#released.add(threadId);
    }
    dropOldest(this.#released, MAX_RELEASED_THREADS);
  }
  ownerOf(threadId) {
    return this.#listeners.get(threadId);
  }
  /** Returns the way to stop listening. */
  onUnaddressed(listener) {
    this.#unaddressed.add(listener);
    return () => this.#unaddressed.delete(listener);
  }
  route(method2, params) {
    const threadId = threadIdOf(params);
    if (threadId === null) {
      for (const listener2 of this.#unaddressed) listener2(method2, params);
      return;
    }
    const listener = this.#listeners.get(threadId);
    if (listener === void 0) this.#keep(threadId, { method: method2, params });
    else this.#enqueue(listener, { method: method2, params });
  }
  /** Delivers what has been read so far, at once. */
  flush() {
    const batch = this.#batch;
    this.#batch = /* @__PURE__ */ new Map();
    for (const [listener, list] of batch) listener.deliver(list);
  }
  #enqueue(listener, notification) {
    if (this.#batch.size === 0) queueMicrotask(() => this.flush());
    const list = this.#batch.get(listener);
    if (list === void 0) this.#batch.set(listener, [notification]);
    else list.push(notification);
  }
  #keep(threadId, notification) {
    if (this.#released.has(threadId)) return;
    const { list, chars } = this.#unclaimed.get(threadId) ?? { list: [], chars: 0 };
    if (list.length >= MAX_UNCLAIMED_NOTIFICATIONS) return;
    const more = charsOf(notification);
    if (more > MAX_UNCLAIMED_CHARS) return;
    this.#unclaimed.delete(threadId);
    this.#unclaimed.set(threadId, { list: [...list, notification], chars: chars + more });
    dropOldest(this.#unclaimed, MAX_UNCLAIMED_THREADS);
    while (totalOf(this.#unclaimed) > MAX_UNCLAIMED_CHARS) dropOldest(this.#unclaimed, this.#unclaimed.size - 1);
  }
};
function totalOf(threads2) {
  return [...threads2.values()].reduce((total, { chars }) => total + chars, 0);
}
function charsOf({ params }) {
  try {
    return JSON.stringify(params).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
function dropOldest(threads2, limit2) {
  for (const oldest of threads2.keys()) {
    if (threads2.size <= limit2) return;
    threads2.delete(oldest);
  }
}
function threadIdOf(params) {
  if (typeof params !== "object" || params === null) return null;
  if ("threadId" in params && typeof params.threadId === "string") return params.threadId;
  if (!("thread" in params) || typeof params.thread !== "object" || params.thread === null) return null;
  return "id" in params.thread && typeof params.thread.id === "string" ? params.thread.id : null;
}

// src/broker/job-calls.ts
var ALLOWED_CALLS = /* @__PURE__ */ new Set([
  "thread/start",
  "thread/resume",
  "thread/name/set",
  "turn/start",
  "review/start"
]);
var STARTS_TURN = /* @__PURE__ */ new Set(["turn/start", "review/start"]);
var OVERLOADED = -32001;
var MAX_OVERLOAD_RETRIES = 5;
var JobCalls = class {
  #peer;
  #host;
  #pending = /* @__PURE__ */ new Set();
  // open ──▶ stopping (takes no more) ──▶ over (nobody is left to use an answer)
  #state = "open";
  constructor(peer, host) {
    this.#peer = peer;
    this.#host = host;
  }
  /** Never rejects. */
  async call({ callId, method: method2, params }) {
    if (!ALLOWED_CALLS.has(method2)) {
      const message = `Not allowed from a job: ${method2}`;
      this.#refuse(callId, { kind: "rpc", code: RPC_ERRORS.methodNotFound, message });
      return;
    }
    if (this.#state !== "open") {
      this.#refuse(callId, STOPPED);
      return;
    }
    this.#pending.add(callId);
    try {
      this.#answered(callId, method2, params, await this.#request(method2, params));
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) this.#refuse(callId, callError(error));
    }
  }
  /** Takes no more calls; those that were made may still be answered. */
  stop() {
    if (this.#state === "open") this.#state = "stopping";
  }
  refusePending() {
    for (const callId of this.#pending) this.#refuse(callId, STOPPED);
  }
  end() {
    this.#state = "over";
  }
  async #request(method2, params) {
    const delays = backoff(250, 2e3);
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.#peer.request(method2, params);
      } catch (error) {
        const again = error instanceof RpcError && error.code === OVERLOADED && this.#state === "open";
        if (!again || retries === MAX_OVERLOAD_RETRIES) throw error;
        await sleep(delays.next().value);
      }
    }
  }
  #answered(callId, method2, params, result) {
    const startsTurn = STARTS_TURN.has(method2);
    const threadId = threadIdOf(startsTurn ? params : result);
    if (this.#state === "over") {
      if (threadId !== null) void giveBack(this.#peer, { threadId, turnId: null, childThreadIds: [] });
      return;
    }
    if (threadId !== null && !startsTurn) this.#host.claim(threadId);
    if (threadId !== null && startsTurn && this.#state === "stopping") void interrupt(this.#peer, threadId, null);
    if (this.#pending.delete(callId)) this.#host.post({ type: "result", callId, result });
  }
  #refuse(callId, error) {
    this.#pending.delete(callId);
    this.#host.post({ type: "callFailed", callId, error });
  }
};
var STOPPED = { kind: "closed", message: "The job was asked to stop" };
function callError(error) {
  const message = messageOf(error);
  if (error instanceof RpcError) return { kind: "rpc", code: error.code, message };
  if (error instanceof DeadlineExceeded) return { kind: "deadline", message };
  return { kind: "rpc", code: RPC_ERRORS.internalError, message };
}

// src/broker/codex-queries.ts
var QUERY_MS = 1e4;
var IMPORT_MS = 6e4;
var CodexQueries = class {
  #ready;
  #router;
  /** `ready` resolves with null when the broker ends before its app-server is there. */
  constructor(ready, router) {
    this.#ready = ready;
    this.#router = router;
  }
  /**
   * @throws RpcError: `codexUnavailable`, `codexSilent`, `codexTooOld`, `draining` when the app-server is gone and the
   * broker about to follow it, or what the app-server said.
   */
  async ask(method2, params) {
    const { peer } = await this.#appServer();
    try {
      const answer3 = await answered(peer, method2, params);
      const schema = CODEX_RESULTS[method2];
      return parse(schema, answer3);
    } catch (error) {
      throw refusal(method2, error);
    }
  }
  /** What has become of the transcript `path`, after Codex has said that it is done with it. */
  async importSession(path18, cwd) {
    const { peer } = await this.#appServer();
    const completed = deferred();
    let asked = null;
    const early = [];
    const take = (importId, params) => {
      const outcome = importedThread(params, importId, path18);
      if (outcome !== null) completed.resolve(outcome);
    };
    const stop2 = this.#router.onUnaddressed((method2, params) => {
      if (method2 !== "externalAgentConfig/import/completed") return;
      if (asked === null) early.push(params);
      else take(asked.importId, params);
    });
    void peer.closed.then(() => completed.reject(new ConnectionClosed("The app-server ended during the import")));
    completed.promise.catch(() => void 0);
    try {
      asked = await this.ask("externalAgentConfig/import", { migrationItems: [sessionItem(path18, cwd)] });
      for (const params of early) take(asked.importId, params);
      return await within(completed.promise, IMPORT_MS, "the app-server about the end of the import");
    } catch (error) {
      throw error instanceof RpcError ? error : refusal("externalAgentConfig/import", error);
    } finally {
      stop2();
    }
  }
  async #appServer() {
    const appServer = await this.#ready().catch((error) => {
      throw new RpcError(CONTROL_ERRORS.codexUnavailable, messageOf(error));
    });
    if (appServer === null) throw new RpcError(CONTROL_ERRORS.draining, "The broker is ending");
    return appServer;
  }
};
function sessionItem(path18, cwd) {
  return {
    itemType: "SESSIONS",
    description: "Claude Code session",
    cwd: null,
    details: {
      plugins: [],
      skills: [],
      sessions: [{ path: path18, cwd, title: null }],
      mcpServers: [],
      hooks: [],
      subagents: [],
      commands: []
    }
  };
}
async function answered(peer, method2, params) {
  const giveUpAtMs = performance.now() + QUERY_MS;
  for (const delayMs2 of backoff(100, 1e3)) {
    const leftMs = giveUpAtMs - performance.now();
    try {
      return await peer.request(method2, params, { timeoutMs: Math.max(1, leftMs) });
    } catch (error) {
      const busy = error instanceof RpcError && error.code === OVERLOADED;
      if (!busy || delayMs2 >= leftMs) throw error;
      await sleep2(delayMs2);
    }
  }
  throw new Error("Unexpected end of an endless back-off");
}
function refusal(method2, error) {
  if (error instanceof DeadlineExceeded) return new RpcError(CONTROL_ERRORS.codexSilent, error.message);
  if (error instanceof ConnectionClosed) return new RpcError(CONTROL_ERRORS.draining, error.message);
  if (!(error instanceof RpcError)) return new RpcError(CONTROL_ERRORS.codexUnavailable, unreadable(method2, error));
  if (error.code === OVERLOADED) return new RpcError(CONTROL_ERRORS.codexSilent, error.message);
  return isUnknownMethod(error) ? new RpcError(CONTROL_ERRORS.codexTooOld, `This Codex has no "${method2}"`) : error;
}
function unreadable(method2, error) {
  return `Cannot read the answer of the app-server to "${method2}": ${messageOf(error)}`;
}
function isUnknownMethod({ code, message }) {
  return code === RPC_ERRORS.methodNotFound || /unknown (?:variant|method)/iu.test(message);
}

// src/broker/control/server.ts
import { existsSync as existsSync5 } from "node:fs";
import { createServer } from "node:net";

// src/broker/control/account.ts
var account = async ({ cwd }, { codex, lifecycle }) => {
  const [known2, config] = await Promise.all([
    codex.ask("account/read", { refreshToken: false }),
    configurationOf(codex, cwd)
  ]);
  return {
    account: accountOf(known2),
    requiresOpenaiAuth: known2.requiresOpenaiAuth,
    provider: providerOf(config),
    codexVersion: lifecycle.status().appServer.version
  };
};
async function configurationOf(codex, cwd) {
  try {
    return await codex.ask("config/read", { cwd });
  } catch (error) {
    if (error instanceof RpcError && error.code === CONTROL_ERRORS.codexTooOld) return null;
    throw error;
  }
}
function accountOf({ account: known2 }) {
  return known2 === null ? null : { type: known2.type, email: known2.email, planType: known2.planType };
}
function providerOf(result) {
  const id = result?.config.model_provider ?? null;
  return id === null ? null : { id, name: result?.config.model_providers?.[id]?.name ?? null };
}

// src/broker/control/answer.ts
var answer = ({ jobId: jobId2, questionId, decision, by }, { approvals }) => ({
  answered: approvals.answer(jobId2, questionId, decision, by)
});

// src/broker/control/cancel.ts
var cancel = async ({ jobId: jobId2, by }, { ledger, dispatcher }) => {
  const before = known(ledger, jobId2);
  if (isFinished(before)) return answer2(before, true);
  await dispatcher.stop(jobId2, { cause: "cancel", by });
  return answer2(known(ledger, jobId2), false);
};
function known(ledger, jobId2) {
  const job = ledger.get(jobId2);
  if (job === null) throw new RpcError(CONTROL_ERRORS.jobNotFound, `No job "${jobId2}" in this workspace`);
  return job;
}
function answer2(job, alreadyFinished) {
  const interruption = job.status === "cancelled" || job.status === "failed" ? job.interruption : null;
  return { job, alreadyFinished, interruption };
}

// src/broker/control/import-session.ts
var importSession = ({ path: path18, cwd }, { codex }) => codex.importSession(path18, cwd);

// src/broker/control/live.ts
var live = (_params, services) => ({
  jobs: services.aggregator.active().map((job) => liveJob(job, services))
});
function liveJob(job, { aggregator, dispatcher, lifecycle }) {
  const expiry = aggregator.expiryOf(job.id);
  return {
    job,
    answeredAt: (/* @__PURE__ */ new Date()).toISOString(),
    appServer: lifecycle.status().appServer,
    worker: dispatcher.workerOf(job.id),
    position: dispatcher.positionOf(job.id),
    waitingForJob: dispatcher.waitingForJob(job.id),
    idleMs: aggregator.idleMs(job.id),
    clock: expiry === null ? null : { name: expiry.clock, inMs: Math.max(0, Math.round(expiry.atMs - performance.now())) }
  };
}

// src/broker/control/recent.ts
var recent = ({ afterSeq, topic }, { publisher }) => publisher.recent(afterSeq, topic);

// src/broker/control/release.ts
var release = ({ sessionId }, { ledger, dispatcher, log }) => {
  const cancelled = ledger.active().filter((job) => job.foreground && job.sessionId === sessionId).map((job) => job.id);
  for (const jobId2 of cancelled) {
    dispatcher.stop(jobId2, { cause: "cancel", by: "the end of its session" }).catch((error) => {
      log("error", `Cannot cancel ${jobId2}: ${messageOf(error)}`);
    });
  }
  return { cancelled };
};

// src/broker/control/stop.ts
var stop = ({ mode }, { dispatcher, lifecycle }) => {
  setImmediate(() => lifecycle.stop(mode));
  return { running: dispatcher.running, queued: dispatcher.queued };
};

// src/status/keyed-job.ts
var KeyTaken = class extends Error {
  name = "KeyTaken";
};
function jobWithKey(key, read2) {
  for (const id of idsOfKey(key)) {
    const job = read2(id);
    if (job !== null) return job;
  }
  return null;
}
function knownJob(spec, read2) {
  if (spec.key === null) return null;
  const job = jobWithKey(spec.key, read2);
  if (job === null) return null;
  const others = differences(spec, job);
  if (others.length === 0) return job;
  throw new KeyTaken(
    `Cannot hand in the job under the key "${spec.key}": ${job.id} has it, with another ${others.join(" and another ")} (choose another key, or see "codex-companion result ${job.id}")`
  );
}
function differences(spec, job) {
  const [asked, had] = [spec.request, job.request];
  const parts = [
    ["kind", spec.kind, job.kind],
    ["prompt", asked.prompt, had.prompt],
    ["target", asked.review?.target ?? null, had.review?.target ?? null],
    ["sandbox", [asked.sandbox, asked.network, asked.addDirs], [had.sandbox, had.network, had.addDirs]],
    ["rule for approvals", asked.onApproval, had.onApproval],
    ["model", [asked.model, asked.effort], [had.model, had.effort]]
  ];
  return parts.flatMap(([what, one, other]) => JSON.stringify(one) === JSON.stringify(other) ? [] : [what]);
}

// src/status/lock.ts
import { existsSync as existsSync4, readdirSync as readdirSync2, rmSync as rmSync3 } from "node:fs";
import path6 from "node:path";
import { setTimeout as pause2 } from "node:timers/promises";

// src/util/atomic-file.ts
import { closeSync, fsyncSync, openSync, renameSync, rmSync as rmSync2, writeSync } from "node:fs";
import path5 from "node:path";
var counter = Math.floor(Math.random() * 2 ** 40);
function temporaryFor(file) {
  counter += 1;
  return `${file}.${process.pid}-${counter}.tmp`;
}
function isTemporary(name) {
  return name.endsWith(".tmp");
}
function writeFileAtomic(file, content, durable) {
  const temporary = temporaryFor(file);
  const descriptor = openSync(temporary, "wx", 384);
  try {
    try {
      writeAll(descriptor, Buffer.from(content, "utf8"));
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync2(temporary, { force: true });
    throw error;
  }
  if (durable) syncDirectory(path5.dirname(file));
}
function writeAll(descriptor, bytes) {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done);
  }
}
function syncDirectory(directory) {
  if (process.platform === "win32") return;
  const descriptor = openSync(directory, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// src/util/regular-file.ts
import { closeSync as closeSync2, constants as constants2, fstatSync, openSync as openSync2, readSync } from "node:fs";
var CHUNK_BYTES = 65536;
var FileRefused = class extends Error {
  name = "FileRefused";
  why;
  constructor(file, why) {
    super(`Refusing to use "${file}": ${why} (remove it)`);
    this.why = why;
  }
};
function openRegularFile(file, flags = constants2.O_RDONLY, mode) {
  const descriptor = openNoFollow(file, flags, mode);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync2(descriptor);
  throw new FileRefused(file, "it is not a regular file");
}
function readRegularFile(file, maxBytes) {
  const descriptor = openRegularFile(file);
  try {
    const { size } = fstatSync(descriptor);
    if (size > maxBytes) throw new FileRefused(file, `it has ${size} bytes of at most ${maxBytes}`);
    return readAll(descriptor, maxBytes).toString("utf8");
  } finally {
    closeSync2(descriptor);
  }
}
function readAll(descriptor, maxBytes) {
  const chunks = [];
  for (let done = 0; done < maxBytes; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, maxBytes - done));
    const read2 = readSync(descriptor, chunk);
    if (read2 === 0) break;
    chunks.push(chunk.subarray(0, read2));
    done += read2;
  }
  return Buffer.concat(chunks);
}
function openNoFollow(file, flags, mode) {
  try {
    return openSync2(file, flags | constants2.O_NOFOLLOW | constants2.O_NONBLOCK, mode);
  } catch (error) {
    const isLink = error instanceof Error && "code" in error && error.code === "ELOOP";
    throw isLink ? new FileRefused(file, "it is a symbolic link") : error;
  }
}

// src/status/lock.ts
var LockHolderSchema = object({
  ...ProcessIdentitySchema.entries,
  role: picklist(["broker", "reader", "writer"]),
  /** A broker's id, what a reader calls itself, or the job that writes. */
  holder: string(),
  at: string()
});
var TIE_BOUND_MS = 1e3;
var TIE_PAUSE_MS = 1;
var MAX_CLAIM_BYTES = 4096;
var CLAIM = /^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+$/u;
var CLAIM_TEMPORARY = /^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+\..*\.tmp$/u;
function tryAcquire(directory, request) {
  ensurePrivateDirectory(directory);
  const [holding] = liveClaims(directory);
  if (holding !== void 0) return { ok: false, heldBy: holding.holder };
  const at = Date.now();
  const name = `claim.${at.toString(36).padStart(9, "0")}.${process.pid}.${newNonce()}`;
  const content = { ...self(), ...request, at: new Date(at).toISOString() };
  writeClaim(path6.join(directory, name), content);
  const rival = rivalOf(directory, name);
  if (rival !== null) {
    withdraw(directory, name);
    return { ok: false, heldBy: rival.holder };
  }
  removeDead(directory);
  const lock = {
    isHeld: () => existsSync4(path6.join(directory, name)),
    release: () => withdraw(directory, name)
  };
  return { ok: true, lock };
}
async function acquire(directory, request) {
  const { role, holder, timeoutMs } = request;
  const worthwhile = request.while ?? ((other) => other.role === "reader");
  const endAtMs = performance.now() + timeoutMs;
  for (const delay of backoff(2, 50)) {
    const attempt = tryAcquire(directory, { role, holder });
    if (attempt.ok || !worthwhile(attempt.heldBy) || performance.now() >= endAtMs) return attempt;
    await pause2(delay);
  }
  throw new Error("Unexpected end of an endless back-off");
}
function inspect(directory) {
  return liveClaims(directory)[0]?.holder ?? null;
}
function writeClaim(file, content) {
  try {
    writeFileAtomic(file, `${JSON.stringify(content)}
`, false);
  } catch (error) {
    throw writeError(file, error);
  }
}
function rivalOf(directory, name) {
  const endAtMs = performance.now() + TIE_BOUND_MS;
  for (; ; ) {
    const [first2, second] = liveClaims(directory);
    const rival = first2?.name === name ? second : first2;
    if (rival === void 0) return null;
    if (rival.name < name || performance.now() >= endAtMs) return rival;
    sleepSync(TIE_PAUSE_MS);
  }
}
function liveClaims(directory) {
  return namesIn(directory).flatMap((name) => {
    const pid = CLAIM.exec(name)?.[1];
    if (pid === void 0) return [];
    const holder = readHolder(path6.join(directory, name), Number(pid));
    return holder === null ? [] : [{ name, holder }];
  });
}
function readHolder(file, pid) {
  let content;
  try {
    content = readRegularFile(file, MAX_CLAIM_BYTES);
  } catch (error) {
    return isMissing(error) ? null : unreadableHolder(pid);
  }
  const holder = parseHolder(content);
  if (holder === null || holder.pid !== pid) return unreadableHolder(pid);
  return isAlive(holder) ? holder : null;
}
function unreadableHolder(pid) {
  if (!isRunning(pid)) return null;
  const { bootId: bootId2, startTime } = identify(pid) ?? { bootId: "unknown", startTime: "unknown" };
  return { bootId: bootId2, pid, startTime, role: "broker", holder: "unknown", at: "unknown" };
}
function parseHolder(content) {
  try {
    const parsed = safeParse(LockHolderSchema, JSON.parse(content));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
function removeDead(directory) {
  for (const name of namesIn(directory)) {
    const file = path6.join(directory, name);
    const [, owner] = CLAIM.exec(name) ?? [];
    if (owner !== void 0 && readHolder(file, Number(owner)) === null) removeIfPossible(directory, name);
    const [, writer] = CLAIM_TEMPORARY.exec(name) ?? [];
    if (writer !== void 0 && !isRunning(Number(writer))) removeIfPossible(directory, name);
  }
}
function removeIfPossible(directory, name) {
  try {
    withdraw(directory, name);
  } catch {
  }
}
function withdraw(directory, name) {
  rmSync3(path6.join(directory, name), { force: true });
}
function namesIn(directory) {
  try {
    return readdirSync2(directory).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
function sleepSync(ms2) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms2);
}

// src/status/new-record.ts
function newRecord(spec, place) {
  return {
    ...spec,
    schemaVersion: JOB_SCHEMA_VERSION,
    rev: 1,
    status: "queued",
    retryAt: null,
    phase: "queued",
    workspaceRoot: place.workspaceRoot,
    owner: place.owner,
    attempt: 0,
    logFile: place.logFile,
    createdAt: place.at,
    updatedAt: place.at,
    threadId: spec.request.resumeThreadId,
    turnId: null,
    resolved: null,
    work: newWork(),
    openItems: [],
    questions: [],
    lastEventAt: place.at,
    lastProgressAt: null,
    history: [{ at: place.at, event: "queued", source: place.owner.brokerId, detail: detailOf(spec) }]
  };
}
function newWork() {
  return {
    lastMessage: null,
    reasoningSummary: [],
    touchedFiles: [],
    commands: [],
    childThreadIds: [],
    usage: null,
    lastNotice: null,
    clockJumpMs: 0,
    acted: false
  };
}
function detailOf({ retryOf }) {
  return retryOf === null ? null : `retry of ${retryOf}`;
}

// src/broker/control/submit.ts
var KEY_LOCK_MS = 5e3;
var submit = async (spec, services) => {
  const { key } = spec;
  if (key === null) return accept(spec, services);
  if (!idsOfKey(key).includes(spec.id))
    throw new RpcError(
      RPC_ERRORS.invalidParams,
      `Cannot use "${spec.id}" for the key "${key}": another id belongs to it`
    );
  const { keyLock: keyLock2, identity } = services;
  const attempt = await acquire(keyLock2, { role: "reader", holder: identity.brokerId, timeoutMs: KEY_LOCK_MS });
  if (!attempt.ok) throw new RpcError(RPC_ERRORS.internalError, heldUp(key, attempt.heldBy.pid));
  try {
    return accept(spec, services);
  } finally {
    attempt.lock.release();
  }
};
function accept(spec, { identity, ledger, dispatcher, lifecycle, store }) {
  const known2 = spec.key === null ? ledger.get(spec.id) : withKey(spec, ledger);
  if (known2 !== null) return { job: known2, position: dispatcher.positionOf(known2.id) ?? 0 };
  if (!lifecycle.accepting()) {
    throw new RpcError(CONTROL_ERRORS.draining, `Broker ${identity.brokerId} is ending and takes no more jobs`);
  }
  const job = newRecord(spec, {
    owner: identity.owner,
    workspaceRoot: identity.workspaceRoot,
    logFile: store.logFile(spec.id),
    at: (/* @__PURE__ */ new Date()).toISOString()
  });
  ledger.accept(job);
  const position3 = dispatcher.enqueue(job);
  return { job: ledger.get(spec.id) ?? job, position: position3 };
}
function withKey(spec, ledger) {
  try {
    return knownJob(spec, (jobId2) => ledger.get(jobId2));
  } catch (error) {
    if (error instanceof KeyTaken) throw new RpcError(CONTROL_ERRORS.keyTaken, error.message);
    throw error;
  }
}
function heldUp(key, pid) {
  return `Cannot look up the key "${key}": pid ${pid} holds the lock of the keys (try again)`;
}

// src/broker/control/threads.ts
var threads = async ({ cwds, search, limit: limit2 }, { codex }) => {
  const [only, ...others] = cwds;
  const cwd = only === void 0 || others.length > 0 ? cwds : only;
  const { data } = await codex.ask("thread/list", { cwd, searchTerm: search, limit: limit2, sortKey: "updated_at" });
  return { threads: data.map(({ id, name }) => ({ id, name })) };
};

// src/broker/control/methods.ts
var METHODS = new Map([
  method("broker/ping", () => ({})),
  method("broker/status", (_params, { lifecycle }) => lifecycle.status()),
  method("broker/stop", stop),
  method("job/submit", submit),
  method("job/cancel", cancel),
  method("job/answer", answer),
  method("job/live", live),
  method("session/release", release),
  method("codex/account", account),
  method("codex/threads", threads),
  method("codex/importSession", importSession),
  method("events/recent", recent)
]);
async function callMethod(name, params, services) {
  const found = METHODS.get(name);
  if (found === void 0) throw new RpcError(RPC_ERRORS.methodNotFound, `No method "${name}" on the control socket`);
  return found(params, services);
}
function parseParams(name, params) {
  const schema = CONTROL_METHODS[name].params;
  const parsed = safeParse(schema, params);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = getDotPath(issue) ?? "params";
  throw new RpcError(RPC_ERRORS.invalidParams, `Cannot use the parameters of "${name}": ${where}: ${issue.message}`);
}
function method(name, handler) {
  return [name, (params, services) => handler(parseParams(name, params), services)];
}

// src/broker/control/server.ts
var MAX_REQUEST_BYTES = 8 * 1024 * 1024;
var MAX_UNSENT_BYTES2 = 32 * 1024 * 1024;
var HELLO_MS = 15e3;
var FLUSH_MS = 200;
var ControlServer = class _ControlServer {
  #server;
  #open = true;
  #services;
  #log;
  #peers = /* @__PURE__ */ new Set();
  #garbled = 0;
  #onChange;
  constructor(services, log, onChange) {
    this.#services = services;
    this.#log = log;
    this.#onChange = onChange;
    this.#server = createServer((socket) => this.#welcome(socket));
  }
  /** Listens on a path that nothing else uses: the caller holds the lock and has removed what was there. */
  static async listen(services, log, onChange) {
    const control = new _ControlServer(services, log, onChange);
    await control.#listen();
    return control;
  }
  /** Listens anew when somebody has removed the socket file; connections stay. Returns whether it was necessary. */
  async reopen() {
    if (!this.#open || existsSync5(this.#services.identity.endpoint)) return false;
    this.#server.close();
    this.#server = createServer((socket) => this.#welcome(socket));
    await this.#listen();
    if (!this.#open) this.#server.close();
    return true;
  }
  get clients() {
    return this.#peers.size;
  }
  broadcast(method2, params) {
    for (const peer of this.#peers) peer.notify(method2, params);
  }
  /** Takes no more connections. Those that are open stay until {@link close}. */
  refuseNew() {
    this.#open = false;
    this.#server.close();
  }
  /** Ends every connection after what was written to it has left, or after a short while. */
  async close() {
    this.refuseNew();
    const peers = [...this.#peers];
    for (const peer of peers) peer.close();
    await settledWithin(Promise.all(peers.map((peer) => peer.closed)), FLUSH_MS);
    for (const peer of peers) peer.destroy();
  }
  #listen() {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#services.identity.endpoint, resolve);
    });
  }
  #welcome(socket) {
    let greeted = false;
    const peer = new Peer(
      { readable: socket, writable: socket },
      {
        name: "a client",
        jsonrpc: true,
        maxLineBytes: MAX_REQUEST_BYTES,
        maxBufferedBytes: MAX_UNSENT_BYTES2,
        onRequest: async (method2, params) => {
          if (method2 === "hello") {
            const result = this.#hello(params);
            greeted = true;
            return result;
          }
          if (!greeted)
            throw new RpcError(CONTROL_ERRORS.helloRequired, 'Say "hello" with your protocol version first');
          return callMethod(method2, params, this.#services);
        },
        onGarbage: (sample) => this.#onGarbage(sample)
      }
    );
    this.#peers.add(peer);
    this.#onChange();
    const timer = setTimeout(() => {
      if (!greeted) peer.close();
    }, HELLO_MS);
    void peer.closed.then(() => {
      clearTimeout(timer);
      this.#peers.delete(peer);
      this.#onChange();
    });
  }
  /** Told at every power of ten: a client that sends nothing else must not fill the disk with the news of it. */
  #onGarbage(sample) {
    this.#garbled += 1;
    if (!Number.isInteger(Math.log10(this.#garbled))) return;
    this.#log("info", `Skipped ${this.#garbled} lines of clients that are not JSON-RPC: ${sample}`);
  }
  #hello(params) {
    const { protocolVersion } = parseParams("hello", params);
    const { identity } = this.#services;
    if (protocolVersion !== CONTROL_VERSION) {
      throw new RpcError(
        CONTROL_ERRORS.versionMismatch,
        `Broker ${identity.brokerId} (codex-companion ${identity.version}) speaks protocol ${CONTROL_VERSION}, not ${protocolVersion} (run "codex-companion broker restart")`
      );
    }
    return {
      protocolVersion: CONTROL_VERSION,
      brokerId: identity.brokerId,
      brokerVersion: identity.version,
      events: identity.events
    };
  }
};

// src/status/keep-rule.ts
function keepRuleOf({ keepJobs, keepMs }) {
  const keepsAll = keepJobs === 0 || keepMs === 0;
  return { newest: keepsAll ? Number.POSITIVE_INFINITY : keepJobs, withinMs: keepMs, unreadWithinMs: null };
}
var JUST_ENDED_MS = 6e4;
function judge(entries, rule, seen, nowMs) {
  const removable = [];
  let [position3, keptUnread] = [0, 0];
  for (const entry of entries) {
    const ageMs = nowMs - entry.completedAtMs;
    const isNew = position3 < (rule.newest ?? 0) || ageMs < Math.max(JUST_ENDED_MS, rule.withinMs ?? 0);
    const isUnread = ageMs < (rule.unreadWithinMs ?? 0) && !seen.has(entry.id);
    if (!isNew && !isUnread) removable.push(entry);
    if (!isNew && isUnread) keptUnread += 1;
    position3 += 1;
  }
  return { removable: removable.reverse(), kept: position3 - removable.length, keptUnread };
}

// src/status/prune.ts
import { setImmediate as yieldToOthers } from "node:timers/promises";

// src/status/log-place.ts
function olderPartOf(log) {
  return `${log}.1`;
}

// src/status/remove-file.ts
import { rmSync as rmSync4 } from "node:fs";
function removeIfPossible2(file) {
  try {
    rmSync4(file, { force: true });
  } catch {
  }
}

// src/status/seen.ts
import { closeSync as closeSync3, openSync as openSync3, readdirSync as readdirSync3, rmSync as rmSync5 } from "node:fs";
import path7 from "node:path";
function seenJobs(workspaceDirectory2) {
  try {
    return new Set(readdirSync3(placeOf(workspaceDirectory2)).filter(isJobId));
  } catch (error) {
    if (isMissing(error)) return /* @__PURE__ */ new Set();
    throw error;
  }
}
function forgetSeen(workspaceDirectory2, jobIds) {
  for (const id of jobIds) rmSync5(markOf(workspaceDirectory2, id), { force: true });
}
function markOf(workspaceDirectory2, jobId2) {
  return path7.join(placeOf(workspaceDirectory2), jobId2);
}
function placeOf(workspaceDirectory2) {
  return path7.join(workspaceDirectory2, "seen");
}

// src/status/stray-files.ts
import { lstatSync as lstatSync4 } from "node:fs";
import path8 from "node:path";

// src/status/directory-names.ts
import { lstatSync as lstatSync3, readdirSync as readdirSync4 } from "node:fs";
var SETTLED_MS = 2e3;
var DirectoryNames = class {
  #directory;
  #known;
  constructor(directory) {
    this.#directory = directory;
  }
  sorted() {
    const found = lstatSync3(this.#directory, { bigint: true, throwIfNoEntry: false });
    if (found === void 0) return [];
    const version2 = `${found.dev}:${found.ino}:${found.ctimeNs}`;
    if (this.#known?.version === version2) return this.#known.names;
    const names = namesIn2(this.#directory).sort();
    const isSettled = Date.now() - Number(found.ctimeMs) > SETTLED_MS;
    this.#known = isSettled ? { version: version2, names } : void 0;
    return names;
  }
};
function namesIn2(directory) {
  try {
    return readdirSync4(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

// src/status/stray-files.ts
var STRAY_AFTER_MS = 24 * 36e5;
function strayFiles(store, nowMs) {
  const logs = namesIn2(store.logDirectory).map((name) => ({ id: name.split(".")[0] ?? "", name }));
  const marks = [...seenJobs(store.directory)];
  const known2 = store.idsOnDisk();
  const stray = [
    ...logs.filter(({ id }) => isJobId(id) && !known2.has(id)).map(({ name }) => path8.join(store.logDirectory, name)),
    ...marks.filter((id) => !known2.has(id)).map((id) => markOf(store.directory, id))
  ];
  return stray.filter((file) => isOlder(file, nowMs - STRAY_AFTER_MS));
}
function isOlder(file, thanMs) {
  const found = lstatSync4(file, { throwIfNoEntry: false });
  return found !== void 0 && found.mtimeMs < thanMs;
}

// src/status/prune.ts
var AT_ONCE = 10;
async function prune(store, { rule, nowMs, dryRun = false, signal }) {
  const seen = seenJobs(store.directory);
  const judged = judge(store.finishedEntries(), rule, seen, nowMs);
  const candidates = store.removable(judged.removable);
  const removed = [];
  for (const entry of candidates) {
    if (signal?.aborted) break;
    if (!dryRun) removeWhole(store, entry);
    removed.push(entry);
    if (!dryRun && removed.length % AT_ONCE === 0) await yieldToOthers();
  }
  const strays = signal?.aborted ? [] : strayFiles(store, nowMs);
  if (!dryRun) for (const file of strays) removeIfPossible2(file);
  const kept = judged.kept + judged.removable.length - removed.length;
  return { removed, kept, keptUnread: judged.keptUnread, strays: strays.length };
}
function removeWhole(store, entry) {
  const { id } = entry;
  store.removeFinished(entry);
  removeIfPossible2(store.logFile(id));
  removeIfPossible2(olderPartOf(store.logFile(id)));
  forgetSeen(store.directory, [id]);
}

// src/broker/housekeeping.ts
var AGAIN_AFTER_MS = 36e5;
var Housekeeping = class {
  #parts;
  #ending = new AbortController();
  #lastAtMs = Number.NEGATIVE_INFINITY;
  #running;
  constructor(parts) {
    this.#parts = parts;
  }
  /** Nothing waits for it. */
  run() {
    const nowMs = performance.now();
    const isDue = nowMs - this.#lastAtMs >= AGAIN_AFTER_MS;
    if (!isDue || this.#running !== void 0 || this.#ending.signal.aborted || !this.#parts.isHeld()) return;
    this.#lastAtMs = nowMs;
    this.#running = this.#prune().finally(() => {
      this.#running = void 0;
    });
  }
  /** What is not removed yet is left to the next one. */
  async stop() {
    this.#ending.abort();
    await this.#running;
  }
  async #prune() {
    const { store, settings, log } = this.#parts;
    try {
      const rule = keepRuleOf(settings);
      const { removed, kept, strays } = await prune(store, { rule, nowMs: Date.now(), signal: this.#ending.signal });
      if (removed.length > 0) log("info", `Removed ${removed.length} old jobs; ${kept} finished ones are kept`);
      if (strays > 0) log("info", `Removed ${strays} logs and marks of jobs that are no more`);
    } catch (error) {
      log("error", `Cannot remove old jobs: ${messageOf(error)}`);
    }
  }
};

// src/broker/idle-watch.ts
var IdleWatch = class {
  #idleMs;
  #busy;
  #onIdle;
  #timer;
  #stopped = false;
  constructor(idleMs, busy, onIdle) {
    this.#idleMs = idleMs;
    this.#busy = busy;
    this.#onIdle = onIdle;
  }
  /** Somebody came, went, or a job ended; or, with `atLeastMs`, somebody is on the way. */
  touch(atLeastMs = 0) {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#idleMs === 0 || this.#busy()) return;
    this.#timer = setTimeout(
      () => {
        if (!this.#busy()) this.#onIdle();
      },
      Math.max(this.#idleMs, atLeastMs)
    );
  }
  /** For good: connections that close while the broker ends must not start the time again. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
};

// src/broker/place-watch.ts
function watchPlace(place, everyMs, onLockLost) {
  const timer = setInterval(() => {
    if (place.instance.isHeld()) void restore(place);
    else onLockLost();
  }, everyMs);
  return () => clearInterval(timer);
}
async function restore({ instance, control, publisher, ledger, threadFiles, log }) {
  try {
    if (instance.keepAnnounced()) log("error", "Wrote the label anew: it was removed or damaged");
    const jobs = ledger.keepWritten();
    if (jobs.length > 0) log("error", `Wrote records anew that were removed or damaged: ${jobs.join(", ")}`);
    if (threadFiles.keepWritten()) log("error", "Wrote the files of the threads anew: they were removed or damaged");
    if (await control.reopen()) log("error", "Opened the control socket anew: its file was removed");
    if (publisher.reopen()) log("error", "Opened the socket of the bus anew: its file was removed");
  } catch (error) {
    log("error", `Cannot restore what was removed from under the broker, trying again: ${messageOf(error)}`);
  }
}

// src/broker/status.ts
function brokerStatus(parts, { appServer, clients }) {
  const { identity, startedAt, dispatcher, publisher } = parts;
  return {
    running: true,
    pid: process.pid,
    identity: self(),
    brokerId: identity.brokerId,
    brokerKey: identity.owner.brokerKey,
    startedAt: startedAt.toISOString(),
    uptimeMs: Math.round(process.uptime() * 1e3),
    version: identity.version,
    endpoint: identity.endpoint,
    events: identity.events,
    workspaceRoot: identity.workspaceRoot,
    codexHome: identity.owner.codexHome,
    codexPath: identity.owner.codexPath,
    appServer,
    jobs: { running: dispatcher.running, queued: dispatcher.queued },
    clients,
    subscribers: publisher.subscribers
  };
}

// src/broker/successor.ts
import { spawn as spawn2 } from "node:child_process";
var MAX_CRASHES_IN_A_ROW = 3;
function startSuccessor(entry, workspaceRoot, crashes) {
  const child = spawn2(process.execPath, [entry, "--workspace", workspaceRoot, "--crashes", String(crashes)], {
    cwd: workspaceRoot,
    detached: true,
    // Its stderr goes where ours goes: to the broker's log.
    stdio: ["ignore", "ignore", "inherit"]
  });
  child.on("error", () => void 0);
  child.unref();
}

// src/broker/wall-clock.ts
var MIN_JUMP_MS = 5e3;
var LOOK_EVERY_MS = 1e3;
function watchWallClock(onJump) {
  let offsetMs = Date.now() - performance.now();
  const timer = setInterval(() => {
    const byMs = Date.now() - performance.now() - offsetMs;
    offsetMs += byMs;
    if (Math.abs(byMs) >= MIN_JUMP_MS) onJump(Math.round(byMs));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

// src/broker/broker.ts
var FIRST_JOB_MS = 2e3;
var SETTLE_MS = 1e4;
var Broker = class {
  /** Resolves when nothing of this broker is left but its process. */
  ended;
  #parts;
  #teardown;
  #idle;
  #supervisor;
  #firstJob = deferred();
  #state = { id: "starting" };
  #control;
  #crashes;
  #resolveEnded = () => void 0;
  constructor(parts, crashesBefore) {
    this.#parts = parts;
    this.#crashes = crashesBefore;
    this.#teardown = new Teardown((what, error) => parts.log("error", `Cannot close ${what}: ${messageOf(error)}`));
    this.#idle = new IdleWatch(
      parts.config.settings.brokerIdleMs,
      () => parts.dispatcher.running + parts.dispatcher.queued + (this.#control?.clients ?? 0) > 0,
      () => void this.end({ cause: "idle", message: "Nobody used the broker", exitStatus: 0, fault: null })
    );
    this.#supervisor = new Supervisor(
      {
        codex: parts.place.codex,
        cwd: parts.identity.workspaceRoot,
        environment: { ...parts.config.environment, [parts.tag.variable]: parts.tag.value },
        clientVersion: parts.identity.version,
        settings: parts.config.settings,
        router: parts.router,
        publisher: parts.publisher,
        log: parts.log
      },
      (fault) => this.#onAppServerLost(fault)
    );
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }
  get state() {
    return this.#state;
  }
  get clients() {
    return this.#control?.clients ?? 0;
  }
  /** Opens for clients at once; jobs run as soon as the app-server is ready. */
  async serve() {
    const { instance, publisher, pool: pool2, ledger, dispatcher, writerLane, log } = this.#parts;
    this.#teardown.add("the instance", () => instance.release());
    this.#teardown.add("the writer lane", () => writerLane.close());
    this.#teardown.add("claims of killed writers", () => writerLane.sweep());
    this.#teardown.add("the bus", () => publisher.close());
    this.#teardown.add("the files", () => instance.removeFiles());
    this.#teardown.add("the ledger", () => ledger.close());
    this.#teardown.add("the thread pool", () => pool2.destroy());
    this.#watchJobs();
    const control = await ControlServer.listen(this.#services(), log, () => this.#idle.touch());
    this.#control = control;
    this.#teardown.add("the control socket", () => control.close());
    this.#parts.announce();
    for (const job of this.#parts.waiting) dispatcher.enqueue(job);
    this.#idle.touch(FIRST_JOB_MS);
    this.#watchPlace(control);
    await this.#startAppServer();
    this.#keepHouse();
  }
  /** Takes no more jobs. Ends when the accepted ones have ended, or ends those first (`now`). */
  stop(mode) {
    if (this.#state.id === "ending") return;
    const { dispatcher, publisher } = this.#parts;
    if (this.#state.id !== "draining") {
      this.#state = { id: "draining" };
      publisher.publish({ type: "broker.draining" });
    }
    if (mode === "now") for (const jobId2 of dispatcher.jobIds()) this.#cancel(jobId2);
    this.#endIfDrained();
  }
  #cancel(jobId2) {
    this.#parts.dispatcher.stop(jobId2, { cause: "cancel", by: "broker stop" }).catch((error) => {
      this.#parts.log("error", `Cannot cancel ${jobId2}: ${messageOf(error)}`);
    });
  }
  /** Settles what runs, tells everybody, leaves nothing behind. The first call decides why. */
  async end(ending) {
    if (this.#state.id === "ending") return;
    this.#state = { id: "ending" };
    if (ending.exitStatus === 1) this.#crashes += 1;
    const { dispatcher, publisher, log } = this.#parts;
    log(ending.exitStatus === 0 ? "info" : "error", `Ending (${ending.cause}): ${ending.message}`);
    this.#idle.stop();
    this.#control?.refuseNew();
    dispatcher.close();
    if (ending.fault !== null) await settledWithin(dispatcher.lose(ending.fault.toData()), SETTLE_MS);
    const successor = this.#passOnQueue(ending);
    const { cause, message, exitStatus } = ending;
    publisher.publish({ type: "broker.shuttingDown", cause, message, exitStatus, successor });
    const { brokerId } = this.#parts.identity;
    this.#control?.broadcast(SHUTTING_DOWN, { brokerId, cause, message, exitStatus, successor });
    await this.#supervisor.stop();
    await this.#parts.sweep();
    await this.#teardown.run();
    this.#resolveEnded({ ...ending, successor, crashes: this.#crashes });
  }
  /**
   * What happens to jobs that still wait: after a crash the next broker runs them, unless app-servers
   * keep dying; an app-server that cannot even start would fail them all the same way.
   */
  #passOnQueue({ cause, fault }) {
    const { dispatcher } = this.#parts;
    if (dispatcher.queued === 0) return false;
    const crashed = cause === "app_server_exited" || cause === "app_server_unresponsive" || cause === "internal";
    if (crashed && this.#crashes < MAX_CRASHES_IN_A_ROW) return true;
    if (fault !== null && cause !== "signal") dispatcher.failQueued(fault);
    return false;
  }
  async #startAppServer() {
    const { dispatcher, log } = this.#parts;
    try {
      const appServer = await this.#supervisor.start();
      if (appServer === null || this.#state.id === "ending") return;
      if (this.#state.id === "starting") this.#state = { id: "serving" };
      dispatcher.open(appServer);
    } catch (error) {
      const fault = Fault.from(error, "app_server_start_failed");
      log("error", fault.message);
      if (dispatcher.queued === 0) await settledWithin(this.#firstJob.promise, FIRST_JOB_MS);
      await this.end({ cause: "app_server_start_failed", message: fault.message, exitStatus: 1, fault });
    }
  }
  #onAppServerLost(fault) {
    const cause = fault.reason === "app_server_unresponsive" ? fault.reason : "app_server_exited";
    void this.end({ cause, message: fault.message, exitStatus: 1, fault });
  }
  #watchPlace(control) {
    const { instance, publisher, ledger, threadFiles, log, config } = this.#parts;
    const place = { instance, control, publisher, ledger, threadFiles, log };
    const stop2 = watchPlace(place, config.settings.probeIntervalMs, () => {
      const message = "The lock was removed from under the broker";
      void this.end({ cause: "internal", message, exitStatus: 1, fault: new Fault("broker_lost", message) });
    });
    this.#teardown.add("the watch on the place", stop2);
  }
  #keepHouse() {
    if (this.#state.id === "ending") return;
    const { store, instance, dispatcher, log, config } = this.#parts;
    const { settings } = config;
    const housekeeping = new Housekeeping({ store, settings, isHeld: () => instance.isHeld(), log });
    this.#teardown.add("the housekeeping", () => housekeeping.stop());
    dispatcher.onIdle(() => housekeeping.run());
    housekeeping.run();
  }
  #watchJobs() {
    const { publisher, dispatcher } = this.#parts;
    const untap = publisher.tap(({ event }) => {
      if (event.type === "job.queued") this.#firstJob.resolve();
      if (event.type === "job.completed") this.#crashes = 0;
    });
    this.#teardown.add("the watch on the jobs", untap);
    this.#teardown.add("the clocks", this.#parts.runClocks());
    const unwatch = watchWallClock((byMs) => this.#onClockJump(byMs));
    this.#teardown.add("the watch on the wall clock", unwatch);
    dispatcher.onIdle(() => {
      this.#idle.touch();
      this.#endIfDrained();
    });
  }
  #onClockJump(byMs) {
    this.#parts.log("info", `The wall clock jumped by ${byMs} ms`);
    this.#parts.dispatcher.clockJumped(byMs);
  }
  #endIfDrained() {
    const { dispatcher } = this.#parts;
    if (this.#state.id !== "draining" || dispatcher.running + dispatcher.queued > 0) return;
    void this.end({ cause: "stopped", message: "Asked to stop", exitStatus: 0, fault: null });
  }
  #services() {
    const { identity, store, ledger, dispatcher, aggregator, publisher, approvals, keyLock: keyLock2, router, log } = this.#parts;
    return {
      identity,
      store,
      ledger,
      dispatcher,
      aggregator,
      publisher,
      approvals,
      keyLock: keyLock2,
      codex: new CodexQueries(() => this.#supervisor.ready, router),
      log,
      lifecycle: {
        accepting: () => this.#state.id === "starting" || this.#state.id === "serving",
        stop: (mode) => this.stop(mode),
        status: () => brokerStatus(this.#parts, { appServer: this.#supervisor.status, clients: this.clients })
      }
    };
  }
};

// src/status/clocks.ts
function nextExpiry(timing) {
  const { stoppingAtMs, stuckMs, dispatchedAtMs, queuedAtMs } = timing;
  if (stoppingAtMs !== null) return stuckMs > 0 ? { clock: "stuck", atMs: stoppingAtMs + stuckMs } : null;
  const { queueMs, startMs, idleMs, hardMs } = timing.clocks;
  if (dispatchedAtMs === null) return queueMs > 0 ? { clock: "queue", atMs: queuedAtMs + queueMs } : null;
  const candidates = [];
  if (hardMs > 0) candidates.push({ clock: "hard", atMs: dispatchedAtMs + hardMs });
  if (!timing.turnStarted && startMs > 0) candidates.push({ clock: "start", atMs: dispatchedAtMs + startMs });
  if (timing.turnStarted && !timing.commandRunning && idleMs > 0) {
    candidates.push({ clock: "idle", atMs: timing.lastProgressAtMs + idleMs });
  }
  return candidates.reduce(
    (first2, next) => first2 === null || next.atMs < first2.atMs ? next : first2,
    null
  );
}

// src/util/unreachable.ts
function unreachable(value) {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

// src/status/reduce.ts
var MAX_TOUCHED_FILES = 1e3;
var MAX_COMMANDS = 200;
var MAX_REASONING_SECTIONS = 200;
var MAX_SECTION_CHARS = 1e4;
var MAX_HISTORY = 200;
var MAX_DETAIL_CHARS = 2e3;
var MAX_OPEN_ITEMS = 200;
var MAX_QUESTIONS = 50;
var MAX_CHILD_THREADS = 1e3;
function reduce(record2, event, context) {
  if (isFinished(record2)) return record2;
  const next = change(record2, event, context);
  return next === record2 ? record2 : { ...next, rev: record2.rev + 1, updatedAt: context.at };
}
function change(job, event, context) {
  switch (event.type) {
    case "job.queued":
      return job;
    case "job.started":
      return started(job, event, context);
    case "job.threadReady":
      return whileRunning(job, (running) => ({
        ...running,
        ...traced(running, context, "threadReady", event.threadId),
        threadId: event.threadId,
        resolved: event.resolved
      }));
    case "job.turnStarted":
      return whileRunning(job, (running) => ({
        ...running,
        ...traced(running, context, "turnStarted", event.turnId),
        turnId: event.turnId,
        phase: running.stopping === null ? "running" : running.phase,
        lastProgressAt: context.at
      }));
    case "job.progressed":
      return whileRunning(job, (running) => progressed(running, event.facts, context));
    case "job.asked":
      return whileRunning(job, (running) => ({
        ...running,
        ...traced(running, context, "asked", `${event.question.what}: ${event.question.subject}`),
        questions: last([...running.questions, event.question], MAX_QUESTIONS)
      }));
    case "job.answered":
      return whileRunning(job, (running) => answered2(running, event, context));
    case "job.stopping":
      return whileRunning(job, (running) => stopping(running, event, context));
    case "job.adopted":
      return adopted(job, event, context);
    case "job.retrying":
      return whileRunning(job, (running) => retrying(running, event, context));
    case "job.completed":
      return whileRunning(job, (running) => ({
        ...finish(running, context, "completed", null),
        status: "completed",
        phase: "done",
        startedAt: running.startedAt,
        completedAt: context.at,
        finalMessage: event.finalMessage
      }));
    case "job.failed":
      return {
        ...finish(job, context, "failed", `${event.reason}: ${event.message}`),
        status: "failed",
        phase: "failed",
        startedAt: startOf(job),
        completedAt: context.at,
        reason: event.reason,
        errorMessage: event.message,
        interruption: event.interruption
      };
    case "job.cancelled":
      return {
        ...finish(job, context, "cancelled", `by ${event.by}`),
        status: "cancelled",
        phase: "cancelled",
        startedAt: startOf(job),
        completedAt: context.at,
        interruption: event.interruption
      };
    default:
      return unreachable(event);
  }
}
function started(job, event, context) {
  if (job.status !== "queued") return job;
  const { retryAt: _retryAt, ...common2 } = job;
  return {
    ...common2,
    ...traced(job, context, "started", job.request.retries === 0 ? null : `attempt ${job.attempt + 1}`),
    status: "running",
    phase: "starting",
    attempt: job.attempt + 1,
    startedAt: context.at,
    deadlineAt: event.deadlineAt,
    broker: event.broker,
    appServer: event.appServer,
    stopping: null,
    lastProgressAt: context.at
  };
}
function retrying(job, event, context) {
  const { startedAt: _startedAt, ...common2 } = withoutProcesses(job);
  const { reason, message, attempt, of, retryAt } = event;
  return {
    ...common2,
    ...traced(job, context, "retrying", `attempt ${attempt} of ${of} after ${reason}: ${message}`),
    status: "queued",
    phase: "queued",
    threadId: job.request.resumeThreadId,
    turnId: null,
    resolved: null,
    work: newWork(),
    openItems: [],
    questions: [],
    lastProgressAt: null,
    retryAt
  };
}
function answered2(job, { questionId, decision, by }, context) {
  const questions = job.questions.filter(({ id }) => id !== questionId);
  if (questions.length === job.questions.length) return job;
  return { ...job, ...traced(job, context, "answered", `${decision} by ${by}`), questions };
}
function adopted(job, event, context) {
  if (job.status !== "queued") return job;
  return { ...job, ...traced(job, context, "adopted", event.owner.brokerId), owner: event.owner };
}
function stopping(job, event, context) {
  if (job.stopping !== null) return job;
  return {
    ...job,
    ...traced(job, context, "stopping", event.cause),
    phase: event.cause === "cancel" ? "cancelling" : "stopping",
    stopping: { cause: event.cause, at: context.at }
  };
}
function progressed(job, facts, context) {
  let { work, openItems, phase } = job;
  for (const fact of facts) {
    work = workWith(work, fact);
    if (fact.kind === "itemStarted") {
      const { itemId, label, command } = fact;
      openItems = last([...openItems, { itemId, label, command, since: context.at }], MAX_OPEN_ITEMS);
      phase = fact.phase;
    } else if (fact.kind === "itemEnded") {
      openItems = openItems.filter((item) => item.itemId !== fact.itemId);
    }
  }
  return {
    ...job,
    work,
    openItems,
    phase: job.stopping === null ? phase : job.phase,
    lastEventAt: context.at,
    lastProgressAt: facts.some(isProgress) ? context.at : job.lastProgressAt
  };
}
function workWith(work, fact) {
  switch (fact.kind) {
    case "messageCompleted":
    case "reviewCompleted":
      return { ...work, lastMessage: fact.text };
    case "reasoningCompleted":
      return {
        ...work,
        reasoningSummary: last([...work.reasoningSummary, ...shortened2(fact.sections)], MAX_REASONING_SECTIONS)
      };
    case "itemStarted":
      return fact.said === true ? work : { ...work, acted: true };
    case "commandCompleted":
      return {
        ...work,
        acted: true,
        commands: last([...work.commands, { command: fact.command, exitCode: fact.exitCode }], MAX_COMMANDS)
      };
    case "filesChanged":
      if (fact.status !== "completed") return { ...work, acted: true };
      return {
        ...work,
        acted: true,
        touchedFiles: [.../* @__PURE__ */ new Set([...work.touchedFiles, ...fact.paths])].slice(0, MAX_TOUCHED_FILES)
      };
    case "subAgentStarted":
      return {
        ...work,
        acted: true,
        childThreadIds: [.../* @__PURE__ */ new Set([...work.childThreadIds, fact.threadId])].slice(0, MAX_CHILD_THREADS)
      };
    case "usageUpdated":
      return { ...work, usage: fact.usage };
    case "retrying":
    case "errorReported":
    case "noticed":
      return { ...work, lastNotice: fact.message };
    case "clockJumped":
      return { ...work, clockJumpMs: work.clockJumpMs + fact.byMs };
    default:
      return work;
  }
}
function finish(job, context, event, detail) {
  return { ...commonOf(job), ...traced(job, context, event, detail), openItems: [], questions: [] };
}
function commonOf(job) {
  if (job.status === "running") return withoutProcesses(job);
  const { retryAt: _retryAt, ...common2 } = job;
  return common2;
}
function withoutProcesses(job) {
  const { deadlineAt: _deadlineAt, broker: _broker, appServer: _appServer, stopping: _stopping, ...common2 } = job;
  return common2;
}
function startOf(job) {
  return job.status === "running" ? job.startedAt : null;
}
function whileRunning(job, change2) {
  return job.status === "running" ? change2(job) : job;
}
function traced(job, context, event, detail) {
  const entry = { at: context.at, event, source: context.source, detail: detail?.slice(0, MAX_DETAIL_CHARS) ?? null };
  return { history: last([...job.history, entry], MAX_HISTORY), lastEventAt: context.at };
}
function shortened2(sections) {
  return last([...sections], MAX_REASONING_SECTIONS).map((section) => section.slice(0, MAX_SECTION_CHARS));
}
function last(list, limit2) {
  return list.length <= limit2 ? list : list.slice(-limit2);
}

// src/status/aggregator.ts
var Aggregator = class {
  #options;
  #live = /* @__PURE__ */ new Map();
  #onFinished = /* @__PURE__ */ new Set();
  constructor(options) {
    this.#options = options;
  }
  /** Takes a stored record as it is: at the start, and after a gap. */
  adopt(record2) {
    if (isFinished(record2)) {
      this.#live.delete(record2.id);
      for (const listener of this.#onFinished) listener(record2);
      return;
    }
    const now = this.#options.now();
    const known2 = this.#live.get(record2.id);
    const timing = known2?.record.status === record2.status ? known2.timing : this.#freshTiming(record2, now);
    this.#live.set(record2.id, { record: record2, timing: timingOf(record2, timing, now) });
  }
  observe(envelope) {
    if (!isJobEvent(envelope.event)) return;
    const { event } = envelope;
    const entry = this.#live.get(event.jobId);
    if (entry === void 0) {
      const stored = this.#options.lookup(event.jobId);
      if (stored !== null) this.adopt(stored);
      return;
    }
    const record2 = reduce(entry.record, event, { at: envelope.at, source: envelope.brokerId });
    if (isFinished(record2)) {
      this.adopt(record2);
      return;
    }
    this.#live.set(event.jobId, { record: record2, timing: this.#retimed(entry.timing, event, record2) });
  }
  /** Called with each job that ends, once its end is in the view. Returns the way to stop listening. */
  onFinished(listener) {
    this.#onFinished.add(listener);
    return () => this.#onFinished.delete(listener);
  }
  active() {
    return [...this.#live.values()].map((entry) => entry.record);
  }
  /** Milliseconds without progress; null while the job is queued or unknown. */
  idleMs(jobId2) {
    const entry = this.#live.get(jobId2);
    if (entry === void 0 || entry.record.status !== "running") return null;
    return Math.max(0, this.#options.now() - entry.timing.lastProgressAtMs);
  }
  /** The clock that will end the job first. */
  expiryOf(jobId2) {
    const entry = this.#live.get(jobId2);
    return entry === void 0 ? null : nextExpiry(entry.timing);
  }
  /** The clocks that have run out by now. */
  expired() {
    const now = this.#options.now();
    return [...this.#live.keys()].flatMap((jobId2) => {
      const expiry = this.expiryOf(jobId2);
      return expiry !== null && expiry.atMs <= now ? [{ jobId: jobId2, clock: expiry.clock }] : [];
    });
  }
  /** Milliseconds until the next clock runs out; null when none is running. */
  nextExpiryInMs() {
    const moments = [...this.#live.keys()].flatMap((jobId2) => this.expiryOf(jobId2)?.atMs ?? []);
    return moments.length === 0 ? null : Math.max(0, Math.min(...moments) - this.#options.now());
  }
  #freshTiming(record2, now) {
    return {
      clocks: record2.request.clocks,
      stuckMs: this.#options.stuckMs,
      queuedAtMs: now,
      dispatchedAtMs: record2.status === "running" ? now : null,
      turnStarted: false,
      lastProgressAtMs: now,
      commandRunning: false,
      stoppingAtMs: null
    };
  }
  #retimed(timing, event, record2) {
    const now = this.#options.now();
    if (event.type === "job.started" || event.type === "job.retrying") return this.#freshTiming(record2, now);
    const next = timingOf(record2, timing, now);
    return progressedBy(event) ? { ...next, lastProgressAtMs: now } : next;
  }
};
function timingOf(record2, timing, now) {
  const stopping2 = record2.status === "running" && record2.stopping !== null;
  return {
    ...timing,
    turnStarted: record2.status === "running" && record2.turnId !== null,
    commandRunning: record2.openItems.some((item) => item.command),
    stoppingAtMs: stopping2 ? timing.stoppingAtMs ?? now : null
  };
}
function progressedBy(event) {
  return event.type === "job.turnStarted" || event.type === "job.progressed" && event.facts.some(isProgress);
}

// src/status/broker-label.ts
var MAX_LABEL_BYTES = 65536;
var BrokerLabelSchema = object({
  process: ProcessIdentitySchema,
  brokerId: string(),
  version: string(),
  startedAt: string(),
  endpoint: string(),
  events: string(),
  runTag: string(),
  codexPath: string(),
  codexHome: string()
});
var RUN_TAG_VARIABLE = "CODEX_COMPANION_RUN";
function readBrokerLabel(file) {
  try {
    const parsed = safeParse(BrokerLabelSchema, JSON.parse(readRegularFile(file, MAX_LABEL_BYTES)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

// src/status/store.ts
import path14 from "node:path";

// src/status/active-jobs.ts
import path9 from "node:path";

// src/status/write-record.ts
function writeRecord(file, job, durable) {
  try {
    writeFileAtomic(file, `${JSON.stringify(job)}
`, durable);
  } catch (error) {
    throw writeError(file, error);
  }
}

// src/status/active-jobs.ts
var ActiveJobs = class {
  #directory;
  #records;
  constructor(directory, records) {
    this.#directory = directory;
    this.#records = records;
  }
  fileOf(id) {
    return path9.join(this.#directory, `${id}.json`);
  }
  /** Of every job that has a file here, whatever is in it. */
  ids() {
    return namesIn2(this.#directory).filter((name) => name.endsWith(".json")).map((name) => path9.basename(name, ".json")).filter(isJobId);
  }
  read(id) {
    return this.#records.read(this.fileOf(id), id);
  }
  write(job, durable) {
    writeRecord(this.fileOf(job.id), job, durable);
  }
  remove(id) {
    removeIfPossible2(this.fileOf(id));
  }
};

// src/status/find-id.ts
function findId(ids, text) {
  if (text === "") return { kind: "none" };
  const matches = [...new Set(ids)].filter((id) => answersTo(id, text)).sort();
  const [only, ...others] = matches;
  if (only === void 0) return { kind: "none" };
  return others.length > 0 ? { kind: "ambiguous", ids: matches } : { kind: "one", id: only };
}
function answersTo(id, text) {
  const random2 = id.slice(id.lastIndexOf("-") + 1);
  return id.startsWith(text) || random2.startsWith(text) || id.endsWith(text);
}

// src/status/finished-jobs.ts
import path10 from "node:path";

// src/status/finished-name.ts
import { createHash as createHash3 } from "node:crypto";
var FINISHED = /^([0-9a-z]{9})\.(?:([0-9a-z]{1,8})\.)?([^.]+)\.json$/u;
var NO_SESSION = "0";
var TAG_CHARS = 8;
function finishedName(job) {
  const completedAtMs = Math.max(0, Date.parse(job.completedAt));
  return `${completedAtMs.toString(36).padStart(9, "0")}.${sessionTagOf(job.sessionId)}.${job.id}.json`;
}
function parseFinishedName(name) {
  const [, completed = "", sessionTag, id = ""] = FINISHED.exec(name) ?? [];
  if (!isJobId(id)) return null;
  return { name, id, completedAtMs: Number.parseInt(completed, 36), sessionTag: sessionTag ?? null };
}
function sessionTagOf(sessionId) {
  if (sessionId === null) return NO_SESSION;
  return createHash3("sha256").update(sessionId).digest("hex").slice(0, TAG_CHARS);
}

// src/status/finished-jobs.ts
var FinishedJobs = class {
  #directory;
  #records;
  #names;
  constructor(directory, records) {
    this.#directory = directory;
    this.#records = records;
    this.#names = new DirectoryNames(directory);
  }
  /** Those that are there at this moment. */
  now() {
    return new FinishedListing(this.#names.sorted(), (entry) => this.open(entry));
  }
  open({ name, id }) {
    const job = this.#records.read(this.fileOf(name), id);
    return job !== null && isFinished(job) ? job : null;
  }
  fileOf(name) {
    return path10.join(this.#directory, name);
  }
  remove(name) {
    removeIfPossible2(this.fileOf(name));
  }
  write(job) {
    writeRecord(this.fileOf(finishedName(job)), job, true);
  }
};
var FinishedListing = class {
  #names;
  #open;
  constructor(names, open) {
    this.#names = names;
    this.#open = open;
  }
  /** Newest first, whatever is in the files. */
  *entries() {
    for (let at = this.#names.length - 1; at >= 0; at -= 1) {
      const entry = parseFinishedName(this.#names[at] ?? "");
      if (entry !== null) yield entry;
    }
  }
  /** Newest first; each is opened when it is taken. */
  *newest({ sessionId, except } = {}) {
    const tag = sessionId === void 0 ? null : sessionTagOf(sessionId);
    const taken = /* @__PURE__ */ new Set();
    for (const entry of this.entries()) {
      const { id, sessionTag } = entry;
      if (taken.has(id) || except?.has(id) === true) continue;
      if (tag !== null && sessionTag !== null && sessionTag !== tag) continue;
      const job = this.#open(entry);
      if (job === null || sessionId !== void 0 && job.sessionId !== sessionId) continue;
      taken.add(id);
      yield job;
    }
  }
  endOf(id) {
    return this.endsOf(/* @__PURE__ */ new Set([id])).get(id) ?? null;
  }
  /** Of those of `ids` that have ended. Should there be two ends of a job, the first of them counts. */
  endsOf(ids) {
    const ends = /* @__PURE__ */ new Map();
    for (const name of ids.size === 0 ? [] : this.#names) {
      const id = idIn(name);
      if (!ids.has(id) || ends.has(id)) continue;
      const entry = parseFinishedName(name);
      const job = entry === null ? null : this.#open(entry);
      if (job !== null) ends.set(id, job);
    }
    return ends;
  }
};
function idIn(name) {
  const end2 = name.length - ".json".length;
  return name.slice(name.lastIndexOf(".", end2 - 1) + 1, end2);
}

// src/status/quarantine.ts
import { linkSync, renameSync as renameSync2, rmSync as rmSync6 } from "node:fs";
import path12 from "node:path";

// src/status/record-file.ts
import path11 from "node:path";
var MAX_RECORD_BYTES = 128 * 1024 * 1024;
var WHY_CHARS = 500;
var VersionSchema2 = object({ schemaVersion: number() });
function readRecord(file, id) {
  let text;
  try {
    text = readRegularFile(file, MAX_RECORD_BYTES);
  } catch (error) {
    if (isMissing(error)) return { ok: false, damage: null };
    return damaged(file, "inaccessible", error instanceof FileRefused ? error.why : messageOf(error));
  }
  try {
    return parseRecord(file, id, JSON.parse(text));
  } catch (error) {
    return damaged(file, "malformed", messageOf(error));
  }
}
function parseRecord(file, id, value) {
  const version2 = safeParse(VersionSchema2, value);
  if (version2.success && version2.output.schemaVersion > JOB_SCHEMA_VERSION) {
    return damaged(file, "newer", `written by a newer version (schema ${version2.output.schemaVersion})`);
  }
  const parsed = safeParse(JobRecordSchema, value);
  if (!parsed.success) return damaged(file, "malformed", issuesOf(parsed.issues));
  if (parsed.output.id !== id) return damaged(file, "malformed", `it is the record of "${parsed.output.id}"`);
  const { logFile } = parsed.output;
  if (path11.basename(logFile) !== `${id}.log`)
    return damaged(file, "malformed", `"${logFile}" is not the log of "${id}"`);
  return { ok: true, job: parsed.output };
}
function issuesOf(issues) {
  return issues.slice(0, 3).map((issue) => `${getDotPath(issue) ?? "record"}: ${issue.message}`).join("; ");
}
function damaged(file, kind, why) {
  return { ok: false, damage: { file, kind, why: oneLine(why, WHY_CHARS) } };
}

// src/status/record-reader.ts
import { lstatSync as lstatSync5 } from "node:fs";
var RecordReader = class {
  #damage = /* @__PURE__ */ new Map();
  /** The record of job `id`, or null: then it is not there, or it is among the {@link damaged}. */
  read(file, id) {
    const reading = readRecord(file, id);
    if (reading.ok || reading.damage === null) this.#damage.delete(file);
    else this.#damage.set(file, reading.damage);
    return reading.ok ? reading.job : null;
  }
  /** What could not be read so far, and is still there. */
  get damaged() {
    return [...this.#damage.values()].filter(({ file }) => isThere(file));
  }
  /** What is wrong with a file that was read. */
  damageOf(file) {
    return this.#damage.get(file);
  }
  forget(file) {
    this.#damage.delete(file);
  }
};
function isThere(file) {
  return lstatSync5(file, { throwIfNoEntry: false }) !== void 0;
}

// src/status/quarantine.ts
var Quarantine = class {
  #directory;
  #records;
  constructor(directory, records) {
    this.#directory = directory;
    this.#records = records;
  }
  /** What was set aside, whoever did it. */
  get damages() {
    return namesIn2(this.#directory).flatMap((name) => {
      const reading = readRecord(path12.join(this.#directory, name), name.split(".").find(isJobId) ?? "");
      return reading.ok || reading.damage === null ? [] : [reading.damage];
    });
  }
  /** Of the jobs whose records are here. */
  ids() {
    return namesIn2(this.#directory).flatMap((name) => name.split(".").find(isJobId) ?? []);
  }
  /**
   * Moves the record here when it is malformed; one of a newer version stays. For the holder of a lock only.
   * @returns what was moved, with the path it has now.
   */
  setAsideIfMalformed(file, id) {
    this.#records.read(file, id);
    const damage = this.#records.damageOf(file);
    if (damage?.kind !== "malformed") return [];
    const moved = this.#setAside(file, id);
    return moved === null ? [] : [{ ...damage, file: moved }];
  }
  #setAside(file, id) {
    const target2 = unusedName(path12.join(this.#directory, path12.basename(file)));
    ensurePrivateDirectory(this.#directory);
    try {
      renameSync2(file, target2);
    } catch (error) {
      if (isMissing(error)) return null;
      throw writeError(target2, error);
    }
    this.#records.forget(file);
    if (!readRecord(target2, id).ok) return target2;
    putBack(target2, file);
    return null;
  }
};
function putBack(from, to) {
  try {
    linkSync(from, to);
    syncDirectory(path12.dirname(to));
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw writeError(to, error);
  }
  rmSync6(from, { force: true });
}
function unusedName(file) {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? file : `${file}.${n}`;
    if (!isThere(name)) return name;
  }
}

// src/status/temporaries.ts
import path13 from "node:path";
var WRITER = /\.(\d+)-\d+\.tmp$/u;
function removeTemporaries(directory) {
  for (const name of namesIn2(directory).filter(isTemporary)) {
    const writer = WRITER.exec(name)?.[1];
    if (writer !== void 0 && !isRunning(Number(writer))) removeIfPossible2(path13.join(directory, name));
  }
}

// src/status/store.ts
var AlreadyFinished = class extends Error {
  name = "AlreadyFinished";
  finished;
  constructor(finished) {
    super(`Cannot change ${finished.id}: it is "${finished.status}" since ${finished.completedAt}`);
    this.finished = finished;
  }
};
var QUARANTINE_LOOKS_AT = 64;
var PARTS = ["active", "finished", "quarantine", "logs"];
var JobStore = class _JobStore {
  directory;
  #records = new RecordReader();
  #active;
  #finished;
  #quarantine;
  constructor(directory) {
    this.directory = directory;
    this.#active = new ActiveJobs(this.#place("active"), this.#records);
    this.#finished = new FinishedJobs(this.#place("finished"), this.#records);
    this.#quarantine = new Quarantine(this.#place("quarantine"), this.#records);
  }
  /**
   * Creates nothing: reading a workspace without jobs leaves no trace.
   * @throws Error when the directory is there and is not private to this user.
   */
  static open(directory) {
    for (const part of ["", ...PARTS]) checkPrivateDirectory(path14.join(directory, part));
    return new _JobStore(directory);
  }
  /**
   * Replaces the job's record. `durable` also survives a power cut; an end is always durable.
   * @throws AlreadyFinished when the job has ended, whatever is to be written.
   * @throws Error naming file and cause when it cannot be written; the old record is intact.
   */
  write(job, options) {
    checkedId(job.id);
    const ended = this.#finished.now().endOf(job.id);
    if (ended !== null) throw new AlreadyFinished(ended);
    for (const part of ["", ...PARTS]) ensurePrivateDirectory(path14.join(this.directory, part));
    if (isFinished(job)) {
      this.#finished.write(job);
      this.#active.remove(job.id);
    } else {
      this.#active.write(job, options.durable);
    }
  }
  read(id) {
    if (!isJobId(id)) return null;
    const active = this.#active.read(id);
    return this.#finished.now().endOf(id) ?? active;
  }
  listActive() {
    return this.#readActive().active;
  }
  /** Newest first; no more files are opened than jobs are taken. */
  newestFinished(selection = {}) {
    return this.#finished.now().newest(selection);
  }
  /** The first `limit` of {@link newestFinished}. */
  listFinished({ limit: limit2, ...selection } = {}) {
    return first(this.newestFinished(selection), limit2);
  }
  /** Of every job that has a file, whatever is in it. */
  ids() {
    return /* @__PURE__ */ new Set([...this.#active.ids(), ...Array.from(this.#finished.now().entries(), ({ id }) => id)]);
  }
  /** The same, and those whose record was set aside. */
  idsOnDisk() {
    return /* @__PURE__ */ new Set([...this.ids(), ...this.#quarantine.ids()]);
  }
  /** The active jobs and the newest finished ones, in no particular order. */
  list({ finishedLimit, sessionId } = {}) {
    const { active, ended, finished } = this.#readActive();
    const ofSession = typeof sessionId === "string" ? first(finished.newest({ sessionId }), finishedLimit) : [];
    const jobs = [...active, ...ended, ...ofSession, ...first(finished.newest(), finishedLimit)];
    return [...new Map(jobs.map((job) => [job.id, job])).values()];
  }
  /** The job whose id is `text`, else the only one whose id, or the random part of it, begins or ends with it. */
  findByPrefix(text) {
    const exact = this.read(text);
    if (exact !== null) return { kind: "found", job: exact };
    const match = findId(this.ids(), text);
    if (match.kind !== "one") return match;
    const job = this.read(match.id);
    return job === null ? { kind: "none" } : { kind: "found", job };
  }
  /** What could not be read so far. The files are where they were. */
  get damaged() {
    return this.#records.damaged;
  }
  /** What was set aside by {@link quarantine}, whoever called it. */
  get quarantined() {
    return this.#quarantine.damages;
  }
  get logDirectory() {
    return this.#place("logs");
  }
  /** Absolute path of the log of a job. */
  logFile(id) {
    return path14.join(this.logDirectory, `${checkedId(id)}.log`);
  }
  /** Newest first, from the names of the files. */
  finishedEntries() {
    return this.#finished.now().entries();
  }
  /**
   * Those of `entries` that may be removed: what is damaged, of a newer version or in two places is evidence, and stays.
   * Each is looked at when it is taken.
   */
  *removable(entries) {
    const active = new Set(this.#active.ids());
    const twice = repeated(Array.from(this.finishedEntries(), ({ id }) => id));
    for (const entry of entries) {
      if (!active.has(entry.id) && !twice.has(entry.id) && this.#finished.open(entry) !== null) yield entry;
    }
  }
  /** The record of a job that has ended; nothing else of it. */
  removeFinished({ name }) {
    this.#finished.remove(name);
  }
  /**
   * Moves malformed records aside, of the active jobs and of the newest finished ones; one of a newer version stays.
   * An older one that is damaged stays where it is, and is told of by whoever reads it. For the holder of a lock only.
   * @returns what was moved, with the path it has now.
   */
  quarantine() {
    const active = this.#active.ids().map((id) => ({ id, file: this.#active.fileOf(id) }));
    const newest = first(this.#finished.now().entries(), QUARANTINE_LOOKS_AT);
    const finished = newest.map(({ id, name }) => ({ id, file: this.#finished.fileOf(name) }));
    return [...active, ...finished].flatMap(({ file, id }) => this.#quarantine.setAsideIfMalformed(file, id));
  }
  /**
   * Removes what killed writers left: temporary files whose writer is gone, and the active file of a job
   * that has a finished one. For the holder of a lock only.
   */
  sweepTemporaries() {
    for (const part of ["active", "finished"]) removeTemporaries(this.#place(part));
    for (const id of this.#finished.now().endsOf(new Set(this.#active.ids())).keys()) this.#active.remove(id);
  }
  /** `ended` are the jobs that have a file among the active ones and are not: they have ended meanwhile. */
  #readActive() {
    const ids = this.#active.ids();
    const records = ids.flatMap((id) => this.#active.read(id) ?? []);
    const finished = this.#finished.now();
    const ends = finished.endsOf(new Set(ids));
    const active = records.filter((job) => !isFinished(job)).filter(({ id }) => !ends.has(id));
    return { active, ended: [...records.filter(isFinished), ...ends.values()], finished };
  }
  #place(part) {
    return path14.join(this.directory, part);
  }
};
function first(items, limit2 = Number.POSITIVE_INFINITY) {
  const taken = [];
  if (limit2 <= 0) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length >= limit2) break;
  }
  return taken;
}
function repeated(ids) {
  const once2 = /* @__PURE__ */ new Set();
  return new Set(ids.filter((id) => once2.has(id) || !once2.add(id)));
}
function checkedId(id) {
  if (!isJobId(id)) throw new Error(`Cannot use "${id}" as the name of a file: it is not a job id`);
  return id;
}

// src/workers/pool.ts
import { MessageChannel } from "node:worker_threads";

// node_modules/piscina/dist/esm-wrapper.mjs
var import_main = __toESM(require_main(), 1);
var ArrayTaskQueue = import_main.default.ArrayTaskQueue;
var FixedQueue = import_main.default.FixedQueue;
var Piscina = import_main.default.Piscina;
var isWorkerThread = import_main.default.isWorkerThread;
var move = import_main.default.move;
var queueOptionsSymbol = import_main.default.queueOptionsSymbol;
var transferableSymbol = import_main.default.transferableSymbol;
var valueSymbol = import_main.default.valueSymbol;
var version = import_main.default.version;
var workerData = import_main.default.workerData;

// src/workers/pool.ts
var MAX_THREAD_HEAP_MB = 256;
var THREAD_IDLE_MS = 3e4;
var PORT_DRAIN_MS = 500;
var JobPool = class {
  #piscina;
  #closed = false;
  constructor(options) {
    this.#piscina = new Piscina({
      filename: options.entry,
      name: "runJob",
      minThreads: 1,
      maxThreads: options.maxThreads,
      idleTimeout: THREAD_IDLE_MS,
      concurrentTasksPerWorker: 1,
      // The default freezes a thread's event loop between tasks.
      atomics: "disabled",
      resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_HEAP_MB }
    });
    this.#piscina.on("error", () => void 0);
  }
  /** `signal` ends the thread at once, wherever it is; its reason becomes the outcome's fault. */
  run(input, signal, onMessage) {
    const { port1: ours, port2: theirs } = new MessageChannel();
    ours.on("message", onMessage);
    const drained = new Promise((resolve) => ours.once("close", resolve));
    const outcome = this.#outcome(input, theirs, signal).finally(async () => {
      theirs.close();
      await settledWithin(drained, PORT_DRAIN_MS);
      ours.close();
    });
    return { outcome, post: (message) => ours.postMessage(message) };
  }
  /** Ends every thread. Running tasks settle as failed. */
  async destroy() {
    this.#closed = true;
    await this.#piscina.destroy();
  }
  async #outcome(input, port, signal) {
    if (this.#closed) return failed(new Fault("internal", "Cannot run a job: the thread pool is closed"));
    try {
      return await this.#piscina.run({ input, port }, { signal, transferList: [port] });
    } catch (error) {
      if (signal.aborted) return failed(Fault.from(signal.reason));
      return failed(new Fault("worker_crashed", `The job's thread ended: ${messageOf(error)}`, { cause: error }));
    }
  }
};
function failed(fault) {
  return { status: "failed", fault: fault.toData() };
}

// src/broker/approvals.ts
var Approvals = class {
  #ledger;
  #log;
  #timeoutMs;
  #pending = /* @__PURE__ */ new Map();
  constructor(ledger, log, timeoutMs) {
    this.#ledger = ledger;
    this.#log = log;
    this.#timeoutMs = timeoutMs;
  }
  /** Always settles: without an answer in time, and at the end of the job, the decision is no. */
  decide(jobId2, rule, { what, subject }) {
    if (rule !== "ask") return Promise.resolve(rule);
    const question = { id: newNonce(), what, subject, since: (/* @__PURE__ */ new Date()).toISOString() };
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answer(jobId2, question.id, "decline", "nobody in time"), this.#timeoutMs);
      const answer3 = (decision, by) => {
        clearTimeout(timer);
        this.#tell({ type: "job.answered", jobId: jobId2, questionId: question.id, decision, by });
        resolve(decision);
      };
      this.#pending.set(question.id, { jobId: jobId2, answer: answer3 });
      this.#tell({ type: "job.asked", jobId: jobId2, question });
    });
  }
  /** False when the job has no such question (any more). */
  answer(jobId2, questionId, decision, by) {
    const pending = this.#pending.get(questionId);
    if (pending?.jobId !== jobId2) return false;
    this.#pending.delete(questionId);
    pending.answer(decision, by);
    return true;
  }
  /** The job has ended, and with it what it asked. */
  drop(jobId2) {
    for (const [id, pending] of this.#pending) {
      if (pending.jobId === jobId2) this.answer(jobId2, id, "decline", "the end of the job");
    }
  }
  /** Not being able to write it down is no reason to leave Codex without an answer. */
  #tell(event) {
    try {
      this.#ledger.apply(event);
    } catch (error) {
      this.#log("error", `Cannot record ${event.type} of ${event.jobId}: ${messageOf(error)}`);
    }
  }
};

// src/broker/clock-loop.ts
var LONGEST_SLEEP_MS = 1e3;
var SHORTEST_SLEEP_MS = 10;
var CAUSES = {
  queue: "queue_timeout",
  start: "start_timeout",
  idle: "idle_timeout",
  hard: "deadline_exceeded"
};
function runClocks(aggregator, publisher, actions) {
  let timer;
  const arm = () => {
    clearTimeout(timer);
    const inMs = aggregator.nextExpiryInMs();
    timer = inMs === null ? void 0 : setTimeout(tick, Math.min(Math.max(inMs, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS));
  };
  const tick = () => {
    for (const { jobId: jobId2, clock } of aggregator.expired()) {
      if (clock === "stuck") actions.abandon(jobId2);
      else actions.stop(jobId2, CAUSES[clock]);
    }
    arm();
  };
  const untap = publisher.tap(({ event }) => {
    if (isJobEvent(event) && (event.type !== "job.progressed" || timer === void 0)) arm();
  });
  return () => {
    untap();
    clearTimeout(timer);
  };
}

// src/status/retry.ts
var PASSING = /* @__PURE__ */ new Set([
  "app_server_exited",
  "app_server_unresponsive",
  "broker_lost",
  "server_overloaded"
]);
var FIRST_RETRY_MS = 1e3;
var LONGEST_RETRY_MS = 6e4;
function endOrRetry(job, failed2, nowMs = Date.now()) {
  if (job?.status !== "running" || !mayRetry(job, failed2.reason)) return failed2;
  const { jobId: jobId2, reason, message } = failed2;
  const retryAt = new Date(nowMs + delayMs(job.attempt)).toISOString();
  return {
    type: "job.retrying",
    jobId: jobId2,
    reason,
    message,
    attempt: job.attempt + 1,
    of: job.request.retries + 1,
    retryAt
  };
}
function mayRetry(job, reason) {
  return PASSING.has(reason) && job.stopping === null && !job.work.acted && job.attempt <= job.request.retries;
}
function delayMs(attempt) {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1)) * (0.75 + Math.random() * 0.25);
}

// src/workers/fair-queue.ts
var FairQueue = class {
  #places = [];
  /** Rounds of sessions that were served not long ago: one that comes back at once takes the next. */
  #served = /* @__PURE__ */ new Map();
  #round = 0;
  push(entry) {
    const last2 = this.#of(entry.session).at(-1)?.round ?? this.#served.get(entry.session);
    const round = Math.max(this.#round, last2 === void 0 ? 0 : last2 + 1);
    const at = this.#places.findIndex((place) => place.round > round);
    this.#places.splice(at < 0 ? this.#places.length : at, 0, { entry, round });
  }
  /** Takes out an entry whose turn it is. */
  serve(id) {
    const place = this.#take(id);
    if (place === null) return null;
    const { entry, round } = place;
    this.#round = Math.max(this.#round, round);
    this.#served.set(entry.session, Math.max(round, this.#served.get(entry.session) ?? 0));
    for (const [session, last2] of this.#served) if (last2 < this.#round) this.#served.delete(session);
    return entry;
  }
  /** Takes out an entry that will have no turn: those of its session that came later move up. */
  withdraw(id) {
    const withdrawn = this.#take(id);
    if (withdrawn === null) return null;
    let { round } = withdrawn;
    for (const place of this.#of(withdrawn.entry.session).filter((later) => later.round > round)) {
      const free = round;
      round = place.round;
      place.round = free;
    }
    this.#places.sort((a, b) => a.round - b.round);
    return withdrawn.entry;
  }
  /** In the order of their turns. */
  get entries() {
    return this.#places.map(({ entry }) => entry);
  }
  /** 1 for the next in line; null when the entry does not wait. */
  positionOf(id) {
    const at = this.#places.findIndex(({ entry }) => entry.id === id);
    return at < 0 ? null : at + 1;
  }
  #of(session) {
    return this.#places.filter(({ entry }) => entry.session === session);
  }
  #take(id) {
    const at = this.#places.findIndex(({ entry }) => entry.id === id);
    return at < 0 ? null : this.#places.splice(at, 1)[0] ?? null;
  }
};

// src/workers/gate.ts
var Gate = class {
  #limits;
  #waiting = new FairQueue();
  #inside = /* @__PURE__ */ new Map();
  constructor(limits) {
    this.#limits = limits;
  }
  enqueue(entry) {
    this.#waiting.push(entry);
  }
  /** Takes an entry out of the queue; null when it has been claimed already or was never there. */
  withdraw(id) {
    return this.#waiting.withdraw(id);
  }
  /**
   * The next entry that may run now, claimed; null when there is none. `admits` is asked last, of an entry that has a
   * place and its lanes: what it refuses waits as behind a taken lane.
   */
  claim(admits = () => true) {
    const inside = [...this.#inside.values()];
    const express = inside.filter(isExpress).length;
    const room = {
      ordinary: inside.length - express < this.#limits.ordinary,
      express: express < this.#limits.express
    };
    const taken = new Set(inside.flatMap((entry) => entry.lanes));
    const next = this.#waiting.entries.find((entry) => {
      const hasPlace = isExpress(entry) ? room.express : room.ordinary;
      if (hasPlace && !entry.lanes.some((lane) => taken.has(lane)) && admits(entry)) return true;
      for (const lane of entry.lanes) taken.add(lane);
      return false;
    });
    if (next === void 0) return null;
    this.#waiting.serve(next.id);
    this.#inside.set(next.id, next);
    return next;
  }
  release(id) {
    this.#inside.delete(id);
  }
  /** 1 for the next in line; null when the entry does not wait. */
  positionOf(id) {
    return this.#waiting.positionOf(id);
  }
  /** Who has a lane of a waiting entry: first those inside, then those whose turn is earlier. */
  blockedBy(id) {
    const waiting = this.#waiting.entries;
    const at = waiting.findIndex((entry) => entry.id === id);
    if (at < 0) return null;
    const lanes = waiting[at]?.lanes ?? [];
    for (const by of [...this.#inside.values(), ...waiting.slice(0, at)]) {
      const lane = by.lanes.find((one) => lanes.includes(one));
      if (lane !== void 0) return { by, lane };
    }
    return null;
  }
  get waiting() {
    return this.#waiting.entries;
  }
  get running() {
    return this.#inside.size;
  }
};
function isExpress({ express }) {
  return express === true;
}

// src/broker/stop-message.ts
function stopMessage(cause, job) {
  switch (cause) {
    case "queue_timeout":
      return `The job waited longer than ${seconds(job?.request.clocks.queueMs)} for its turn (queue clock)`;
    case "start_timeout":
      return `Codex did not start the turn within ${seconds(job?.request.clocks.startMs)} (start clock)${lastNotice(job)}`;
    case "idle_timeout":
      return `Codex made no progress for ${seconds(job?.request.clocks.idleMs)} (idle clock)${waitingFor(job)}${lastNotice(job)}`;
    case "deadline_exceeded":
      return `The job did not finish within ${seconds(job?.request.clocks.hardMs)} (hard deadline, --timeout)${waitingFor(job)}`;
  }
}
function seconds(ms2) {
  return `${(ms2 ?? 0) / 1e3} s`;
}
function waitingFor(job) {
  const item = job?.openItems.at(-1);
  return item === void 0 ? "" : `, waiting for ${item.label}`;
}
function lastNotice(job) {
  const notice = job?.work.lastNotice ?? null;
  return notice === null ? "" : `; the last thing it said: ${notice}`;
}

// src/broker/ending.ts
function endingOf(jobId2, stop2, job, interruption) {
  if (stop2.cause === "cancel") return { type: "job.cancelled", jobId: jobId2, by: stop2.by, interruption };
  return { type: "job.failed", jobId: jobId2, reason: stop2.cause, message: stopMessage(stop2.cause, job), interruption };
}

// src/broker/job-run.ts
var THREAD_GRACE_MS = 500;
var JobRun = class {
  jobId;
  /** Resolves when the end is recorded and the Codex thread given back. Never rejects. */
  done;
  /** Resolves when the end is recorded. Never rejects. */
  settled;
  #input;
  #deps;
  #settled = deferred();
  #abort = new AbortController();
  #task;
  #calls;
  #stop;
  #lost;
  #threadNumber = null;
  #lastReportAt = null;
  constructor(input, deps) {
    this.jobId = input.jobId;
    this.#input = input;
    this.#deps = deps;
    this.settled = this.#settled.promise;
    this.#calls = new JobCalls(deps.peer, {
      claim: (threadId) => deps.router.claim(threadId, this),
      post: (message) => this.#task.post(message)
    });
    this.#task = deps.pool.run(input, this.#abort.signal, (message) => this.#onMessage(message));
    this.done = this.#finish();
  }
  deliver(list) {
    try {
      this.#task.post({ type: "notifications", list });
    } catch (error) {
      if (list.length > 1) for (const notification of list) this.deliver([notification]);
      else this.notice(`Skipped a notification of Codex that cannot be handed on: ${messageOf(error)}`);
    }
  }
  notice(message) {
    this.#report([{ kind: "noticed", message }]);
  }
  decide(question) {
    return this.#deps.approvals.decide(this.jobId, this.#input.request.onApproval, question);
  }
  clockJumped(byMs) {
    this.#report([{ kind: "clockJumped", byMs }]);
  }
  /** Asks the turn to end. The first cause counts; the job is settled when nothing of the turn runs. */
  stop(why) {
    if (this.#stop !== void 0 || this.#lost !== void 0) return;
    this.#calls.stop();
    this.#apply({ type: "job.stopping", jobId: this.jobId, cause: why.cause });
    const job = this.#record();
    this.#stop = { why, job, finished: this.#endTurn() };
  }
  /** The stuck clock ran out: the thread is ended, wherever it is. */
  abandon() {
    this.#abort.abort(new Fault("worker_crashed", "The thread did not end in time after it was asked to"));
  }
  /** The app-server is gone. A turn whose end had been received before still counts. */
  lose(fault) {
    this.#lost ??= fault;
    this.#task.post({ type: "appServerGone", fault });
    void settledWithin(this.#task.outcome, THREAD_GRACE_MS).then((ended) => {
      if (!ended) this.#abort.abort(new Fault(fault.reason, fault.message));
    });
  }
  async #finish() {
    const outcome = await this.#task.outcome;
    const interruption = await this.#stop?.finished ?? null;
    const thread = this.#thread();
    await this.#settle(this.#ending(outcome, interruption));
    this.#calls.end();
    this.#deps.approvals.drop(this.jobId);
    this.#settled.resolve();
    this.#deps.router.release(this);
    if (this.#lost !== void 0 || thread === null) return;
    if (outcome.status === "failed" && this.#stop === void 0) await endTurn(this.#deps.peer, thread);
    await giveBack(this.#deps.peer, thread);
  }
  /** The one event that ends this job, or this attempt. */
  #ending(outcome, interruption) {
    const { jobId: jobId2 } = this;
    if (this.#stop !== void 0) return endingOf(jobId2, this.#stop.why, this.#stop.job, interruption);
    switch (outcome.status) {
      case "completed":
        return { type: "job.completed", jobId: jobId2, finalMessage: outcome.finalMessage };
      case "interrupted": {
        const message = "The turn was interrupted by somebody else";
        return { type: "job.failed", jobId: jobId2, reason: "turn_interrupted", message, interruption };
      }
      case "failed":
        return endOrRetry(this.#record(), { type: "job.failed", jobId: jobId2, ...outcome.fault, interruption });
    }
  }
  /** The end must reach the disk. While it cannot, the job is not over, and that is logged. */
  async #settle(event) {
    for (const delayMs2 of backoff(200, 5e3)) {
      try {
        this.#deps.ledger.apply(event);
        return;
      } catch (error) {
        this.#deps.log("error", `Cannot record the end of ${this.jobId}, trying again: ${messageOf(error)}`);
        await new Promise((resolve) => setTimeout(resolve, delayMs2));
      }
    }
  }
  async #endTurn() {
    const thread = this.#thread();
    const interruption = thread === null ? null : await endTurn(this.#deps.peer, thread);
    this.#calls.refusePending();
    if (!await settledWithin(this.#task.outcome, THREAD_GRACE_MS)) this.abandon();
    return interruption;
  }
  /** The thread, as far as it has been heard of. */
  get worker() {
    return { threadNumber: this.#threadNumber, lastReportAt: this.#lastReportAt };
  }
  #onMessage(message) {
    this.#lastReportAt = (/* @__PURE__ */ new Date()).toISOString();
    switch (message.type) {
      case "began":
        this.#threadNumber = message.threadNumber;
        return;
      case "call":
        void this.#calls.call(message);
        return;
      case "threadReady":
        this.#apply({
          type: "job.threadReady",
          jobId: this.jobId,
          threadId: message.threadId,
          resolved: message.resolved
        });
        return;
      case "turnStarted":
        this.#apply({ type: "job.turnStarted", jobId: this.jobId, turnId: message.turnId });
        return;
      case "facts":
        this.#report(message.facts);
        return;
    }
  }
  #report(facts) {
    const own = facts.filter(
      (fact) => fact.kind !== "subAgentStarted" || this.#deps.router.claimChild(fact.threadId, this)
    );
    this.#apply({ type: "job.progressed", jobId: this.jobId, facts: own });
  }
  /** A change on the way that cannot be written is no reason to end the job; its end will be tried again. */
  #apply(event) {
    try {
      this.#deps.ledger.apply(event);
    } catch (error) {
      this.#deps.log("error", `Cannot record ${event.type} of ${this.jobId}: ${messageOf(error)}`);
    }
  }
  #record() {
    return this.#deps.ledger.get(this.jobId);
  }
  #thread() {
    const record2 = this.#record();
    if (record2 === null || record2.threadId === null) return null;
    return { threadId: record2.threadId, turnId: record2.turnId, childThreadIds: record2.work.childThreadIds };
  }
};

// src/broker/lanes.ts
var WRITE = "write:";
var THREAD = "thread:";
function lanesOf(job) {
  const lanes = [];
  if (mayWrite(job.request)) lanes.push(`${WRITE}${job.workspaceRoot}`);
  if (job.request.resumeThreadId !== null) lanes.push(`${THREAD}${job.request.resumeThreadId}`);
  return lanes;
}
function reasonOf(lane) {
  return lane.startsWith(WRITE) ? "writes to the same working tree" : "same Codex thread";
}
function onSameThread(job, active) {
  const { resumeThreadId } = job.request;
  if (resumeThreadId === null) return null;
  return active.find((other) => other.status === "running" && other.threadId === resumeThreadId) ?? null;
}

// src/broker/dispatcher.ts
var EXPRESS_JOBS = 2;
var Dispatcher = class {
  #deps;
  #gate;
  #runs = /* @__PURE__ */ new Map();
  #onIdle = /* @__PURE__ */ new Set();
  #appServer;
  #nextPump;
  constructor(deps) {
    this.#deps = deps;
    this.#gate = new Gate({ ordinary: deps.maxJobs, express: EXPRESS_JOBS });
  }
  /** From here on jobs run. */
  open(appServer) {
    this.#appServer = appServer;
    this.#pump();
  }
  /** From here on nothing new is dispatched; what is queued stays queued. */
  close() {
    this.#appServer = void 0;
    clearTimeout(this.#nextPump?.timer);
  }
  /** The job's place in the queue, 1 for the next in line. */
  enqueue(job) {
    this.#gate.enqueue(entryOf(job));
    const position3 = this.#gate.positionOf(job.id) ?? 0;
    this.#pump();
    return position3;
  }
  positionOf(jobId2) {
    return this.#gate.positionOf(jobId2);
  }
  /** For which job a waiting one waits; null when it is only not its turn. */
  waitingForJob(jobId2) {
    const entry = this.#gate.waiting.find(({ id }) => id === jobId2);
    if (entry === void 0) return null;
    const blocked = this.#gate.blockedBy(jobId2);
    if (blocked !== null) return { id: blocked.by.id, why: reasonOf(blocked.lane) };
    const threadHas = onSameThread(entry.job, this.#deps.ledger.active());
    if (threadHas !== null) return { id: threadHas.id, why: "same Codex thread" };
    const writer = mayWrite(entry.job.request) ? this.#deps.writerLane.takenBy() : null;
    return writer === null ? null : { id: writer, why: "writes to the same working tree" };
  }
  /**
   * Ends a job that waits or runs. Resolves when its end is recorded; at once when it had ended before.
   * A job in the queue is either withdrawn here or claimed by the pump, never both.
   */
  async stop(jobId2, stop2) {
    if (this.#gate.positionOf(jobId2) !== null) {
      this.#deps.ledger.apply(endingOf(jobId2, stop2, this.#deps.ledger.get(jobId2), null));
      this.#gate.withdraw(jobId2);
      this.#notifyIdle();
      return;
    }
    const run = this.#runs.get(jobId2);
    run?.stop(stop2);
    await run?.settled;
    if (this.#gate.positionOf(jobId2) !== null) await this.stop(jobId2, stop2);
  }
  abandon(jobId2) {
    this.#runs.get(jobId2)?.abandon();
  }
  /** The app-server is gone: every running job is settled. Resolves when all of their ends are recorded. */
  async lose(fault) {
    this.close();
    const runs = [...this.#runs.values()];
    for (const run of runs) run.lose(fault);
    await Promise.all(runs.map((run) => run.settled));
  }
  /** Every job in the queue ends as failed, for a reason that no later try would change. */
  failQueued(fault) {
    for (const { id } of [...this.#gate.waiting]) {
      try {
        this.#deps.ledger.apply({ type: "job.failed", jobId: id, ...fault.toData(), interruption: null });
        this.#gate.withdraw(id);
      } catch (error) {
        this.#deps.log("error", `Cannot record the end of ${id}: ${messageOf(error)}`);
      }
    }
  }
  /** Every running job is told, for its log and its duration. */
  clockJumped(byMs) {
    for (const run of this.#runs.values()) run.clockJumped(byMs);
  }
  /** The thread that runs the job; null while it waits. */
  workerOf(jobId2) {
    return this.#runs.get(jobId2)?.worker ?? null;
  }
  get running() {
    return this.#runs.size;
  }
  get queued() {
    return this.#gate.waiting.length;
  }
  jobIds() {
    return [...this.#runs.keys(), ...this.#gate.waiting.map((entry) => entry.id)];
  }
  /** Called whenever the last job has left. */
  onIdle(listener) {
    this.#onIdle.add(listener);
  }
  #pump() {
    const appServer = this.#appServer;
    if (appServer === void 0) return;
    const claim = () => this.#gate.claim((entry) => this.#admits(entry));
    for (let next = claim(); next !== null; next = claim()) {
      if (!this.#dispatch(next.job, appServer)) return;
    }
  }
  /** What the gate cannot know: attempts that are not over or not due, threads that running jobs have begun, writers of other brokers. */
  #admits({ job, dueAtMs }) {
    const { ledger, writerLane, log } = this.#deps;
    if (this.#runs.has(job.id)) return false;
    const restMs = dueAtMs - performance.now();
    if (restMs > 0) {
      this.#pumpIn(restMs);
      return false;
    }
    if (onSameThread(job, ledger.active()) !== null) return false;
    if (!mayWrite(job.request)) return true;
    try {
      if (writerLane.take(job.id)) return true;
    } catch (error) {
      log("error", `Cannot see who writes to the working tree, trying again: ${messageOf(error)}`);
    }
    this.#pumpIn(WRITER_POLL_MS);
    return false;
  }
  #pumpIn(delayMs2) {
    const atMs = performance.now() + delayMs2;
    if (this.#nextPump !== void 0 && this.#nextPump.atMs <= atMs) return;
    clearTimeout(this.#nextPump?.timer);
    const pump = () => {
      this.#nextPump = void 0;
      this.#pump();
    };
    this.#nextPump = { atMs, timer: setTimeout(pump, Math.ceil(delayMs2)).unref() };
  }
  /** False when the start cannot be recorded: then the disk is the trouble, and the others would fare no better. */
  #dispatch(job, appServer) {
    try {
      const started2 = this.#deps.ledger.apply({
        type: "job.started",
        jobId: job.id,
        title: job.title,
        deadlineAt: deadlineOf(job),
        broker: self(),
        appServer: appServer.identity
      });
      if (started2?.status === "running") this.#run(started2, appServer);
      else this.#leave(job.id);
      return true;
    } catch (error) {
      this.#deps.log("error", `Cannot start ${job.id}, trying again: ${messageOf(error)}`);
      this.#leave(job.id);
      this.#gate.enqueue(entryOf(job));
      this.#pumpIn(RETRY_DISPATCH_MS);
      return false;
    }
  }
  #run(job, appServer) {
    const { ledger, pool: pool2, router, approvals, log } = this.#deps;
    const version2 = appServer.state.id === "ready" ? appServer.state.version : null;
    const input = {
      jobId: job.id,
      kind: job.kind,
      cwd: job.cwd,
      threadName: threadNameOf(job.kind, job.summary),
      request: job.request,
      codexVersion: version2
    };
    const run = new JobRun(input, { ledger, pool: pool2, router, approvals, peer: appServer.peer, log });
    this.#runs.set(job.id, run);
    void run.settled.then(() => this.#requeue(job.id));
    void run.done.then(() => {
      this.#runs.delete(job.id);
      this.#leave(job.id);
      this.#pump();
      this.#notifyIdle();
    });
  }
  /** A job that is to be tried again waits from the moment on when that is recorded: also when this broker is about to end. */
  #requeue(jobId2) {
    const job = this.#deps.ledger.get(jobId2);
    if (job?.status !== "queued") return;
    this.#gate.release(jobId2);
    this.#gate.enqueue(entryOf(job));
  }
  /** Without an app-server, what the turn had started may still write: then the lane is free at the broker's end. */
  #leave(jobId2) {
    this.#gate.release(jobId2);
    if (this.#appServer !== void 0) this.#deps.writerLane.release(jobId2);
  }
  #notifyIdle() {
    if (this.#runs.size > 0 || this.#gate.waiting.length > 0) return;
    for (const listener of this.#onIdle) listener();
  }
};
var RETRY_DISPATCH_MS = 1e3;
var WRITER_POLL_MS = 500;
function entryOf(job) {
  const restMs = job.retryAt === null ? 0 : Math.min(LONGEST_RETRY_MS, Date.parse(job.retryAt) - Date.now());
  return {
    id: job.id,
    session: job.sessionId,
    lanes: lanesOf(job),
    express: job.kind === "stop-gate-review",
    job,
    dueAtMs: performance.now() + Math.max(0, restMs)
  };
}
function deadlineOf(job) {
  const { hardMs } = job.request.clocks;
  return hardMs === 0 ? null : new Date(Date.now() + hardMs).toISOString();
}

// src/status/log-bytes.ts
var CHUNK_BYTES2 = 64 * 1024;

// src/status/log-lines.ts
var LINE_CHARS = 2e3;
var FILES_SHOWN = 10;
function logLines(event, at) {
  return linesOf(event).map(({ text, body }) => `[${at}] ${text}
${body === void 0 ? "" : `${plainText(body).trimEnd()}
`}`).join("");
}
function linesOf(event) {
  switch (event.type) {
    case "job.queued":
      return [line("Queued", event.summary)];
    case "job.started":
      return [{ text: `Starting ${event.title}.` }];
    case "job.threadReady":
      return [{ text: `Thread ready (${event.threadId}).` }];
    case "job.turnStarted":
      return [{ text: `Turn started (${event.turnId}).` }];
    case "job.progressed":
      return event.facts.flatMap(linesOfFact);
    case "job.asked":
      return [line(`Codex asks to be allowed ${event.question.what}`, event.question.subject)];
    case "job.answered":
      return [{ text: `Answered by ${event.by}: ${event.decision}.` }];
    case "job.stopping":
      return [{ text: event.cause === "cancel" ? "Cancelling." : `Stopping (${event.cause}).` }];
    case "job.adopted":
      return [{ text: `Taken over by another broker (${event.owner.brokerId}).` }];
    case "job.retrying":
      return [
        line(`Attempt ${event.attempt - 1} of ${event.of} failed (${event.reason}), trying again`, event.message)
      ];
    case "job.completed":
      return [block("Final output", event.finalMessage)];
    case "job.failed":
      return [line(`Failed (${event.reason})`, event.message)];
    case "job.cancelled":
      return [{ text: `Cancelled by ${event.by}.` }];
    default:
      return unreachable(event);
  }
}
function linesOfFact(fact) {
  switch (fact.kind) {
    case "itemStarted":
      return startOf2(fact);
    case "itemEnded":
      return fact.status === "completed" || /(?:^|: )(?:command|file change)\b/u.test(fact.label) ? [] : [line(`Item ${fact.status}`, fact.label)];
    case "messageCompleted":
      return [block("Assistant message", fact.text)];
    case "reviewCompleted":
      return [block("Review output", fact.text)];
    case "reasoningCompleted":
      return [block("Reasoning summary", fact.sections.join("\n\n"))];
    case "commandCompleted":
      return [
        line(`Command ${fact.status}`, `${fact.command}${fact.exitCode === null ? "" : ` (exit ${fact.exitCode})`}`)
      ];
    case "filesChanged":
      return [line(`File changes ${fact.status}`, severalOf(fact.paths))];
    case "subAgentStarted":
      return [line("Sub-agent started", `${fact.label} (${fact.threadId})`)];
    case "retrying":
      return [line("Retrying", fact.message)];
    case "errorReported":
      return [line("Error", fact.message)];
    case "noticed":
      return [line("Notice", fact.message)];
    case "clockJumped":
      return [line("Notice", clockSentence(fact.byMs))];
    case "streamed":
    case "usageUpdated":
      return [];
    default:
      return unreachable(fact);
  }
}
function startOf2({ phase, label }) {
  if (phase === "thinking" || phase === "finalizing" || phase === "editing" || label.endsWith("message") || label === "review output")
    return [];
  return phase === "reviewing" ? [line("Reviewer started", label)] : [{ text: oneLine(`Running ${label}`, LINE_CHARS) }];
}
function clockSentence(byMs) {
  const by = `${Math.round(Math.abs(byMs) / 1e3)} s`;
  return byMs > 0 ? `The wall clock went ahead by ${by}: the machine slept, or its clock was set; deadlines count the time it was awake` : `The wall clock went back by ${by}: it was set; deadlines do not feel it`;
}
function line(head, detail) {
  return { text: `${head}: ${oneLine(detail, LINE_CHARS)}` };
}
function block(text, body) {
  return { text, body };
}
function severalOf(paths) {
  const more = paths.length - FILES_SHOWN;
  return `${paths.slice(0, FILES_SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/status/log.ts
var PREVIEW_BYTES = 256 * 1024;

// src/status/log-writer.ts
import { closeSync as closeSync4, constants as constants3, fstatSync as fstatSync2, lstatSync as lstatSync6, renameSync as renameSync3, writeSync as writeSync2 } from "node:fs";
import path15 from "node:path";
var MAX_LOG_BYTES = 64 * 1024 * 1024;
var APPENDING = constants3.O_WRONLY | constants3.O_APPEND | constants3.O_CREAT;
var JobLogWriter = class {
  #file;
  #onError;
  #partBytes;
  #open;
  #closed = false;
  #reported = false;
  constructor(file, { onError = () => void 0, maxBytes = MAX_LOG_BYTES } = {}) {
    this.#file = file;
    this.#onError = onError;
    this.#partBytes = maxBytes / 2;
  }
  /**
   * @returns where the text is in the file, in bytes: an empty range when it could not be written. Null once the log has
   * an older part: a number of bytes does not say which part it means.
   */
  append(text) {
    const start = this.#open?.size ?? 0;
    if (this.#closed) return { start, end: start };
    try {
      return this.#append(Buffer.from(text, "utf8"));
    } catch (error) {
      if (!this.#reported) this.#onError(error);
      this.#reported = true;
      const size = this.#open?.size ?? 0;
      return { start: size, end: size };
    }
  }
  close() {
    this.#closed = true;
    this.#closePart();
  }
  #append(bytes) {
    let part = this.#opened();
    if (part.size > 0 && part.size + bytes.length > this.#partBytes) part = this.#begunAnew();
    const start = part.size;
    write(part, bytes);
    return part.isWhole ? { start, end: part.size } : null;
  }
  #begunAnew() {
    const older = olderPartOf(this.#file);
    const dropped = isThere2(older) ? "; what was there before has been dropped" : "";
    this.#closePart();
    renameSync3(this.#file, older);
    const part = this.#opened();
    const line2 = `The log was too long and goes on here: what came before is in "${path15.basename(older)}"${dropped}.`;
    write(part, Buffer.from(`[${(/* @__PURE__ */ new Date()).toISOString()}] ${line2}
`));
    return part;
  }
  #opened() {
    if (this.#open !== void 0) return this.#open;
    const descriptor = openRegularFile(this.#file, APPENDING, 384);
    const isWhole = !isThere2(olderPartOf(this.#file));
    this.#open = { descriptor, isWhole, size: fstatSync2(descriptor).size };
    return this.#open;
  }
  #closePart() {
    if (this.#open !== void 0) closeSync4(this.#open.descriptor);
    this.#open = void 0;
  }
};
function write(part, bytes) {
  for (let done = 0; done < bytes.length; ) {
    const written = writeSync2(part.descriptor, bytes, done, bytes.length - done);
    done += written;
    part.size += written;
  }
}
function isThere2(file) {
  return lstatSync6(file, { throwIfNoEntry: false }) !== void 0;
}

// src/broker/ledger.ts
var PROGRESS_WRITE_MS = 250;
var Ledger = class {
  #store;
  #publisher;
  #log;
  #active = /* @__PURE__ */ new Map();
  #logs = /* @__PURE__ */ new Map();
  /** Where the lines of an event are, for one that has to be applied again. */
  #logged = /* @__PURE__ */ new WeakMap();
  #unwritten = /* @__PURE__ */ new Set();
  #writeTimer;
  constructor(store, publisher, log) {
    this.#store = store;
    this.#publisher = publisher;
    this.#log = log;
  }
  /** Takes a job on: from here it will end. @throws when the record cannot be written. */
  accept(job) {
    this.#store.write(job, { durable: true });
    this.#active.set(job.id, job);
    const { id, kind, title, summary } = job;
    this.#announce({ type: "job.queued", jobId: id, kind, title, summary }, job.createdAt);
  }
  /** Takes over a job that an earlier broker accepted; its record is written by the change that follows. */
  adopt(job) {
    this.#active.set(job.id, job);
  }
  /**
   * Applies one event. Returns the record after it, or null when the job is not active (any more): then
   * nothing was written and nothing published.
   * @throws when a change of state cannot be written; the job then stays as it was.
   */
  apply(event) {
    const before = this.#active.get(event.jobId);
    if (before === void 0) return null;
    const at = (/* @__PURE__ */ new Date()).toISOString();
    const after = reduce(before, event, { at, source: this.#publisher.brokerId });
    if (after === before) return before;
    if (event.type === "job.progressed") {
      if (after.work.acted && !before.work.acted && after.request.retries > 0) this.#writeAct(after);
      this.#writeSoon(after.id);
    } else {
      if (isFinished(after)) this.#appendToLog(event, at);
      this.#writeNow(after);
    }
    if (isFinished(after)) this.#active.delete(after.id);
    else this.#active.set(after.id, after);
    this.#announce(event, at);
    return after;
  }
  get(jobId2) {
    return this.#active.get(jobId2) ?? this.#store.read(jobId2);
  }
  isActive(jobId2) {
    return this.#active.has(jobId2);
  }
  active() {
    return [...this.#active.values()];
  }
  /** Writes the records of active jobs anew that somebody has removed or damaged. Returns the ids. @throws when it cannot. */
  keepWritten() {
    const harmed = this.active().filter((job) => this.#store.read(job.id) === null);
    for (const job of harmed) this.#store.write(job, { durable: true });
    return harmed.map((job) => job.id);
  }
  /** Writes what progress is still in memory only, and closes the job logs. */
  close() {
    clearTimeout(this.#writeTimer);
    this.#writeProgress();
    for (const writer of this.#logs.values()) writer.close();
    this.#logs.clear();
  }
  /** Record, log and event say the same moment. */
  #announce(event, at) {
    const log = this.#appendToLog(event, at);
    this.#publisher.publish(event, { log, at });
    if (!this.#active.has(event.jobId)) this.#closeLog(event.jobId);
  }
  #appendToLog(event, at) {
    const known2 = this.#logged.get(event);
    if (known2 !== void 0) return known2;
    const text = logLines(event, at);
    if (text === "") return null;
    const range = this.#logOf(event.jobId).append(text);
    this.#logged.set(event, range);
    return range;
  }
  #logOf(jobId2) {
    const open = this.#logs.get(jobId2);
    if (open !== void 0) return open;
    const writer = new JobLogWriter(this.#store.logFile(jobId2), {
      onError: (error) => this.#log("error", `Cannot write the log of ${jobId2}: ${messageOf(error)}`)
    });
    this.#logs.set(jobId2, writer);
    return writer;
  }
  #closeLog(jobId2) {
    this.#logs.get(jobId2)?.close();
    this.#logs.delete(jobId2);
  }
  #writeNow(job) {
    this.#store.write(job, { durable: true });
    this.#unwritten.delete(job.id);
  }
  /** Whoever finds the job without us must not try it again. */
  #writeAct(job) {
    try {
      this.#writeNow(job);
    } catch (error) {
      this.#log("error", `Cannot record that ${job.id} has begun to act: ${messageOf(error)}`);
    }
  }
  #writeSoon(jobId2) {
    this.#unwritten.add(jobId2);
    this.#writeTimer ??= setTimeout(() => this.#writeProgress(), PROGRESS_WRITE_MS);
  }
  #writeProgress() {
    this.#writeTimer = void 0;
    for (const jobId2 of this.#unwritten) {
      const job = this.#active.get(jobId2);
      if (job === void 0) continue;
      try {
        this.#store.write(job, { durable: false });
      } catch (error) {
        this.#log("error", messageOf(error));
      }
    }
    this.#unwritten.clear();
  }
};

// src/broker/recovery.ts
function recover(recovery) {
  const { store, log } = recovery;
  store.sweepTemporaries();
  for (const { file, why } of store.quarantine()) log("error", `Set aside the damaged record "${file}": ${why}`);
  const waiting = [];
  for (const job of store.listActive()) {
    try {
      const adopted2 = takeOver(job, recovery);
      if (adopted2 !== null) waiting.push(adopted2);
    } catch (error) {
      log("error", `Cannot take over ${job.id}: ${messageOf(error)}`);
    }
  }
  return waiting.sort(byAge);
}
function byAge(a, b) {
  if (a.createdAt === b.createdAt) return 0;
  return a.createdAt < b.createdAt ? -1 : 1;
}
function takeOver(job, recovery) {
  if (job.owner.brokerKey !== recovery.place.key) return job.status === "queued" ? inherit(job, recovery) : null;
  if (job.status === "queued") return adopt(job, recovery);
  recovery.ledger.adopt(job);
  const message = `The broker of this job (pid ${job.broker.pid}) ended without finishing it`;
  const failed2 = { type: "job.failed", jobId: job.id, reason: "broker_lost", message, interruption: null };
  const after = recovery.ledger.apply(endOrRetry(job, failed2));
  return after?.status === "queued" ? adopt(after, recovery) : null;
}
function inherit(job, recovery) {
  const { identity, workspaceDirectory: workspaceDirectory2, store } = recovery;
  if (job.owner.codexHome !== identity.owner.codexHome) return null;
  const directory = brokerPaths(workspaceDirectory2, job.owner.brokerKey).lock;
  const claim = tryAcquire(directory, { role: "reader", holder: identity.brokerId });
  if (!claim.ok) return null;
  try {
    const current = store.read(job.id);
    const unchanged = current?.status === "queued" && current.owner.brokerKey === job.owner.brokerKey;
    return unchanged ? adopt(current, recovery) : null;
  } finally {
    claim.lock.release();
  }
}
function adopt(job, { ledger, identity }) {
  ledger.adopt(job);
  const adopted2 = ledger.apply({ type: "job.adopted", jobId: job.id, owner: identity.owner });
  return adopted2?.status === "queued" ? adopted2 : null;
}

// src/broker/thread-files.ts
import { readFileSync as readFileSync3 } from "node:fs";
import path16 from "node:path";
import { pathToFileURL } from "node:url";
var ENTRY = "thread.mjs";
var NAMES = [ENTRY, "pool-thread.cjs"];
function readThreadProgram(folder) {
  return new Map(NAMES.map((name) => [name, readFileSync3(path16.join(folder, name), "utf8")]));
}
var ThreadFiles = class {
  #program;
  #folder;
  /** Whoever makes one holds the lock of the place that `folder` is in. */
  constructor(program, folder) {
    this.#program = program;
    this.#folder = folder;
    this.keepWritten();
  }
  /** File URL of the thread's entry. */
  get entry() {
    return pathToFileURL(path16.join(this.#folder, ENTRY)).href;
  }
  /** Writes what is not there, or not as it should be. Returns whether it was necessary. */
  keepWritten() {
    const wrong = [...this.#program].filter(([name, text]) => textOf(path16.join(this.#folder, name)) !== text);
    if (wrong.length > 0) ensurePrivateDirectory(this.#folder);
    for (const [name, text] of wrong) writeFileAtomic(path16.join(this.#folder, name), text, false);
    return wrong.length > 0;
  }
};
function textOf(file) {
  try {
    return readFileSync3(file, "utf8");
  } catch {
    return null;
  }
}

// src/broker/writer-lane.ts
var WriterLane = class {
  #options;
  #held;
  constructor(options) {
    this.#options = options;
  }
  /** True when nobody else writes from here on, until {@link release}. */
  take(jobId2) {
    if (this.takenBy() !== null) return false;
    const attempt = tryAcquire(this.#options.directory, { role: "writer", holder: jobId2 });
    if (!attempt.ok) return false;
    if (this.#stranger() !== null) {
      attempt.lock.release();
      return false;
    }
    this.#held = { jobId: jobId2, lock: attempt.lock };
    return true;
  }
  /** The job that writes; null when none does. */
  takenBy() {
    return this.#held?.jobId ?? inspect(this.#options.directory)?.holder ?? this.#stranger()?.id ?? null;
  }
  release(jobId2) {
    if (this.#held?.jobId === jobId2) this.close();
  }
  /** What killed brokers left of theirs. */
  sweep() {
    removeDead(this.#options.directory);
  }
  close() {
    this.#held?.lock.release();
    this.#held = void 0;
  }
  /** A writer without the lock: of an earlier version's broker, or of a dead one whose app-server still runs. */
  #stranger() {
    const { active, brokerId } = this.#options;
    for (const job of active()) {
      if (job.status !== "running" || job.owner.brokerId === brokerId || !mayWrite(job.request)) continue;
      if (isAlive(job.broker) || isAlive(job.appServer)) return job;
    }
    return null;
  }
};

// src/broker/compose.ts
async function compose(options) {
  const { config, place, instance, log } = options;
  const { directory } = workspaceFor(config, options.workspaceRoot);
  const startedAt = /* @__PURE__ */ new Date();
  const tag = { variable: RUN_TAG_VARIABLE, value: newRunTag() };
  const store = JobStore.open(directory);
  const publisher = await EventPublisher.bind(place.sockets.events, options.brokerId);
  const identity = identityOf(options, publisher.endpoint);
  const ledger = new Ledger(store, publisher, log);
  const aggregator = new Aggregator({
    lookup: (jobId2) => ledger.get(jobId2),
    now: () => performance.now(),
    stuckMs: config.settings.stuckTimeoutMs
  });
  publisher.tap((envelope) => aggregator.observe(envelope));
  const { maxJobs } = config.settings;
  const threadFiles = new ThreadFiles(options.threadProgram, place.paths.threads);
  const pool2 = new JobPool({ entry: threadFiles.entry, maxThreads: maxJobs + EXPRESS_JOBS });
  const router = new ThreadRouter();
  const approvals = new Approvals(ledger, log, config.settings.approvalTimeoutMs);
  const writerLane = new WriterLane({
    directory: writerLock(directory),
    brokerId: options.brokerId,
    active: () => store.listActive()
  });
  const dispatcher = new Dispatcher({ ledger, pool: pool2, router, approvals, writerLane, log, maxJobs });
  const waiting = recover({ store, ledger, identity, place, workspaceDirectory: directory, log });
  return {
    config,
    place,
    identity,
    instance,
    log,
    startedAt,
    tag,
    store,
    publisher,
    ledger,
    aggregator,
    router,
    pool: pool2,
    threadFiles,
    dispatcher,
    approvals,
    writerLane,
    keyLock: keyLock(directory),
    waiting,
    announce: () => {
      instance.announce({
        process: self(),
        brokerId: identity.brokerId,
        version: identity.version,
        startedAt: startedAt.toISOString(),
        endpoint: identity.endpoint,
        events: identity.events,
        runTag: tag.value,
        codexPath: identity.owner.codexPath,
        codexHome: identity.owner.codexHome
      });
      const { version: version2, workspaceRoot } = identity;
      publisher.publish({ type: "broker.started", process: self(), version: version2, workspaceRoot });
    },
    runClocks: () => runClocks(aggregator, publisher, {
      stop: (jobId2, cause) => void dispatcher.stop(jobId2, { cause }),
      abandon: (jobId2) => dispatcher.abandon(jobId2)
    }),
    sweep: async () => {
      const swept = await sweepTag(tag.variable, tag.value);
      if (swept > 0) log("info", `Ended ${swept} processes that the app-server had left behind`);
    }
  };
}
function identityOf(options, events) {
  const { config, place, brokerId, version: version2, workspaceRoot } = options;
  return {
    brokerId,
    version: version2,
    workspaceRoot,
    owner: { brokerKey: place.key, brokerId, codexHome: config.codexHome, codexPath: place.codex.path },
    endpoint: place.sockets.control,
    events
  };
}

// src/status/leftovers.ts
import { rmSync as rmSync7 } from "node:fs";
async function clearLeftovers(files) {
  const killed = readBrokerLabel(files.paths.label);
  if (killed !== null) await sweepTag(RUN_TAG_VARIABLE, killed.runTag);
  removeBrokerFiles(files);
}
function removeBrokerFiles({ paths, sockets }) {
  for (const file of [paths.label, sockets.control, sockets.events]) rmSync7(file, { force: true });
  rmSync7(paths.threads, { recursive: true, force: true });
}

// src/broker/instance.ts
var WAIT_FOR_READERS_MS = 5e3;
async function claimInstance(place, runtimeRoot2, brokerId) {
  ensurePrivateDirectory(place.paths.directory);
  ensurePrivateDirectory(runtimeRoot2);
  const claim = await acquire(place.paths.lock, {
    role: "broker",
    holder: brokerId,
    timeoutMs: WAIT_FOR_READERS_MS,
    while: (holder) => holder.role === "reader"
  });
  if (!claim.ok) return null;
  await clearLeftovers(place);
  return new Instance(place, claim.lock);
}
var Instance = class {
  #place;
  #lock;
  #label;
  constructor(place, lock) {
    this.#place = place;
    this.#lock = lock;
  }
  /** Says where this broker listens. Written once both sockets are open: whoever reads it can connect. */
  announce(label) {
    this.#label = label;
    writeFileAtomic(this.#place.paths.label, `${JSON.stringify(label, null, 2)}
`, false);
  }
  /** Writes the label anew when somebody has removed or damaged it. Returns whether it was necessary. */
  keepAnnounced() {
    const label = this.#label;
    if (label === void 0 || readBrokerLabel(this.#place.paths.label)?.brokerId === label.brokerId) return false;
    this.announce(label);
    return true;
  }
  isHeld() {
    return this.#lock.isHeld();
  }
  /** The sockets and the label. Only the lock's holder may: without it they can be a successor's. */
  removeFiles() {
    if (this.isHeld()) removeBrokerFiles(this.#place);
  }
  release() {
    this.#lock.release();
  }
};

// src/broker/log.ts
var RANK = { error: 0, info: 1, debug: 2 };
function openLog(threshold) {
  process.stderr.on("error", () => void 0);
  return (level, message) => {
    if (RANK[level] > RANK[threshold]) return;
    const line2 = plainText(message).replaceAll("\n", "\n    ");
    process.stderr.write(`[${(/* @__PURE__ */ new Date()).toISOString()}] ${level} ${line2}
`);
  };
}

// src/broker/main.ts
var LAST_EXIT_MS = 1500;
var serving;
async function main() {
  const { values } = parseArgs({
    options: { workspace: { type: "string" }, crashes: { type: "string", default: "0" } }
  });
  const { workspace } = values;
  if (workspace === void 0) throw new Error("Missing --workspace DIR");
  listen();
  const entry = process.argv[1] ?? "";
  const threadProgram = readThreadProgram(path17.dirname(entry));
  let ended = await serve({ workspaceRoot: workspace, crashes: Number(values.crashes), threadProgram });
  while (ended?.successor === true && !existsSync6(entry)) {
    serving = void 0;
    await sleep3(2 * LINGER_MS);
    ended = await serve({ workspaceRoot: workspace, crashes: ended.crashes, threadProgram });
  }
  if (ended === null) return;
  if (ended.successor) startSuccessor(entry, workspace, ended.crashes);
  exitSoon(ended.exitStatus);
}
async function serve({ workspaceRoot, crashes, threadProgram }) {
  const config = loadConfig();
  const log = openLog(config.settings.logLevel);
  const place = brokerPlaceFor(config, workspaceRoot);
  const brokerId = newBrokerId();
  const instance = await claimInstance(place, config.runtimeRoot, brokerId);
  if (instance === null) {
    log("debug", `Another broker serves "${workspaceRoot}"`);
    return null;
  }
  const parts = await compose({
    config,
    place,
    workspaceRoot,
    brokerId,
    version: VERSION,
    instance,
    log,
    threadProgram
  }).catch((error) => {
    instance.release();
    throw error;
  });
  const broker = new Broker(parts, crashes);
  serving = broker;
  log("info", `${brokerId} (pid ${process.pid}) serves "${workspaceRoot}" with "${place.codex.command}"`);
  await broker.serve().catch(onDefect);
  return broker.ended;
}
function listen() {
  for (const [signal, exitStatus] of [
    ["SIGTERM", 143],
    ["SIGINT", 130],
    ["SIGHUP", 129]
  ]) {
    process.on(signal, () => {
      const message = `The broker was ended by ${signal}`;
      end({ cause: "signal", message, exitStatus, fault: new Fault("broker_lost", message) });
    });
  }
  process.on("uncaughtException", onDefect);
  process.on("unhandledRejection", onDefect);
}
function onDefect(error) {
  const message = `The broker failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
  end({ cause: "internal", message, exitStatus: 1, fault: new Fault("internal", messageOf(error)) });
}
function end(ending) {
  if (serving !== void 0) return void serving.end(ending);
  report(ending.message);
  process.exit(ending.exitStatus);
}
function report(message) {
  process.stderr.write(`[${(/* @__PURE__ */ new Date()).toISOString()}] error ${message}
`);
}
function exitSoon(status) {
  process.exitCode = status;
  setTimeout(() => process.exit(status), LAST_EXIT_MS).unref();
}
main().catch((error) => {
  report(`Cannot start the broker: ${messageOf(error)}`);
  exitSoon(1);
});
