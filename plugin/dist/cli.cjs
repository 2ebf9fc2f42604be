#!/usr/bin/env node
"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{
value:mod,enumerable:!0}):target,mod));var define_PROGRAM_MARKS_default={brief:`//# program b8de9135fb0f9fde
`,everyday:`//# program ce61441d737554e8
`,program:`//# program 52c816032b981067
`,"broker-program":`//# program 918ada5c4014b420
`};var import_node_module=require("node:module"),import_node_path2=__toESM(require("node:path"),1);var import_node_fs=require("node:fs"),import_node_path=__toESM(require("node:path"),1),import_node_vm=require("node:vm"),FOLDER="compiled",COMMAND=/^[a-z-]{1,32}$/u,
USAGE=2,KEPT_FOR_MS=36e5,CompiledProgram=class _CompiledProgram{#file;#script;#missing;static load(file,options){return new _CompiledProgram(file,(0,import_node_fs.readFileSync)(
file,"latin1"),options)}constructor(file,text,{mark,command:command2}){this.#file=file;let place=placeOf(file,mark,command2),usable=place!==null&&text.endsWith(
mark),cachedData=usable?bytesOf(place):void 0;this.#script=new import_node_vm.Script(text,{filename:file,...cachedData===void 0?{}:{cachedData}});let isOfUse=cachedData!==
void 0&&this.#script.cachedDataRejected!==!0;this.#missing=usable&&!isOfUse?place:null}run(require2){let module2={exports:{}};return this.#script.runInThisContext()(
module2.exports,require2,module2,this.#file,import_node_path.default.dirname(this.#file)),module2.exports}keep(status){if(this.#missing===null||status===USAGE)return;
let place=this.#missing;this.#missing=null;try{if(!mayReplace(place))return;makeFolder(import_node_path.default.dirname(this.#file),import_node_path.default.dirname(
place));let temporary=`${place}.${process.pid}`;(0,import_node_fs.writeFileSync)(temporary,this.#script.createCachedData(),{flush:!0}),(0,import_node_fs.renameSync)(
temporary,place)}catch{}}};function placeOf(file,mark,command2){if(!COMMAND.test(command2))return null;let folder=import_node_path.default.join(import_node_path.default.
dirname(file),FOLDER,import_node_path.default.basename(file,".cjs"),mark.replace(/\W/gu,""));return import_node_path.default.join(folder,`${command2}.${process.
version}-${process.arch}`)}function mayReplace(file){let kept=(0,import_node_fs.statSync)(file,{throwIfNoEntry:!1});return kept===void 0||Date.now()-kept.mtimeMs>
KEPT_FOR_MS}function bytesOf(file){try{return(0,import_node_fs.readFileSync)(file)}catch{return}}function makeFolder(base,folder){folder===base||(0,import_node_fs.existsSync)(
folder)||(makeFolder(base,import_node_path.default.dirname(folder)),(0,import_node_fs.mkdirSync)(folder),removeOthers(folder))}function removeOthers(folder){let[
program,build]=[import_node_path.default.dirname(folder),import_node_path.default.basename(folder)];if(import_node_path.default.basename(import_node_path.default.
dirname(program))===FOLDER)for(let name of(0,import_node_fs.readdirSync)(program))name!==build&&(0,import_node_fs.rmSync)(import_node_path.default.join(program,
name),{recursive:!0,force:!0})}var EVERYDAY=["task","status","wait","result","cancel","logs","hook"],BRIEF=["task","status","result","cancel"];function programOf([command2="",...args2]){if(!isOneOf(
EVERYDAY,command2))return"program";let says=flag=>args2.some(arg=>arg.includes(flag));return!isOneOf(BRIEF,command2)||says("--wait")||command2==="task"&&!says("\
--background")?"everyday":"brief"}function isOneOf(names,name){return names.includes(name)}var args=process.argv.slice(2),[command=""]=args,running;process.on("exit",code=>running?.keep(code));start(programOf(args));async function start(name){let file=import_node_path2.default.
join(__dirname,`${name}.cjs`),program=CompiledProgram.load(file,{mark:define_PROGRAM_MARKS_default[name],command});running=program;let{asksForMore}=program.run(
(0,import_node_module.createRequire)(file));await asksForMore&&await start("everyday")}
