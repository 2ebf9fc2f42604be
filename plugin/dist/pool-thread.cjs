"use strict";var __getOwnPropNames=Object.getOwnPropertyNames;var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}};var require_symbols=__commonJS({"node_modules/piscina/dist/symbols.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});exports2.kFieldCount=
exports2.kResponseCountField=exports2.kRequestCountField=exports2.kQueueOptions=exports2.kValue=exports2.kTransferable=exports2.kWorkerData=exports2.kMovable=void 0;
exports2.kMovable=Symbol("Piscina.kMovable");exports2.kWorkerData=Symbol("Piscina.kWorkerData");exports2.kTransferable=Symbol.for("Piscina.transferable");exports2.
kValue=Symbol.for("Piscina.valueOf");exports2.kQueueOptions=Symbol.for("Piscina.queueOptions");exports2.kRequestCountField=0;exports2.kResponseCountField=1;exports2.
kFieldCount=2}});var require_common=__commonJS({"node_modules/piscina/dist/common.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});exports2.commonState=
exports2.READY=void 0;exports2.isTransferable=isTransferable;exports2.isMovable=isMovable;exports2.markMovable=markMovable;exports2.maybeFileURLToPath=maybeFileURLToPath;
exports2.getAvailableParallelism=getAvailableParallelism;exports2.withNullPrototype=withNullPrototype;exports2.promiseResolvers=promiseResolvers;var node_url_12=require("node:url"),
node_os_1=require("node:os"),symbols_12=require_symbols();exports2.READY="_WORKER_READY";function isTransferable(value){return value!=null&&typeof value=="objec\
t"&&symbols_12.kTransferable in value&&symbols_12.kValue in value}function isMovable(value){return isTransferable(value)&&value[symbols_12.kMovable]===!0}function markMovable(value){
Object.defineProperty(value,symbols_12.kMovable,{enumerable:!1,configurable:!0,writable:!0,value:!0})}exports2.commonState={isWorkerThread:!1,workerData:void 0};
function maybeFileURLToPath(filename){return filename.startsWith("file:")?(0,node_url_12.fileURLToPath)(new node_url_12.URL(filename)):filename}function getAvailableParallelism(){
return(0,node_os_1.availableParallelism)()}function withNullPrototype(source,overrides){return Object.assign(Object.create(null),source,overrides)}function promiseResolvers(){
if(Promise.withResolvers!=null)return Promise.withResolvers();let res,rej;return{promise:new Promise((resolve,reject)=>{res=resolve,rej=reject}),resolve:res,reject:rej}}}});var __createBinding=exports&&exports.__createBinding||(Object.create?(function(o,m,k,k2){k2===void 0&&(k2=k);var desc=Object.getOwnPropertyDescriptor(m,k);(!desc||
("get"in desc?!m.__esModule:desc.writable||desc.configurable))&&(desc={enumerable:!0,get:function(){return m[k]}}),Object.defineProperty(o,k2,desc)}):(function(o,m,k,k2){
k2===void 0&&(k2=k),o[k2]=m[k]})),__setModuleDefault=exports&&exports.__setModuleDefault||(Object.create?(function(o,v){Object.defineProperty(o,"default",{enumerable:!0,
value:v})}):function(o,v){o.default=v}),__importStar=exports&&exports.__importStar||(function(){var ownKeys=function(o){return ownKeys=Object.getOwnPropertyNames||
function(o2){var ar=[];for(var k in o2)Object.prototype.hasOwnProperty.call(o2,k)&&(ar[ar.length]=k);return ar},ownKeys(o)};return function(mod){if(mod&&mod.__esModule)
return mod;var result={};if(mod!=null)for(var k=ownKeys(mod),i=0;i<k.length;i++)k[i]!=="default"&&__createBinding(result,mod,k[i]);return __setModuleDefault(result,
mod),result}})();Object.defineProperty(exports,"__esModule",{value:!0});var node_worker_threads_1=require("node:worker_threads"),node_url_1=require("node:url"),
node_perf_hooks_1=require("node:perf_hooks"),symbols_1=require_symbols(),common_1=require_common();common_1.commonState.isWorkerThread=!0;common_1.commonState.workerData=
node_worker_threads_1.workerData;function noop(){}var handlerCache=new Map,useAtomics=process.env.PISCINA_DISABLE_ATOMICS!=="1",useAsyncAtomics=process.env.PISCINA_ENABLE_ASYNC_ATOMICS===
"1",importESMCached;function getImportESM(){return importESMCached===void 0&&(importESMCached=new Function("specifier","return import(specifier)")),importESMCached}
async function getHandler(filename,name){let handler=handlerCache.get(`${filename}/${name}`);if(handler!=null)return handler;try{handler=await Promise.resolve(`${filename}`).
then(s=>__importStar(require(s))),typeof handler!="function"&&(handler=await handler[name])}catch{}if(typeof handler!="function"&&(handler=await getImportESM()(
(0,node_url_1.pathToFileURL)(filename).href),typeof handler!="function"&&(handler=await handler[name])),typeof handler!="function")return null;if(handlerCache.size>
1e3){let[[key]]=handlerCache;handlerCache.delete(key)}return handlerCache.set(`${filename}/${name}`,handler),handler}node_worker_threads_1.parentPort.on("messag\
e",async message=>{var _a;let{port,sharedBuffer,filename,name,niceIncrement}=message;niceIncrement!==0&&((_a=await Promise.resolve().then(()=>__importStar(require("@napi-rs/nice"))).
catch(noop))===null||_a===void 0||_a.nice(niceIncrement));try{filename!=null&&await getHandler(filename,name);let readyMessage={[common_1.READY]:!0};if(useAtomics=
useAtomics!==!1&&message.atomics!=="disabled",useAsyncAtomics=useAtomics!==!1&&(useAsyncAtomics||message.atomics==="async"),node_worker_threads_1.parentPort.postMessage(
readyMessage),port.on("message",onMessage.bind(null,port,sharedBuffer)),useAtomics){let res=atomicsWaitLoop(port,sharedBuffer);res?.then!=null&&await res}}catch(error){
throwInNextTick(error)}});var currentTasks=0,lastSeenRequestCount=0;function atomicsWaitLoop(port,sharedBuffer){if(useAsyncAtomics===!0){let{async,value}=Atomics.
waitAsync(sharedBuffer,symbols_1.kRequestCountField,lastSeenRequestCount);return async===!0&&value.then(()=>{lastSeenRequestCount=Atomics.load(sharedBuffer,symbols_1.
kRequestCountField);let entry;for(;(entry=(0,node_worker_threads_1.receiveMessageOnPort)(port))!==void 0;)onMessage(port,sharedBuffer,entry.message)})}for(;currentTasks===
0;){Atomics.wait(sharedBuffer,symbols_1.kRequestCountField,lastSeenRequestCount),lastSeenRequestCount=Atomics.load(sharedBuffer,symbols_1.kRequestCountField);let entry;
for(;(entry=(0,node_worker_threads_1.receiveMessageOnPort)(port))!==void 0;)onMessage(port,sharedBuffer,entry.message)}}async function onMessage(port,sharedBuffer,message){
currentTasks++;let{taskId,task,filename,name}=message,response,transferList=[],start=message.histogramEnabled===1?node_perf_hooks_1.performance.now():null;try{let handler=await getHandler(
filename,name);if(handler===null)throw new Error(`No handler function exported from ${filename}`);let result=await handler(task);(0,common_1.isMovable)(result)&&
(transferList=transferList.concat(result[symbols_1.kTransferable]),result=result[symbols_1.kValue]),response={taskId,result,error:null,time:start==null?null:Math.
round(node_perf_hooks_1.performance.now()-start)},useAtomics&&!useAsyncAtomics&&(process.stdout.writableLength>0&&await new Promise(resolve=>process.stdout.write(
"",resolve)),process.stderr.writableLength>0&&await new Promise(resolve=>process.stderr.write("",resolve)))}catch(error){response={taskId,result:null,error,time:start==
null?null:Math.round(node_perf_hooks_1.performance.now()-start)}}currentTasks--;try{if(port.postMessage(response,transferList),Atomics.add(sharedBuffer,symbols_1.
kResponseCountField,1),useAtomics){let res=atomicsWaitLoop(port,sharedBuffer);res?.then!=null&&await res}}catch(error){throwInNextTick(error)}}function throwInNextTick(error){
queueMicrotask(()=>{throw error})}
