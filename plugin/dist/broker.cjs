"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{
value:mod,enumerable:!0}):target,mod));var define_PROGRAM_MARKS_default={brief:`//# program b8de9135fb0f9fde
`,everyday:`//# program ce61441d737554e8
`,program:`//# program 52c816032b981067
`,"broker-program":`//# program 918ada5c4014b420
`};var import_node_module=require("node:module"),import_node_path2=__toESM(require("node:path"),1);var import_node_fs=require("node:fs"),import_node_path=__toESM(require("node:path"),1),import_node_vm=require("node:vm"),FOLDER="compiled",COMMAND=/^[a-z-]{1,32}$/u,
USAGE=2,KEPT_FOR_MS=36e5,CompiledProgram=class _CompiledProgram{#file;#script;#missing;static load(file2,options){return new _CompiledProgram(file2,(0,import_node_fs.readFileSync)(
file2,"latin1"),options)}constructor(file2,text,{mark,command}){this.#file=file2;let place=placeOf(file2,mark,command),usable=place!==null&&text.endsWith(mark),
cachedData=usable?bytesOf(place):void 0;this.#script=new import_node_vm.Script(text,{filename:file2,...cachedData===void 0?{}:{cachedData}});let isOfUse=cachedData!==
void 0&&this.#script.cachedDataRejected!==!0;this.#missing=usable&&!isOfUse?place:null}run(require2){let module2={exports:{}};return this.#script.runInThisContext()(
module2.exports,require2,module2,this.#file,import_node_path.default.dirname(this.#file)),module2.exports}keep(status){if(this.#missing===null||status===USAGE)return;
let place=this.#missing;this.#missing=null;try{if(!mayReplace(place))return;makeFolder(import_node_path.default.dirname(this.#file),import_node_path.default.dirname(
place));let temporary=`${place}.${process.pid}`;(0,import_node_fs.writeFileSync)(temporary,this.#script.createCachedData(),{flush:!0}),(0,import_node_fs.renameSync)(
temporary,place)}catch{}}};function placeOf(file2,mark,command){if(!COMMAND.test(command))return null;let folder=import_node_path.default.join(import_node_path.default.
dirname(file2),FOLDER,import_node_path.default.basename(file2,".cjs"),mark.replace(/\W/gu,""));return import_node_path.default.join(folder,`${command}.${process.
version}-${process.arch}`)}function mayReplace(file2){let kept=(0,import_node_fs.statSync)(file2,{throwIfNoEntry:!1});return kept===void 0||Date.now()-kept.mtimeMs>
KEPT_FOR_MS}function bytesOf(file2){try{return(0,import_node_fs.readFileSync)(file2)}catch{return}}function makeFolder(base,folder){folder===base||(0,import_node_fs.existsSync)(
folder)||(makeFolder(base,import_node_path.default.dirname(folder)),(0,import_node_fs.mkdirSync)(folder),removeOthers(folder))}function removeOthers(folder){let[
program2,build]=[import_node_path.default.dirname(folder),import_node_path.default.basename(folder)];if(import_node_path.default.basename(import_node_path.default.
dirname(program2))===FOLDER)for(let name of(0,import_node_fs.readdirSync)(program2))name!==build&&(0,import_node_fs.rmSync)(import_node_path.default.join(program2,
name),{recursive:!0,force:!0})}var file=import_node_path2.default.join(__dirname,"broker-program.cjs"),program=CompiledProgram.load(file,{mark:define_PROGRAM_MARKS_default["broker-program"],command:"\
broker"}),{open}=program.run((0,import_node_module.createRequire)(file));open.then(()=>program.keep(0));
