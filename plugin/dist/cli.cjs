#!/usr/bin/env node
"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{
value:mod,enumerable:!0}):target,mod));var define_PROGRAM_MARKS_default={everyday:`//# program bc1193b996735db7
`,program:`//# program 34e8123746b4eb7c
`,"broker-program":`//# program 9ed79045ce71bb8c
`};var import_node_module=require("node:module"),import_node_path2=__toESM(require("node:path"),1);var import_node_fs=require("node:fs"),import_node_path=__toESM(require("node:path"),1),import_node_vm=require("node:vm"),FOLDER="compiled",COMMAND=/^[a-z-]{1,32}$/u,
USAGE=2,CompiledProgram=class _CompiledProgram{#file;#script;#missing;static load(file2,options){return new _CompiledProgram(file2,(0,import_node_fs.readFileSync)(
file2,"latin1"),options)}constructor(file2,text,{mark,command:command2}){this.#file=file2;let place=placeOf(file2,mark,command2),usable=place!==null&&text.endsWith(
mark),cachedData=usable?bytesOf(place):void 0;this.#script=new import_node_vm.Script(text,{filename:file2,...cachedData===void 0?{}:{cachedData}}),this.#missing=
usable&&(cachedData===void 0||this.#script.cachedDataRejected)?place:null}run(require2){let module2={exports:{}};this.#script.runInThisContext()(module2.exports,
require2,module2,this.#file,import_node_path.default.dirname(this.#file))}keep(status){if(this.#missing===null||status===USAGE)return;let place=this.#missing;this.#missing=
null;try{makeFolder(import_node_path.default.dirname(this.#file),import_node_path.default.dirname(place));let temporary=`${place}.${process.pid}`;(0,import_node_fs.writeFileSync)(
temporary,this.#script.createCachedData(),{flush:!0}),(0,import_node_fs.renameSync)(temporary,place)}catch{}}};function placeOf(file2,mark,command2){if(!COMMAND.
test(command2))return null;let folder=import_node_path.default.join(import_node_path.default.dirname(file2),FOLDER,import_node_path.default.basename(file2,".cjs"),
mark.replace(/\W/gu,""));return import_node_path.default.join(folder,`${command2}.${process.version}-${process.arch}`)}function bytesOf(file2){try{return(0,import_node_fs.readFileSync)(
file2)}catch{return}}function makeFolder(base,folder){folder===base||(0,import_node_fs.existsSync)(folder)||(makeFolder(base,import_node_path.default.dirname(folder)),
(0,import_node_fs.mkdirSync)(folder),removeOthers(folder))}function removeOthers(folder){let[program2,build]=[import_node_path.default.dirname(folder),import_node_path.default.
basename(folder)];if(import_node_path.default.basename(import_node_path.default.dirname(program2))===FOLDER)for(let name2 of(0,import_node_fs.readdirSync)(program2))
name2!==build&&(0,import_node_fs.rmSync)(import_node_path.default.join(program2,name2),{recursive:!0,force:!0})}var EVERYDAY=["task","status","wait","result","cancel","logs","hook"];function isEveryday(name2){return EVERYDAY.some(known=>known===name2)}var[,,command=""]=process.argv,name=isEveryday(command)?"everyday":"program",file=import_node_path2.default.join(__dirname,`${name}.cjs`),program=CompiledProgram.
load(file,{mark:define_PROGRAM_MARKS_default[name],command});process.on("exit",code=>program.keep(code));program.run((0,import_node_module.createRequire)(file));
