(function (exports, require, module, __filename, __dirname) {
"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __esm=(fn,res,err)=>function(){if(err)throw err[0];try{return fn&&(res=(0,fn[__getOwnPropNames(fn)[0]])(fn=0)),res}catch(e){throw err=[e],e}};var __commonJS=(cb,mod2)=>function(){try{return mod2||(0,cb[__getOwnPropNames(cb)[0]])((mod2={exports:{}}).exports,mod2),mod2.exports}catch(e){throw mod2=0,e}};var __export=(target2,all)=>{for(var name in all)__defProp(target2,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from==
"object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=
__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod2,isNodeMode,target2)=>(target2=mod2!=null?__create(__getProtoOf(mod2)):{},__copyProps(isNodeMode||!mod2||!mod2.__esModule?__defProp(target2,"de\
fault",{value:mod2,enumerable:!0}):target2,mod2)),__toCommonJS=mod2=>__copyProps(__defProp({},"__esModule",{value:!0}),mod2);var package_default,init_package=__esm({"package.json"(){package_default={version:"0.1.0"}}});var VERSION,init_version=__esm({"src/contract/version.ts"(){"use strict";init_package();VERSION=package_default.version}});function pauseSync(ms2){Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,ms2)}var init_pause_sync=__esm({"src/util/pause-sync.ts"(){"use strict"}});function errorCode(error){return error instanceof Error&&"code"in error&&typeof error.code=="string"?error.code:null}function isMissing(error){let code=errorCode(
error);return code==="ENOENT"||code==="ENOTDIR"}var init_system_error=__esm({"src/util/system-error.ts"(){"use strict"}});function renameFile(from,to){patiently(()=>(0,import_node_fs.renameSync)(from,to))}function removeFile(file){patiently(()=>(0,import_node_fs.rmSync)(file,{force:!0}))}
function patiently(change2,{platform,pause:pause4}=HERE){for(let ms2 of platform==="win32"?PAUSES_MS:[])try{change2();return}catch(error){if(!PASSING.has(errorCode(
error)??""))throw error;pause4(ms2)}change2()}function syncDirectory(directory,sync=import_node_fs.fsyncSync){if(HERE.platform==="win32")return;let descriptor;try{
descriptor=(0,import_node_fs.openSync)(directory,"r"),sync(descriptor)}catch(error){if(!UNSYNCED.has(errorCode(error)??""))throw error}finally{descriptor!==void 0&&
(0,import_node_fs.closeSync)(descriptor)}}var import_node_fs,PAUSES_MS,PASSING,HERE,UNSYNCED,init_directory_entry=__esm({"src/util/directory-entry.ts"(){"use st\
rict";import_node_fs=require("node:fs");init_pause_sync();init_system_error();PAUSES_MS=[1,2,5,10,20,40,80,160,200],PASSING=new Set(["EPERM","EACCES","EBUSY"]),
HERE={platform:process.platform,pause:pauseSync};UNSYNCED=new Set(["EINVAL","EBADF","ENOTSUP","ENOSYS","EACCES"])}});function ownUid(){return process.getuid?.()??null}function isOpenToOthers(found,uid=ownUid()){return uid!==null&&(found.isDirectory()||found.isFile())&&(found.mode&
63)!==0}function modeText({mode}){return(mode&511).toString(8).padStart(4,"0")}var init_file_mode=__esm({"src/util/file-mode.ts"(){"use strict"}});function ensurePrivateDirectory(directory,{durable}={durable:!1}){let{found,first:first4}=made(directory);return check(directory,found),durable&&first4!==void 0&&
syncParents(directory,import_node_path.default.dirname(first4)),first4!==void 0}function checkPrivateDirectory(directory){let found=existing(directory);found!==
void 0&&check(directory,found)}function flawOf(directory,found,uid=ownUid()){let remedy="remove it, or choose another place";if(!found.isDirectory())return{kind:"\
type",what:found.isSymbolicLink()?"it is a symbolic link":"it is not a directory",remedy};if(uid===null)return null;if(found.uid!==uid)return{kind:"owner",what:`\
it belongs to uid ${found.uid}, not to uid ${uid}`,remedy:"choose another directory"};if(!isOpenToOthers(found))return null;let what=`its mode is ${modeText(found)}`;
return isShared(directory,found)?{kind:"shared",what,remedy:"choose another directory"}:{kind:"mode",what,remedy:`run "chmod 700 '${directory}'"`}}function check(directory,found){
let flaw=flawOf(directory,found);if(flaw!==null)throw new DirectoryRefused(`Refusing to use "${directory}": ${flaw.what} (${flaw.remedy})`)}function isShared(directory,{
mode}){if(import_node_path.default.dirname(directory)===directory||(mode&STICKY)!==0)return!0;try{return(0,import_node_fs2.readdirSync)(directory).some(name=>isOpen(
import_node_path.default.join(directory,name)))}catch{return!0}}function isOpen(file){let found=(0,import_node_fs2.lstatSync)(file,{throwIfNoEntry:!1});return found!==
void 0&&isOpenToOthers(found)}function made(directory){let first4,cause;try{first4=(0,import_node_fs2.mkdirSync)(directory,{recursive:!0,mode:448})}catch(error){
cause=error}let found=present(directory);if(found!==void 0)return{found,first:first4};let why=cause instanceof Error?cause.message:"it was removed at once";throw new DirectoryRefused(
`Cannot make the directory "${directory}": ${why} (check its parents, or choose another place)`,{cause})}function syncParents(directory,top){for(let at=directory;at!==
top&&at!==import_node_path.default.dirname(at);)at=import_node_path.default.dirname(at),syncDirectory(at)}function existing(directory){try{return(0,import_node_fs2.lstatSync)(
directory)}catch(cause){if(errorCode(cause)==="ENOENT")return;let why=cause instanceof Error?cause.message:String(cause);throw new DirectoryRefused(`Cannot use \
the directory "${directory}": ${why} (check its parents, or choose another place)`,{cause})}}function present(directory){try{return(0,import_node_fs2.lstatSync)(
directory)}catch{return}}var import_node_fs2,import_node_path,STICKY,DirectoryRefused,init_private_directory=__esm({"src/util/private-directory.ts"(){"use stric\
t";import_node_fs2=require("node:fs"),import_node_path=__toESM(require("node:path"),1);init_directory_entry();init_file_mode();init_system_error();STICKY=512,DirectoryRefused=
class extends Error{name="DirectoryRefused"}}});function searchDirectories(environment,platform=process.platform){return platform!=="win32"?(environment.PATH??"").split(":").filter(Boolean):windowsPath(environment).
split(";").map(directory=>directory.trim().replace(/^"(.*)"$/u,"$1")).filter(isAbsolute)}function windowsPath(environment){let[name="PATH"]=Object.keys(environment).
filter(key=>key.toUpperCase()==="PATH").sort();return environment[name]??""}function isAbsolute(directory){return import_node_path2.default.win32.isAbsolute(directory)}
var import_node_path2,init_search_path=__esm({"src/util/search-path.ts"(){"use strict";import_node_path2=__toESM(require("node:path"),1)}});var ConfigError,init_config_error=__esm({"src/config/config-error.ts"(){"use strict";ConfigError=class extends Error{name="ConfigError"}}});function fitsSocket(file){return Buffer.byteLength(file)<=MAX_SOCKET_PATH_BYTES}function pipeNamed(name){return`${PIPES}${name}`}function isPipe(address2){return address2.
startsWith(PIPES)}function listenAddress(address2,secret){return isPipe(address2)?`${address2}-${secret()}`:address2}function hasLostFile(address2){return!isPipe(
address2)&&!(0,import_node_fs4.existsSync)(address2)}function removeSocketFile(address2){if(!isPipe(address2))try{(0,import_node_fs4.unlinkSync)(address2)}catch(error){
if(!isMissing(error))throw error}}function socketAt(file,platform=process.platform,look=lookAt){try{let found=look(file);return found===void 0?"nothing":(platform===
"win32"?found.isFile()&&found.size===0:found.isSocket())?"socket":"other"}catch(error){if(platform==="win32"&&errorCode(error)==="EACCES")return"socket";throw error}}
function lookAt(file){return(0,import_node_fs4.lstatSync)(file,{throwIfNoEntry:!1})}var import_node_fs4,MAX_SOCKET_PATH_BYTES,PIPES,init_local_endpoint=__esm({"\
src/util/local-endpoint.ts"(){"use strict";import_node_fs4=require("node:fs");init_system_error();MAX_SOCKET_PATH_BYTES=100;PIPES="\\\\.\\pipe\\"}});function namesIn(directory){try{return(0,import_node_fs5.readdirSync)(directory)}catch(error){if(isMissing(error))return[];throw error}}var import_node_fs5,init_names_in=__esm(
{"src/util/names-in.ts"(){"use strict";import_node_fs5=require("node:fs");init_system_error()}});var require_sha256=__commonJS({"node_modules/fast-sha256/sha256.js"(exports2,module2){(function(root,factory){var exports3={};factory(exports3);var sha256=exports3.
default;for(var k in exports3)sha256[k]=exports3[k];typeof module2=="object"&&typeof module2.exports=="object"?module2.exports=sha256:typeof define=="function"&&
define.amd?define(function(){return sha256}):root.sha256=sha256})(exports2,function(exports3){"use strict";exports3.__esModule=!0,exports3.digestLength=32,exports3.
blockSize=64;var K=new Uint32Array([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,
1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,
3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,
3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,
2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]);function hashBlocks(w,v,p,pos,len){for(var a,b,c,d,e,f,g,h,u,i,j,t1,t2;len>=64;){for(a=v[0],
b=v[1],c=v[2],d=v[3],e=v[4],f=v[5],g=v[6],h=v[7],i=0;i<16;i++)j=pos+i*4,w[i]=(p[j]&255)<<24|(p[j+1]&255)<<16|(p[j+2]&255)<<8|p[j+3]&255;for(i=16;i<64;i++)u=w[i-
2],t1=(u>>>17|u<<15)^(u>>>19|u<<13)^u>>>10,u=w[i-15],t2=(u>>>7|u<<25)^(u>>>18|u<<14)^u>>>3,w[i]=(t1+w[i-7]|0)+(t2+w[i-16]|0);for(i=0;i<64;i++)t1=(((e>>>6|e<<26)^
(e>>>11|e<<21)^(e>>>25|e<<7))+(e&f^~e&g)|0)+(h+(K[i]+w[i]|0)|0)|0,t2=((a>>>2|a<<30)^(a>>>13|a<<19)^(a>>>22|a<<10))+(a&b^a&c^b&c)|0,h=g,g=f,f=e,e=d+t1|0,d=c,c=b,
b=a,a=t1+t2|0;v[0]+=a,v[1]+=b,v[2]+=c,v[3]+=d,v[4]+=e,v[5]+=f,v[6]+=g,v[7]+=h,pos+=64,len-=64}return pos}var Hash=(function(){function Hash2(){this.digestLength=
exports3.digestLength,this.blockSize=exports3.blockSize,this.state=new Int32Array(8),this.temp=new Int32Array(64),this.buffer=new Uint8Array(128),this.bufferLength=
0,this.bytesHashed=0,this.finished=!1,this.reset()}return Hash2.prototype.reset=function(){return this.state[0]=1779033703,this.state[1]=3144134277,this.state[2]=
1013904242,this.state[3]=2773480762,this.state[4]=1359893119,this.state[5]=2600822924,this.state[6]=528734635,this.state[7]=1541459225,this.bufferLength=0,this.
bytesHashed=0,this.finished=!1,this},Hash2.prototype.clean=function(){for(var i=0;i<this.buffer.length;i++)this.buffer[i]=0;for(var i=0;i<this.temp.length;i++)this.
temp[i]=0;this.reset()},Hash2.prototype.update=function(data,dataLength){if(dataLength===void 0&&(dataLength=data.length),this.finished)throw new Error("SHA256:\
 can't update because hash was finished.");var dataPos=0;if(this.bytesHashed+=dataLength,this.bufferLength>0){for(;this.bufferLength<64&&dataLength>0;)this.buffer[this.
bufferLength++]=data[dataPos++],dataLength--;this.bufferLength===64&&(hashBlocks(this.temp,this.state,this.buffer,0,64),this.bufferLength=0)}for(dataLength>=64&&
(dataPos=hashBlocks(this.temp,this.state,data,dataPos,dataLength),dataLength%=64);dataLength>0;)this.buffer[this.bufferLength++]=data[dataPos++],dataLength--;return this},
Hash2.prototype.finish=function(out){if(!this.finished){var bytesHashed=this.bytesHashed,left=this.bufferLength,bitLenHi=bytesHashed/536870912|0,bitLenLo=bytesHashed<<
3,padLength=bytesHashed%64<56?64:128;this.buffer[left]=128;for(var i=left+1;i<padLength-8;i++)this.buffer[i]=0;this.buffer[padLength-8]=bitLenHi>>>24&255,this.buffer[padLength-
7]=bitLenHi>>>16&255,this.buffer[padLength-6]=bitLenHi>>>8&255,this.buffer[padLength-5]=bitLenHi>>>0&255,this.buffer[padLength-4]=bitLenLo>>>24&255,this.buffer[padLength-
3]=bitLenLo>>>16&255,this.buffer[padLength-2]=bitLenLo>>>8&255,this.buffer[padLength-1]=bitLenLo>>>0&255,hashBlocks(this.temp,this.state,this.buffer,0,padLength),
this.finished=!0}for(var i=0;i<8;i++)out[i*4+0]=this.state[i]>>>24&255,out[i*4+1]=this.state[i]>>>16&255,out[i*4+2]=this.state[i]>>>8&255,out[i*4+3]=this.state[i]>>>
0&255;return this},Hash2.prototype.digest=function(){var out=new Uint8Array(this.digestLength);return this.finish(out),out},Hash2.prototype._saveState=function(out){
for(var i=0;i<this.state.length;i++)out[i]=this.state[i]},Hash2.prototype._restoreState=function(from,bytesHashed){for(var i=0;i<this.state.length;i++)this.state[i]=
from[i];this.bytesHashed=bytesHashed,this.finished=!1,this.bufferLength=0},Hash2})();exports3.Hash=Hash;var HMAC=(function(){function HMAC2(key){this.inner=new Hash,
this.outer=new Hash,this.blockSize=this.inner.blockSize,this.digestLength=this.inner.digestLength;var pad=new Uint8Array(this.blockSize);if(key.length>this.blockSize)
new Hash().update(key).finish(pad).clean();else for(var i=0;i<key.length;i++)pad[i]=key[i];for(var i=0;i<pad.length;i++)pad[i]^=54;this.inner.update(pad);for(var i=0;i<
pad.length;i++)pad[i]^=106;this.outer.update(pad),this.istate=new Uint32Array(8),this.ostate=new Uint32Array(8),this.inner._saveState(this.istate),this.outer._saveState(
this.ostate);for(var i=0;i<pad.length;i++)pad[i]=0}return HMAC2.prototype.reset=function(){return this.inner._restoreState(this.istate,this.inner.blockSize),this.
outer._restoreState(this.ostate,this.outer.blockSize),this},HMAC2.prototype.clean=function(){for(var i=0;i<this.istate.length;i++)this.ostate[i]=this.istate[i]=
0;this.inner.clean(),this.outer.clean()},HMAC2.prototype.update=function(data){return this.inner.update(data),this},HMAC2.prototype.finish=function(out){return this.
outer.finished?this.outer.finish(out):(this.inner.finish(out),this.outer.update(out,this.digestLength).finish(out)),this},HMAC2.prototype.digest=function(){var out=new Uint8Array(
this.digestLength);return this.finish(out),out},HMAC2})();exports3.HMAC=HMAC;function hash2(data){var h=new Hash().update(data),digest=h.digest();return h.clean(),
digest}exports3.hash=hash2,exports3.default=hash2;function hmac(key,data){var h=new HMAC(key).update(data),digest=h.digest();return h.clean(),digest}exports3.hmac=
hmac;function fillBuffer(buffer,hmac2,info,counter3){var num=counter3[0];if(num===0)throw new Error("hkdf: cannot expand more");hmac2.reset(),num>1&&hmac2.update(
buffer),info&&hmac2.update(info),hmac2.update(counter3),hmac2.finish(buffer),counter3[0]++}var hkdfSalt=new Uint8Array(exports3.digestLength);function hkdf(key,salt,info,length){
salt===void 0&&(salt=hkdfSalt),length===void 0&&(length=32);for(var counter3=new Uint8Array([1]),okm=hmac(salt,key),hmac_=new HMAC(okm),buffer=new Uint8Array(hmac_.
digestLength),bufpos=buffer.length,out=new Uint8Array(length),i=0;i<length;i++)bufpos===buffer.length&&(fillBuffer(buffer,hmac_,info,counter3),bufpos=0),out[i]=
buffer[bufpos++];return hmac_.clean(),buffer.fill(0),counter3.fill(0),out}exports3.hkdf=hkdf;function pbkdf2(password,salt,iterations,dkLen){for(var prf=new HMAC(
password),len=prf.digestLength,ctr=new Uint8Array(4),t=new Uint8Array(len),u=new Uint8Array(len),dk=new Uint8Array(dkLen),i=0;i*len<dkLen;i++){var c=i+1;ctr[0]=
c>>>24&255,ctr[1]=c>>>16&255,ctr[2]=c>>>8&255,ctr[3]=c>>>0&255,prf.reset(),prf.update(salt),prf.update(ctr),prf.finish(u);for(var j=0;j<len;j++)t[j]=u[j];for(var j=2;j<=
iterations;j++){prf.reset(),prf.update(u).finish(u);for(var k=0;k<len;k++)t[k]^=u[k]}for(var j=0;j<len&&i*len+j<dkLen;j++)dk[i*len+j]=t[j]}for(var i=0;i<len;i++)
t[i]=u[i]=0;for(var i=0;i<4;i++)ctr[i]=0;return prf.clean(),dk}exports3.pbkdf2=pbkdf2})}});function sha256Hex(text2){return Buffer.from((0,import_fast_sha256.hash)(Buffer.from(text2,"utf8"))).toString("hex")}var import_fast_sha256,init_sha256=__esm({"\
src/util/sha256.ts"(){"use strict";import_fast_sha256=__toESM(require_sha256(),1)}});function within(folder,name){return`${folder}${import_node_path5.sep}${name}`}var import_node_path5,init_within=__esm({"src/util/within.ts"(){"use strict";import_node_path5=
require("node:path")}});function realOrNamed(place2){return(0,import_node_fs6.existsSync)(place2)?(0,import_node_fs6.realpathSync)(place2):place2}function workspacesDirectory(root){return within(
root,"workspaces")}function workspaceDirectory(root,workspaceRoot){let slug=import_node_path6.default.basename(workspaceRoot).replace(/[^\w.-]+/gu,"-").slice(0,
40)||"root";return within(workspacesDirectory(root),`${slug}-${sha256Hex(workspaceRoot).slice(0,12)}`)}function brokerKey(workspaceRoot,home,fingerprint,version2){
return sha256Hex([workspaceRoot,home,fingerprint,version2].join("\0")).slice(0,16)}function writerLock(workspace){return within(workspace,"writer-lock")}function keyLock(workspace){
return within(workspace,"key-lock")}function allBrokerPaths(workspace){return namesIn(brokersDirectory(workspace)).map(key=>brokerPaths(workspace,key))}function brokersDirectory(workspace){
return within(workspace,"brokers")}function brokerPaths(workspace,key){let directory=within(brokersDirectory(workspace),key);return{directory,lock:within(directory,
"lock"),label:within(directory,"broker.json"),log:within(directory,"broker.log"),threads:within(directory,"threads"),limits:within(directory,"limits.json"),programs:within(
directory,"programs")}}function socketPaths(runtime,state,key,platform=process.platform){let name=sha256Hex(`${state}\0${key}`).slice(0,16),isWindows=platform===
"win32",{join}=isWindows?import_node_path6.default.win32:import_node_path6.default.posix,events=join(runtime,`${name}.events`),control=isWindows?pipeNamed(`code\
x-companion-${name}`):join(runtime,`${name}.control`),longest=isWindows?events:control;if(!fitsSocket(longest))throw new ConfigError(`Cannot use "${runtime}" fo\
r sockets: "${longest}" is longer than ${MAX_SOCKET_PATH_BYTES} bytes (set CODEX_COMPANION_RUNTIME_DIR to a shorter path)`);return{control,events}}var import_node_fs6,
import_node_path6,PROJECT_FILE,init_paths=__esm({"src/config/paths.ts"(){"use strict";import_node_fs6=require("node:fs"),import_node_path6=__toESM(require("node:path"),1);
init_local_endpoint();init_names_in();init_sha256();init_within();init_config_error();PROJECT_FILE=".codex-companion.toml"}});function getGlobalConfig(config$1){return!config$1&&!store$4?DEFAULT_CONFIG:{lang:config$1?.lang??store$4?.lang,message:config$1?.message,abortEarly:config$1?.abortEarly??
store$4?.abortEarly,abortPipeEarly:config$1?.abortPipeEarly??store$4?.abortPipeEarly}}function getGlobalMessage(lang){return store$3?.get(lang)}function getSchemaMessage(lang){
return store$2?.get(lang)}function getSpecificMessage(reference,lang){return store$1?.get(reference)?.get(lang)}function _stringify(input){let type=typeof input;
return type==="string"?`"${input}"`:type==="number"||type==="bigint"||type==="boolean"?`${input}`:type==="object"||type==="function"?(input&&Object.getPrototypeOf(
input)?.constructor?.name)??"null":type}function _addIssue(context,label2,dataset,config$1,other){let input=other&&"input"in other?other.input:dataset.value,expected=other?.
expected??context.expects??null,received=other?.received??_stringify(input),issue={kind:context.kind,type:context.type,input,expected,received,message:`Invalid ${label2}\
: ${expected?`Expected ${expected} but r`:"R"}eceived ${received}`,requirement:context.requirement,path:other?.path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.
abortEarly,abortPipeEarly:config$1.abortPipeEarly},isSchema=context.kind==="schema",message$1=other?.message??context.message??getSpecificMessage(context.reference,
issue.lang)??(isSchema?getSchemaMessage(issue.lang):null)??config$1.message??getGlobalMessage(issue.lang);message$1!==void 0&&(issue.message=typeof message$1=="\
function"?message$1(issue):message$1),isSchema&&(dataset.typed=!1),dataset.issues?dataset.issues.push(issue):dataset.issues=[issue]}function _isSameValueZero(value1,value2){
return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.prototype.hasOwnProperty.call(object$1,
key)&&key!=="__proto__"&&key!=="prototype"&&key!=="constructor"}function _joinExpects(values$1,separator){let list=[...new Set(values$1)];return list.length>1?`\
(${list.join(` ${separator} `)})`:list[0]??"never"}function _standardSchema(schema){return schema["~standard"]={version:1,vendor:"valibot",validate:value$1=>schema["\
~run"]({value:value$1},getGlobalConfig())},schema}function getDotPath(issue){if(issue.path){let key="";for(let item of issue.path)if(typeof item.key=="string"||
typeof item.key=="number")key?key+=`.${item.key}`:key+=item.key;else return null;return key}return null}function check2(requirement,message$1){return{kind:"vali\
dation",type:"check",reference:check2,async:!1,expects:null,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!this.requirement(dataset.
value)&&_addIssue(this,"input",dataset,config$1),dataset}}}function description(description_){return{kind:"metadata",type:"description",reference:description,description:description_}}
function finite(message$1){return{kind:"validation",type:"finite",reference:finite,async:!1,expects:null,requirement:Number.isFinite,message:message$1,"~run"(dataset,config$1){
return dataset.typed&&!this.requirement(dataset.value)&&_addIssue(this,"finite",dataset,config$1),dataset}}}function integer(message$1){return{kind:"validation",
type:"integer",reference:integer,async:!1,expects:null,requirement:Number.isInteger,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!this.requirement(
dataset.value)&&_addIssue(this,"integer",dataset,config$1),dataset}}}function isoTimestamp(message$1){return{kind:"validation",type:"iso_timestamp",reference:isoTimestamp,
async:!1,expects:null,requirement:ISO_TIMESTAMP_REGEX,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!this.requirement.test(dataset.value)&&_addIssue(
this,"timestamp",dataset,config$1),dataset}}}function maxLength(requirement,message$1){return{kind:"validation",type:"max_length",reference:maxLength,async:!1,expects:`\
<=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&dataset.value.length>this.requirement&&_addIssue(this,"length",dataset,
config$1,{received:`${dataset.value.length}`}),dataset}}}function maxValue(requirement,message$1){return{kind:"validation",type:"max_value",reference:maxValue,async:!1,
expects:`<=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&
!(dataset.value<=this.requirement)&&_addIssue(this,"value",dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)}),
dataset}}}function minLength(requirement,message$1){return{kind:"validation",type:"min_length",reference:minLength,async:!1,expects:`>=${requirement}`,requirement,
message:message$1,"~run"(dataset,config$1){return dataset.typed&&dataset.value.length<this.requirement&&_addIssue(this,"length",dataset,config$1,{received:`${dataset.
value.length}`}),dataset}}}function minValue(requirement,message$1){return{kind:"validation",type:"min_value",reference:minValue,async:!1,expects:`>=${requirement instanceof
Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!(dataset.value>=this.requirement)&&
_addIssue(this,"value",dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)}),dataset}}}function parseJson(config$1,message$1){
return{kind:"transformation",type:"parse_json",reference:parseJson,config:config$1,message:message$1,async:!1,"~run"(dataset,config$2){try{dataset.value=JSON.parse(
dataset.value,this.config?.reviver)}catch(error){if(error instanceof Error)_addIssue(this,"JSON",dataset,config$2,{received:`"${error.message}"`}),dataset.typed=
!1;else throw error}return dataset}}}function regex(requirement,message$1){return{kind:"validation",type:"regex",reference:regex,async:!1,expects:`${requirement}`,
requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!this.requirement.test(dataset.value)&&_addIssue(this,"format",dataset,config$1),dataset}}}
function transform(operation){return{kind:"transformation",type:"transform",reference:transform,async:!1,operation,"~run"(dataset){return dataset.value=this.operation(
dataset.value),dataset}}}function getFallback(schema,dataset,config$1){return typeof schema.fallback=="function"?schema.fallback(dataset,config$1):schema.fallback}
function fallback(schema,fallback$1){return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){let outputDataset=schema["~run"](dataset,config$1);
return outputDataset.issues?{typed:!0,value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return typeof schema.
default=="function"?schema.default(dataset,config$1):schema.default}function array(item,message$1){return _standardSchema({kind:"schema",type:"array",reference:array,
expects:"Array",async:!1,item,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(Array.isArray(input)){dataset.typed=!0,dataset.value=[];for(let key=0;key<
input.length;key++){let value$1=input[key],itemDataset=this.item["~run"]({value:value$1},config$1);if(itemDataset.issues){let pathItem={type:"array",origin:"val\
ue",input,key,value:value$1};for(let issue of itemDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.
issues||(dataset.issues=itemDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}itemDataset.typed||(dataset.typed=!1),dataset.value.push(itemDataset.value)}}else
_addIssue(this,"type",dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:"schema",type:"boolean",reference:boolean,expects:"\
boolean",async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.value=="boolean"?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}
function custom(check$1,message$1){return _standardSchema({kind:"schema",type:"custom",reference:custom,expects:"unknown",async:!1,check:check$1,message:message$1,
"~run"(dataset,config$1){return this.check(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function instance(class_,message$1){
return _standardSchema({kind:"schema",type:"instance",reference:instance,expects:class_.name,async:!1,class:class_,message:message$1,"~run"(dataset,config$1){return dataset.
value instanceof this.class?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function literal(literal_,message$1){return _standardSchema({kind:"\
schema",type:"literal",reference:literal,expects:_stringify(literal_),async:!1,literal:literal_,message:message$1,"~run"(dataset,config$1){return _isSameValueZero(
dataset.value,this.literal)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function looseObject(entries$1,message$1){return _standardSchema(
{kind:"schema",type:"loose_object",reference:looseObject,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){let input=dataset.
value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){let valueSchema=this.entries[key];if(key in input||(valueSchema.
type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.default!==void 0){let value$1=key in input?input[key]:getDefault(
valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key,value:value$1};
for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=
valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=!1),dataset.value[key]=valueDataset.value}else if(valueSchema.
fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!=="exact_optional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nu\
llish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))
break}if(!dataset.issues||!config$1.abortEarly)for(let key in input)_isValidObjectKey(input,key)&&!Object.prototype.hasOwnProperty.call(this.entries,key)&&(dataset.
value[key]=input[key])}else _addIssue(this,"type",dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:"schema",
type:"nullable",reference:nullable,expects:`(${wrapped.expects} | null)`,async:!1,wrapped,default:default_,"~run"(dataset,config$1){return dataset.value===null&&
(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.value===null)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}
function nullish(wrapped,default_){return _standardSchema({kind:"schema",type:"nullish",reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:!1,
wrapped,default:default_,"~run"(dataset,config$1){return(dataset.value===null||dataset.value===void 0)&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,
config$1)),dataset.value===null||dataset.value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function number(message$1){return _standardSchema(
{kind:"schema",type:"number",reference:number,expects:"number",async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.value=="number"&&!isNaN(
dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function object(entries$1,message$1){return _standardSchema({kind:"schema",type:"\
object",reference:object,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input==
"object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){let valueSchema=this.entries[key];if(key in input||(valueSchema.type==="exact_optional"||
valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.default!==void 0){let value$1=key in input?input[key]:getDefault(valueSchema),valueDataset=valueSchema["\
~run"]({value:value$1},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key,value:value$1};for(let issue of valueDataset.issues)
issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){
dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=!1),dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(
valueSchema);else if(valueSchema.type!=="exact_optional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nullish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,
expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))break}}else _addIssue(this,"type",dataset,config$1);return dataset}})}
function optional(wrapped,default_){return _standardSchema({kind:"schema",type:"optional",reference:optional,expects:`(${wrapped.expects} | undefined)`,async:!1,
wrapped,default:default_,"~run"(dataset,config$1){return dataset.value===void 0&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.
value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:"schema",
type:"picklist",reference:picklist,expects:_joinExpects(options.map(_stringify),"|"),async:!1,options,message:message$1,"~run"(dataset,config$1){return this.options.
includes(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:"\
schema",type:"record",reference:record,expects:"Object",async:!1,key,value:value$1,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&
typeof input=="object"){dataset.typed=!0,dataset.value={};for(let entryKey in input)if(_isValidObjectKey(input,entryKey)){let entryValue=input[entryKey],keyDataset=this.
key["~run"]({value:entryKey},config$1);if(keyDataset.issues){let pathItem={type:"object",origin:"key",input,key:entryKey,value:entryValue};for(let issue of keyDataset.
issues)issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=keyDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}let valueDataset=this.
value["~run"]({value:entryValue},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key:entryKey,value:entryValue};for(let issue of valueDataset.
issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.
abortEarly){dataset.typed=!1;break}}(!keyDataset.typed||!valueDataset.typed)&&(dataset.typed=!1),keyDataset.typed&&(dataset.value[keyDataset.value]=valueDataset.
value)}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:"schema",type:"string",reference:string,
expects:"string",async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.value=="string"?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),
dataset}})}function _subIssues(datasets){let issues;if(datasets)for(let dataset of datasets)if(issues)for(let issue of dataset.issues)issues.push(issue);else issues=
dataset.issues;return issues}function union(options,message$1){return _standardSchema({kind:"schema",type:"union",reference:union,expects:_joinExpects(options.map(
option=>option.expects),"|"),async:!1,options,message:message$1,"~run"(dataset,config$1){let validDataset,typedDatasets,untypedDatasets;for(let schema of this.options){
let optionDataset=schema["~run"]({value:dataset.value},config$1);if(optionDataset.typed)if(optionDataset.issues)typedDatasets?typedDatasets.push(optionDataset):
typedDatasets=[optionDataset];else{validDataset=optionDataset;break}else untypedDatasets?untypedDatasets.push(optionDataset):untypedDatasets=[optionDataset]}if(validDataset)
return validDataset;if(typedDatasets){if(typedDatasets.length===1)return typedDatasets[0];_addIssue(this,"type",dataset,config$1,{issues:_subIssues(typedDatasets)}),
dataset.typed=!0}else{if(untypedDatasets?.length===1)return untypedDatasets[0];_addIssue(this,"type",dataset,config$1,{issues:_subIssues(untypedDatasets)})}return dataset}})}
function unknown(){return _standardSchema({kind:"schema",type:"unknown",reference:unknown,expects:"unknown",async:!1,"~run"(dataset){return dataset.typed=!0,dataset}})}
function variant(key,options,message$1){return _standardSchema({kind:"schema",type:"variant",reference:variant,expects:"Object",async:!1,key,options,message:message$1,
"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){let outputDataset,maxDiscriminatorPriority=0,invalidDiscriminatorKey=this.key,
expectedDiscriminators=[],parseOptions=(variant$1,allKeys)=>{for(let schema of variant$1.options){if(schema.type==="variant")parseOptions(schema,new Set(allKeys).
add(schema.key));else{let keysAreValid=!0,currentPriority=0;for(let currentKey of allKeys){let discriminatorSchema=schema.entries[currentKey];if(currentKey in input?
discriminatorSchema["~run"]({typed:!1,value:input[currentKey]},ABORT_EARLY_CONFIG).issues:discriminatorSchema.type!=="exact_optional"&&discriminatorSchema.type!==
"optional"&&discriminatorSchema.type!=="nullish"){keysAreValid=!1,invalidDiscriminatorKey!==currentKey&&(maxDiscriminatorPriority<currentPriority||maxDiscriminatorPriority===
currentPriority&&currentKey in input&&!(invalidDiscriminatorKey in input))&&(maxDiscriminatorPriority=currentPriority,invalidDiscriminatorKey=currentKey,expectedDiscriminators=
[]),invalidDiscriminatorKey===currentKey&&expectedDiscriminators.push(schema.entries[currentKey].expects);break}currentPriority++}if(keysAreValid){let optionDataset=schema["\
~run"]({value:input},config$1);(!outputDataset||!outputDataset.typed&&optionDataset.typed)&&(outputDataset=optionDataset)}}if(outputDataset&&!outputDataset.issues)
break}};if(parseOptions(this,new Set([this.key])),outputDataset)return outputDataset;_addIssue(this,"type",dataset,config$1,{input:input[invalidDiscriminatorKey],
expected:_joinExpects(expectedDiscriminators,"|"),path:[{type:"object",origin:"value",input,key:invalidDiscriminatorKey,value:input[invalidDiscriminatorKey]}]})}else
_addIssue(this,"type",dataset,config$1);return dataset}})}function parse(schema,input,config$1){let dataset=schema["~run"]({value:input},getGlobalConfig(config$1));
if(dataset.issues)throw new ValiError(dataset.issues);return dataset.value}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){
for(let item of pipe$1)if(item.kind!=="metadata"){if(dataset.issues&&(item.kind==="schema"||item.kind==="transformation")){dataset.typed=!1;break}(!dataset.issues||
!config$1.abortEarly&&!config$1.abortPipeEarly)&&(dataset=item["~run"](dataset,config$1))}return dataset}})}function safeParse(schema,input,config$1){let dataset=schema["\
~run"]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}var store$4,DEFAULT_CONFIG,
store$3,store$2,store$1,ValiError,EMOJI_REGEX,ISO_TIMESTAMP_REGEX,ABORT_EARLY_CONFIG,init_dist=__esm({"node_modules/valibot/dist/index.mjs"(){DEFAULT_CONFIG={lang:void 0,
message:void 0,abortEarly:void 0,abortPipeEarly:void 0};ValiError=class extends Error{constructor(issues){super(issues[0].message),this.name="ValiError",this.issues=
issues}},EMOJI_REGEX=new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoj\
i}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u2\
0E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$","u"),ISO_TIMESTAMP_REGEX=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
ABORT_EARLY_CONFIG={abortEarly:!0}}});function described(schema,meaning2){return pipe(schema,description(meaning2))}var init_described=__esm({"src/contract/described.ts"(){"use strict";init_dist()}});var FiniteNumberSchema,init_finite_number=__esm({"src/contract/finite-number.ts"(){"use strict";init_dist();FiniteNumberSchema=pipe(number(),finite())}});function addUsage(a,b){return combine(a,b,(one,other)=>one+other)}function usageSince(now,before){return combine(now,before,(one,other)=>Math.max(0,one-other))}
function combine(a,b,op){return{totalTokens:op(a.totalTokens,b.totalTokens),inputTokens:op(a.inputTokens,b.inputTokens),cachedInputTokens:op(a.cachedInputTokens,
b.cachedInputTokens),cacheWriteInputTokens:op(a.cacheWriteInputTokens,b.cacheWriteInputTokens),outputTokens:op(a.outputTokens,b.outputTokens),reasoningOutputTokens:op(
a.reasoningOutputTokens,b.reasoningOutputTokens)}}var UsageSchema,NO_TOKENS,init_usage=__esm({"src/contract/usage.ts"(){"use strict";init_dist();init_finite_number();
UsageSchema=object({totalTokens:FiniteNumberSchema,inputTokens:FiniteNumberSchema,cachedInputTokens:FiniteNumberSchema,cacheWriteInputTokens:optional(FiniteNumberSchema,
0),outputTokens:FiniteNumberSchema,reasoningOutputTokens:FiniteNumberSchema}),NO_TOKENS={totalTokens:0,inputTokens:0,cachedInputTokens:0,cacheWriteInputTokens:0,
outputTokens:0,reasoningOutputTokens:0}}});function isProgress(fact){switch(fact.kind){case"usageUpdated":case"retrying":case"errorReported":case"noticed":case"clockJumped":return!1;default:return!0}}var PHASES,
PhaseSchema,itemId,label,status,message,FactSchema,init_fact=__esm({"src/contract/fact.ts"(){"use strict";init_dist();init_described();init_usage();PHASES=["que\
ued","starting","running","thinking","investigating","editing","verifying","reviewing","finalizing","cancelling","stopping","done","failed","cancelled"],PhaseSchema=
picklist(PHASES),itemId=described(string(),"Codex's id of the item."),label=described(string(),"The item in a few words, as progress lines show it."),status=described(
picklist(["completed","failed","declined"]),"How it ended."),message=described(string(),"What was said, in a sentence."),FactSchema=variant("kind",[described(object(
{kind:literal("itemStarted"),itemId,label,phase:described(PhaseSchema,"What the job is at, in a word."),command:described(boolean(),"Whether it is a shell comma\
nd: while one runs, the idle clock stands still."),said:described(optional(literal(!0)),"A thought or a word: nothing was done by it.")}),"The turn begins an it\
em: a command, a change, a tool call, a message, a thought."),described(object({kind:literal("itemEnded"),itemId,label,status}),"An item has ended. Of a command\
 `commandCompleted` says so instead, and of a change of files `filesChanged`."),described(object({kind:literal("turnRenamed"),turnId:described(string(),"Codex's\
 id of the turn from now on: what an interrupt must call it.")}),"The turn has another name than the one that it started with, as that of a review does."),described(
object({kind:literal("streamed")}),"Some of an item has come: a sign of progress, without its text."),described(object({kind:literal("messageStreamed"),itemId,text:described(
string(),"What was written since the last of these.")}),"More of a message that is being written. What it came to, `messageCompleted` says."),described(object({
kind:literal("messageCompleted"),text:described(string(),"The message.")}),"Codex has said something; the last of these becomes the answer."),described(object({
kind:literal("reviewCompleted"),text:described(string(),"What was found.")}),"Codex's own review has its findings."),described(object({kind:literal("reasoningCo\
mpleted"),sections:described(array(string()),"The summary, in parts.")}),"Codex has summed up what it thought."),described(object({kind:literal("commandComplete\
d"),itemId,command:described(string(),"The command, on one line and without the shell that Codex puts in front; cut at 200 characters."),exitCode:described(nullable(
number()),"Null when it has none: it was declined, or ended by force."),status}),"A shell command has ended, and its item with it."),described(object({kind:literal(
"filesChanged"),itemId,paths:described(array(string()),"The files, moved ones under both names. A long list is cut on the bus, and its last member says so."),status}),
"Codex has changed files, or was not allowed to: the item has ended."),described(object({kind:literal("subAgentStarted"),threadId:described(string(),"Its Codex \
thread."),label}),"The turn has begun a sub-agent."),described(object({kind:literal("usageUpdated"),usage:described(UsageSchema,"The tokens of this attempt so f\
ar, those of its sub-agents included.")}),"Codex has counted tokens."),described(object({kind:literal("retrying"),message}),"A request of Codex to its model fai\
led, and is tried again."),described(object({kind:literal("errorReported"),message}),"An error that Codex does not try again: the turn is about to fail."),described(
object({kind:literal("noticed"),message}),"Codex points something out."),described(object({kind:literal("clockJumped"),byMs:described(number(),"How far it went \
ahead; below 0, back.")}),"The wall clock went ahead or back against the monotonic one: the machine slept, or somebody set it.")])}});function messageOf(error){return error instanceof Error?error.message:String(error)}var REASONS,ReasonSchema,Fault,init_fault=__esm({"src/contract/fault.ts"(){"\
use strict";init_dist();REASONS=["app_server_exited","app_server_unresponsive","app_server_start_failed","broker_lost","worker_crashed","queue_timeout","start_t\
imeout","idle_timeout","deadline_exceeded","turn_failed","turn_interrupted","usage_limit","unauthorized","context_window","server_overloaded","protocol_error","\
launch_failed","orphaned","internal"],ReasonSchema=picklist(REASONS),Fault=class _Fault extends Error{name="Fault";reason;constructor(reason2,message2,options){
super(message2,options),this.reason=reason2}static from(error,reason2="internal"){return error instanceof _Fault?error:new _Fault(reason2,messageOf(error),{cause:error})}toData(){
return{reason:this.reason,message:this.message}}}}});var customAlphabet,init_non_secure=__esm({"node_modules/nanoid/non-secure/index.js"(){customAlphabet=(alphabet,defaultSize=21)=>(size=defaultSize)=>{let id="",i=size|
0;for(;i-- >0;)id+=alphabet[Math.random()*alphabet.length|0];return id}}});function shortId(jobId2){return jobId2.slice(jobId2.lastIndexOf("-")+1)}function idsOfKey(key){return[...new Set(JOB_KINDS.map(kind2=>jobIdOfKey(kind2,key)))]}function jobIdOfKey(kind2,key){
let digest=sha256Hex(key),text2=BigInt(`0x${digest}`).toString(36).padStart(50,"0");return`${PREFIXES[kind2]}-${text2.slice(-17,-8)}-${text2.slice(-8)}`}function isJobId(text2){
return JOB_ID.test(text2)}function newBrokerId(){return`broker-${randomPart()}`}function newRunTag(){return`${randomPart()}${randomPart()}`}function newNonce(){
return randomPart()}function threadNameOf(kind2,summary){return`${kind2==="task"?TASK_THREAD_PREFIX:"Codex Companion: "}${summary}`}var randomPart,JOB_KINDS,JobKindSchema,
PREFIXES,JOB_ID,JobIdSchema,BrokerKeySchema,TASK_THREAD_PREFIX,init_ids=__esm({"src/contract/ids.ts"(){"use strict";init_non_secure();init_dist();init_sha256();
randomPart=customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz",8),JOB_KINDS=["task","review","adversarial-review","stop-gate-review"],JobKindSchema=picklist(JOB_KINDS),
PREFIXES={task:"task",review:"review","adversarial-review":"review","stop-gate-review":"gate"},JOB_ID=/^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u,JobIdSchema=
pipe(string(),regex(JOB_ID,"not a job id")),BrokerKeySchema=pipe(string(),regex(/^[\w-]{1,64}$/u,"not a broker key"));TASK_THREAD_PREFIX="Codex Companion Task: "}});var InstantSchema,init_instant=__esm({"src/contract/instant.ts"(){"use strict";init_dist();InstantSchema=pipe(string(),isoTimestamp(),check2(text2=>!Number.isNaN(
Date.parse(text2)),"not a moment"))}});function isDeeper(value,levels){return typeof value!="object"||value===null?!1:levels===0||Object.values(value).some(member=>isDeeper(member,levels-1))}var MAX_JSON_DEPTH,
JsonObjectSchema,init_json=__esm({"src/contract/json.ts"(){"use strict";init_dist();MAX_JSON_DEPTH=100,JsonObjectSchema=custom(value=>typeof value=="object"&&value!==
null&&!Array.isArray(value)&&!isDeeper(value,MAX_JSON_DEPTH),`not a JSON object of at most ${MAX_JSON_DEPTH} levels`)}});var ProcessIdentitySchema,init_process_identity=__esm({"src/contract/process-identity.ts"(){"use strict";init_dist();init_described();ProcessIdentitySchema=object(
{bootId:described(string(),"Which run of the machine."),pid:described(pipe(number(),integer(),minValue(2)),"Its number, which others get after it."),startTime:described(
string(),"When it started, as the kernel says it: tells it from others with the same pid.")})}});var ReviewTargetSchema,ReviewSubjectSchema,init_review=__esm({"src/contract/review.ts"(){"use strict";init_dist();ReviewTargetSchema=variant("mode",[object({mode:literal(
"working-tree"),label:string()}),object({mode:literal("branch"),label:string(),baseRef:string()})]),ReviewSubjectSchema=object({target:ReviewTargetSchema,explicit:boolean(),
repoRoot:string(),branch:string(),summary:nullable(string())})}});function mayWrite({sandbox}){return sandbox!=="read-only"}function isFinished(job){return job.status!=="queued"&&job.status!=="running"}var JOB_SCHEMA_VERSION,MAX_PROMPT_CHARS,
MAX_DURATION_MS,EFFORTS,EffortSchema,SANDBOXES,SandboxSchema,APPROVAL_RULES,ApprovalRuleSchema,DurationSchema,ClocksSchema,MAX_RETRIES,RequestFields,JobRequestSchema,
MAX_KEY_CHARS,JobKeySchema,JobSpecSchema,ResolvedSchema,MAX_UNFINISHED_CHARS,WorkSchema,OpenItemSchema,QuestionSchema,STOP_CAUSES,StopCauseSchema,JOB_STATUSES,JobStatusSchema,
OwnerSchema,TransitionSchema,common,InterruptionSchema,Running,JobRecordSchema,init_job=__esm({"src/contract/job.ts"(){"use strict";init_dist();init_described();
init_fact();init_fault();init_finite_number();init_ids();init_instant();init_json();init_process_identity();init_review();init_usage();JOB_SCHEMA_VERSION=1,MAX_PROMPT_CHARS=
1048576,MAX_DURATION_MS=2147483647,EFFORTS=["none","minimal","low","medium","high","xhigh"],EffortSchema=picklist(EFFORTS),SANDBOXES=["read-only","workspace-wri\
te","danger-full-access"],SandboxSchema=picklist(SANDBOXES),APPROVAL_RULES=["decline","accept","ask"],ApprovalRuleSchema=picklist(APPROVAL_RULES),DurationSchema=
pipe(number(),integer(),minValue(0),maxValue(MAX_DURATION_MS)),ClocksSchema=object({queueMs:DurationSchema,startMs:DurationSchema,idleMs:DurationSchema,hardMs:DurationSchema}),
MAX_RETRIES=10,RequestFields=object({prompt:pipe(string(),maxLength(MAX_PROMPT_CHARS)),sandbox:nullable(SandboxSchema),network:optional(boolean(),!1),addDirs:optional(
array(string()),[]),onApproval:optional(ApprovalRuleSchema,"decline"),model:nullable(string()),effort:nullable(EffortSchema),resumeThreadId:nullable(string()),review:optional(
nullable(ReviewSubjectSchema),null),outputSchema:optional(nullable(JsonObjectSchema),null),retries:optional(pipe(number(),integer(),minValue(0),maxValue(MAX_RETRIES)),
0),clocks:ClocksSchema}),JobRequestSchema=pipe(RequestFields,check2(({prompt,review})=>prompt!==""||review!==null,"a job needs a prompt, or something to review"));
MAX_KEY_CHARS=200,JobKeySchema=pipe(string(),minLength(1),maxLength(MAX_KEY_CHARS)),JobSpecSchema=object({id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),
sessionId:nullable(string()),key:optional(nullable(JobKeySchema),null),retryOf:optional(nullable(JobIdSchema),null),foreground:optional(boolean(),!1),cwd:string(),
request:JobRequestSchema}),ResolvedSchema=object({model:described(nullable(string()),"The model."),effort:described(nullable(string()),"Its reasoning effort."),
sandbox:described(nullable(string()),"The sandbox, in Codex's words."),approvalPolicy:described(nullable(string()),"When Codex asks to be allowed something."),codexVersion:described(
nullable(string()),"The version of Codex.")}),MAX_UNFINISHED_CHARS=1e5,WorkSchema=object({lastMessage:nullable(string()),unfinished:optional(nullable(object({itemId:string(),
text:string()})),null),reasoningSummary:array(string()),touchedFiles:array(string()),commands:array(object({command:string(),exitCode:nullable(number())})),childThreadIds:array(
string()),usage:nullable(UsageSchema),earlierUsage:optional(nullable(UsageSchema),null),lastNotice:nullable(string()),clockJumpMs:optional(FiniteNumberSchema,0),
acted:optional(boolean(),!1)}),OpenItemSchema=object({itemId:string(),label:string(),command:boolean(),since:InstantSchema}),QuestionSchema=object({id:described(
string(),"Names it in the answer."),what:described(picklist(["a command","a file change"]),"What is asked for."),subject:described(string(),"The command, or the\
 files."),since:described(InstantSchema,"When it was asked. There is a deadline for the answer.")}),STOP_CAUSES=["cancel","queue_timeout","start_timeout","idle_\
timeout","deadline_exceeded"],StopCauseSchema=picklist(STOP_CAUSES),JOB_STATUSES=["queued","running","completed","failed","cancelled"],JobStatusSchema=picklist(
JOB_STATUSES),OwnerSchema=object({brokerKey:described(BrokerKeySchema,"Names its folder of state."),brokerId:described(string(),"Which broker it was."),codexHome:described(
string(),"The CODEX_HOME that it serves."),codexPath:described(string(),"The Codex that it runs.")}),TransitionSchema=object({at:InstantSchema,event:string(),source:string(),
detail:nullable(string())}),common={schemaVersion:literal(JOB_SCHEMA_VERSION),rev:FiniteNumberSchema,id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),
sessionId:nullable(string()),key:optional(nullable(JobKeySchema),null),retryOf:optional(nullable(JobIdSchema),null),foreground:optional(boolean(),!1),workspaceRoot:string(),
cwd:string(),request:JobRequestSchema,owner:OwnerSchema,attempt:FiniteNumberSchema,logFile:string(),createdAt:InstantSchema,updatedAt:InstantSchema,phase:PhaseSchema,
threadId:nullable(string()),turnId:nullable(string()),resolved:nullable(ResolvedSchema),work:WorkSchema,openItems:array(OpenItemSchema),questions:optional(array(
QuestionSchema),[]),lastEventAt:nullable(InstantSchema),lastProgressAt:nullable(InstantSchema),history:array(TransitionSchema)},InterruptionSchema=object({attempted:described(
boolean(),"Codex was asked to interrupt the turn."),confirmed:described(boolean(),"It said that it has.")}),Running=object({...common,status:literal("running"),
startedAt:InstantSchema,deadlineAt:nullable(InstantSchema),broker:ProcessIdentitySchema,appServer:ProcessIdentitySchema,stopping:nullable(object({cause:StopCauseSchema,
at:InstantSchema}))}),JobRecordSchema=variant("status",[object({...common,status:literal("queued"),retryAt:optional(nullable(InstantSchema),null)}),Running,object(
{...common,status:literal("completed"),startedAt:InstantSchema,completedAt:InstantSchema,finalMessage:string()}),object({...common,status:literal("failed"),startedAt:nullable(
InstantSchema),completedAt:InstantSchema,reason:ReasonSchema,errorMessage:string(),comeBackAt:optional(nullable(InstantSchema),null),interruption:nullable(InterruptionSchema)}),
object({...common,status:literal("cancelled"),startedAt:nullable(InstantSchema),completedAt:InstantSchema,interruption:nullable(InterruptionSchema)})])}});var require_ms=__commonJS({"node_modules/ms/index.js"(exports2,module2){var s=1e3,m=s*60,h=m*60,d=h*24,w=d*7,y=d*365.25;module2.exports=function(val,options){options=
options||{};var type=typeof val;if(type==="string"&&val.length>0)return parse3(val);if(type==="number"&&isFinite(val))return options.long?fmtLong(val):fmtShort(
val);throw new Error("val is not a non-empty string or a valid number. val="+JSON.stringify(val))};function parse3(str){if(str=String(str),!(str.length>100)){var match=/^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.
exec(str);if(match){var n=parseFloat(match[1]),type=(match[2]||"ms").toLowerCase();switch(type){case"years":case"year":case"yrs":case"yr":case"y":return n*y;case"\
weeks":case"week":case"w":return n*w;case"days":case"day":case"d":return n*d;case"hours":case"hour":case"hrs":case"hr":case"h":return n*h;case"minutes":case"min\
ute":case"mins":case"min":case"m":return n*m;case"seconds":case"second":case"secs":case"sec":case"s":return n*s;case"milliseconds":case"millisecond":case"msecs":case"\
msec":case"ms":return n;default:return}}}}function fmtShort(ms2){var msAbs=Math.abs(ms2);return msAbs>=d?Math.round(ms2/d)+"d":msAbs>=h?Math.round(ms2/h)+"h":msAbs>=
m?Math.round(ms2/m)+"m":msAbs>=s?Math.round(ms2/s)+"s":ms2+"ms"}function fmtLong(ms2){var msAbs=Math.abs(ms2);return msAbs>=d?plural(ms2,msAbs,d,"day"):msAbs>=h?
plural(ms2,msAbs,h,"hour"):msAbs>=m?plural(ms2,msAbs,m,"minute"):msAbs>=s?plural(ms2,msAbs,s,"second"):ms2+" ms"}function plural(ms2,msAbs,n,name){var isPlural=msAbs>=
n*1.5;return Math.round(ms2/n)+" "+name+(isPlural?"s":"")}}});function plainText(text2){return UNCLEAN.test(text2)?text2.replaceAll(`\r
`,`
`).replace(SEQUENCES,"").replace(CONTROLS,""):text2}function oneLine(text2,limit){let flat=plainText(text2).replace(WIDE_SPACE," ").trim();return flat.length<=limit?
flat:`${flat.slice(0,limit-1).replace(new RegExp("\\p{Cs}$","u"),"")}\u2026`}var STRING,CSI,SHORT,SEQUENCES,CONTROL,CONTROLS,UNCLEAN,WIDE_SPACE,init_plain_text=__esm(
{"src/util/plain-text.ts"(){"use strict";STRING="(?:\x1B[\\]PX^_]|[\x90\x98\x9D-\x9F])[^\x07\x1B\x80-\x9F]*(?:\x07|\x1B\\\\|\x9C)",CSI="(?:\x1B\\[|\x9B)[0-?]*[ -/]*[@-\
~]",SHORT="\x1B[ -/]*[0-~]",SEQUENCES=new RegExp(`${STRING}|${CSI}|${SHORT}`,"gu"),CONTROL=String.raw`[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]`,CONTROLS=new RegExp(
CONTROL,"gu"),UNCLEAN=new RegExp(CONTROL,"u"),WIDE_SPACE=/\s{2,}|[^\S ]/gu}});function openRegularFile(file,flags=import_node_fs8.constants.O_RDONLY,mode){let descriptor=openNoFollow(file,flags,mode);if((0,import_node_fs8.fstatSync)(descriptor).
isFile())return descriptor;throw(0,import_node_fs8.closeSync)(descriptor),new FileRefused(file,"it is not a regular file")}function readRegularFile(file,maxBytes){
let descriptor=openRegularFile(file);try{let{size}=(0,import_node_fs8.fstatSync)(descriptor);if(size>maxBytes)throw new FileRefused(file,`it has ${size} bytes o\
f at most ${maxBytes}`);return readAll(descriptor,maxBytes).toString("utf8")}finally{(0,import_node_fs8.closeSync)(descriptor)}}function readAll(descriptor,maxBytes){
let chunks=[];for(let done=0;done<maxBytes;){let chunk=Buffer.allocUnsafe(Math.min(CHUNK_BYTES,maxBytes-done)),read3=(0,import_node_fs8.readSync)(descriptor,chunk);
if(read3===0)break;chunks.push(chunk.subarray(0,read3)),done+=read3}return Buffer.concat(chunks)}function openNoFollow(file,flags,mode){try{return(0,import_node_fs8.openSync)(
file,flags|import_node_fs8.constants.O_NOFOLLOW|import_node_fs8.constants.O_NONBLOCK,mode)}catch(error){throw errorCode(error)==="ELOOP"?new FileRefused(file,"i\
t is a symbolic link"):error}}var import_node_fs8,CHUNK_BYTES,FileRefused,init_regular_file=__esm({"src/util/regular-file.ts"(){"use strict";import_node_fs8=require("node:fs");
init_system_error();CHUNK_BYTES=65536,FileRefused=class extends Error{name="FileRefused";why;constructor(file,why){super(`Refusing to use "${file}": ${why} (rem\
ove it)`),this.why=why}}}});function deferred(){let resolve2=()=>{},reject=()=>{};return{promise:new Promise((ok,fail)=>{resolve2=ok,reject=fail}),resolve:resolve2,reject}}var init_deferred=__esm(
{"src/util/deferred.ts"(){"use strict"}});function windowsProgram(name,systemRoot=ownSystemRoot()){let root=import_node_path11.default.win32.isAbsolute(systemRoot)?systemRoot:"C:\\Windows";return import_node_path11.default.
win32.join(root,PLACES[name])}function ownSystemRoot(){return process.env.SystemRoot??""}var import_node_path11,PLACES,init_windows_program=__esm({"src/util/win\
dows-program.ts"(){"use strict";import_node_path11=__toESM(require("node:path"),1),PLACES={cmd:"System32\\cmd.exe",taskkill:"System32\\taskkill.exe",powershell:"\
System32\\WindowsPowerShell\\v1.0\\powershell.exe"}}});function signalWay(platform,pid,signal,reach){return platform!=="win32"?{id:"kill",target:reach==="group"?-pid:pid}:signal!=="SIGKILL"?{id:"none"}:{id:"run",command:[
windowsProgram("taskkill"),"/T","/F","/PID",String(pid)]}}function signalProcess(pid,signal,reach){let way=signalWay(process.platform,pid,signal,reach);if(way.id===
"none")return!1;if(way.id==="run")return run(way.command);try{return process.kill(way.target,signal)}catch{return!1}}function run([program,...args]){return(0,import_node_child_process.spawnSync)(
program,args,{stdio:"ignore",timeout:TASKKILL_MS,windowsHide:!0}).status===0}var import_node_child_process,TASKKILL_MS,HAS_PROCESS_GROUPS,init_process_tree=__esm(
{"src/util/process-tree.ts"(){"use strict";import_node_child_process=require("node:child_process");init_windows_program();TASKKILL_MS=5e3;HAS_PROCESS_GROUPS=process.
platform!=="win32"}});function monotonicMs(){let[seconds3,nanoseconds]=process.hrtime();return seconds3*1e3+nanoseconds/1e6}var init_monotonic=__esm({"src/util/monotonic.ts"(){"use s\
trict"}});function remembering(ask2,exists2,clock=()=>monotonicMs()){let seen=new Map,now=pid=>{let what=exists2(pid)?ask2(pid):ABSENT;return what.kind==="seen"?seen.set(
pid,{what,atMs:clock()}):seen.delete(pid),what};return{now,unlessSeen:(pid,startTime)=>{let last2=seen.get(pid),counts=last2?.what.startTime===startTime&&clock()-
last2.atMs<BELIEVED_MS&&exists2(pid);return last2!==void 0&&counts?last2.what:now(pid)}}}var BELIEVED_MS,ABSENT,init_recently_seen=__esm({"src/status/recently-s\
een.ts"(){"use strict";init_monotonic();BELIEVED_MS=2e3;ABSENT={kind:"absent"}}});function observe(pid,startTime){if(!Number.isSafeInteger(pid)||pid<=0)return{kind:"absent"};if(process.platform==="linux"){let stat=readProc(pid,"stat");return stat===
null?exists(pid)?{kind:"unreadable"}:{kind:"absent"}:parseStat(stat)}return startTime===void 0||process.platform!=="win32"?slowly.now(pid):slowly.unlessSeen(pid,
startTime)}function parseStat(stat){let fields=stat.slice(stat.lastIndexOf(")")+2).split(" "),startTime=fields[19];return startTime===void 0?{kind:"unreadable"}:
{kind:"seen",state:stateOf(fields[0]??""),startTime}}function processQuery(platform,pid){if(platform!=="win32")return["/bin/ps","-p",String(pid),"-o","stat=,lst\
art="];let query=`"R $((Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks)"`;return[windowsProgram("powershell"),"-NoProfile","-NonInteractive","-Comman\
d",query]}function tableRemedy(platform=process.platform){return platform==="linux"?"mount /proc":`see what "${processQuery(platform,process.pid)[0]}" says`}function parseQuery(platform,printed){
let lines=(printed??"").split(/\r?\n/u).filter(line2=>line2.trim()!==""),match=lines.length===1?(platform==="win32"?TICKS_LINE:PS_LINE).exec(lines[0]?.trim()??""):
null;return match?.[1]===void 0||match[2]===void 0?{kind:"unreadable"}:{kind:"seen",state:stateOf(match[1]),startTime:match[2]}}function stateOf(letters){return/^[ZX]/u.
test(letters)?"zombie":/^[Tt]/u.test(letters)?"stopped":"running"}function queryProcess(platform,pid){let[file,...args]=processQuery(platform,pid);try{return(0,import_node_child_process2.execFileSync)(
file,args,{encoding:"utf8",stdio:["ignore","pipe","ignore"],timeout:QUERY_MS,windowsHide:!0,...platform==="win32"?{}:{env:{LC_ALL:"C",TZ:"UTC"}}})}catch{return null}}
function exists(pid){try{return process.kill(pid,0)}catch(error){return errorCode(error)!=="ESRCH"}}function processIds(){return(0,import_node_fs10.readdirSync)(
"/proc").filter(name=>/^\d+$/u.test(name)).map(Number)}function readProc(pid,file){try{return(0,import_node_fs10.readFileSync)(`/proc/${pid}/${file}`,"latin1")}catch{
return null}}function readBootId(){if(process.platform!=="linux")return NO_BOOT_ID;let bootId2=(0,import_node_fs10.readFileSync)("/proc/sys/kernel/random/boot_i\
d","latin1").trim(),namespace=pidNamespace();return namespace===MACHINE_NAMESPACE?bootId2:`${bootId2}${WITHIN}${namespace}`}function isOutside(otherBootId,ownBootId2){
return ownBootId2.startsWith(`${otherBootId}${WITHIN}`)}function pidNamespace(){try{return(0,import_node_fs10.readlinkSync)("/proc/self/ns/pid")}catch{return MACHINE_NAMESPACE}}
var import_node_child_process2,import_node_fs10,NO_BOOT_ID,MACHINE_NAMESPACE,WITHIN,QUERY_MS,SHOWS_ENVIRONMENTS,slowly,PS_LINE,TICKS_LINE,init_process_table=__esm(
{"src/status/process-table.ts"(){"use strict";import_node_child_process2=require("node:child_process"),import_node_fs10=require("node:fs");init_system_error();init_windows_program();
init_recently_seen();NO_BOOT_ID="none",MACHINE_NAMESPACE="pid:[4026531836]",WITHIN=" within ",QUERY_MS=5e3,SHOWS_ENVIRONMENTS=process.platform==="linux";slowly=
remembering(pid=>parseQuery(process.platform,queryProcess(process.platform,pid)),exists);PS_LINE=/^([A-Z?][A-Za-z<+]*)\s+(\S.*\d{1,2}[:.]\d{2}[:.]\d{2}.*)$/u,TICKS_LINE=
/^(R)\s+(\d{15,20})$/u}});function self(){if(ownIdentity??=identify(process.pid)??void 0,ownIdentity===void 0)throw new Error(`Cannot tell the start time of pid ${process.pid}: the proce\
ss table is not readable (${tableRemedy()})`);return ownIdentity}function identify(pid){let seen=observe(pid);return seen.kind==="seen"&&seen.state!=="zombie"?{
bootId:bootId(),pid,startTime:seen.startTime}:null}function isAlive(identity){return probe(identity)==="alive"}function isRunning(pid){let seen=observe(pid);return seen.
kind==="unreadable"||seen.kind==="seen"&&seen.state!=="zombie"}function probe(identity){return decide(identity,bootId(),observe(identity.pid,identity.startTime))}
function decide(identity,currentBootId,seen){if(isOutside(identity.bootId,currentBootId))return"alive";if(identity.bootId!==currentBootId)return"rebooted";switch(seen.
kind){case"absent":return"gone";case"unreadable":return"alive";case"seen":return seen.startTime!==identity.startTime?"reused":seen.state==="zombie"?"zombie":"al\
ive"}}function signalIfSame(identity,signal){return send(identity,signal,"process")}function signalGroupIfSame(identity,signal){return send(identity,signal,"gro\
up")}function send(identity,signal,reach){return!Number.isSafeInteger(identity.pid)||identity.pid<=1||!isAmongOurs(identity,observe(identity.pid))?!1:signalProcess(
identity.pid,signal,reach)}function isAmongOurs(identity,seen){return identity.bootId===bootId()&&decide(identity,bootId(),seen)==="alive"}function bootId(){return ownBootId??=
readBootId(),ownBootId}var ownIdentity,ownBootId,init_liveness=__esm({"src/status/liveness.ts"(){"use strict";init_process_tree();init_process_table()}});function afterDeadline(ms2,late){let turn,timer=setTimeout(()=>{turn=setImmediate(late)},ms2);return()=>{clearTimeout(timer),clearImmediate(turn)}}async function within2(promise,ms2,what){
let cancel2=()=>{},expiry=new Promise((_,reject)=>{cancel2=afterDeadline(ms2,()=>reject(new DeadlineExceeded(what,ms2)))});try{return await Promise.race([promise,
expiry])}finally{cancel2()}}async function settledWithin(promise,ms2){let settled=promise.then(()=>!0,()=>!0);try{return await within2(settled,ms2,"the work")}catch{
return!1}}var DeadlineExceeded,init_deadline=__esm({"src/util/deadline.ts"(){"use strict";DeadlineExceeded=class extends Error{name="DeadlineExceeded";what;ms;constructor(what,ms2){
super(`No answer from ${what} within ${ms2} ms`),this.what=what,this.ms=ms2}}}});var Tail,init_tail=__esm({"src/util/tail.ts"(){"use strict";Tail=class{#limit;#chunks=[];#bytes=0;constructor(limit){this.#limit=limit}push(chunk){this.#chunks.
push(chunk),this.#bytes+=chunk.length,this.#bytes>2*this.#limit&&this.#compact()}toString(){return this.#compact(),Buffer.concat(this.#chunks).toString("utf8")}#compact(){
let all=Buffer.concat(this.#chunks),kept=Buffer.from(all.subarray(Math.max(0,all.length-this.#limit)));this.#chunks=[kept],this.#bytes=kept.length}}}});async function stopChild(child,identity,exited,frozen){return!frozen&&(child.stdin?.end(),await settledWithin(exited,STDIN_RUNG_MS)||signalIfSame(identity,"SIGT\
ERM")&&await settledWithin(exited,TERM_RUNG_MS))?!0:(signalIfSame(identity,"SIGKILL"),settledWithin(exited,KILL_RUNG_MS))}var STDIN_RUNG_MS,TERM_RUNG_MS,KILL_RUNG_MS,
init_stop_ladder=__esm({"src/broker/child/stop-ladder.ts"(){"use strict";init_liveness();init_deadline();STDIN_RUNG_MS=1500,TERM_RUNG_MS=1e3,KILL_RUNG_MS=1e3}});async function lastWords(stderr){let tail=new Tail(STDERR_TAIL_BYTES);return stderr.on("data",chunk=>tail.push(chunk)),await settledWithin((0,import_node_events.once)(
stderr,"close"),LAST_WORDS_MS),["it ended at once",tail.toString().trim()].filter(Boolean).join("; ")}function startFault(command,why,cause){let message2=`Canno\
t start "${command} app-server": ${why} (run "codex app-server" by hand to see more)`;return new Fault("app_server_start_failed",message2,{cause})}var import_node_child_process3,
import_node_events,STDERR_TAIL_BYTES,THREAD_UNLOAD_S,LAST_WORDS_MS,AppServerProcess,init_process=__esm({"src/broker/child/process.ts"(){"use strict";import_node_child_process3=
require("node:child_process"),import_node_events=require("node:events");init_fault();init_liveness();init_deadline();init_tail();init_stop_ladder();STDERR_TAIL_BYTES=
8*1024,THREAD_UNLOAD_S=5,LAST_WORDS_MS=250,AppServerProcess=class _AppServerProcess{command;identity;stdin;stdout;stderr;exited;#child;constructor(command,child,identity,exited){
this.command=command,this.#child=child,this.identity=identity,this.stdin=child.stdin,this.stdout=child.stdout,this.stderr=child.stderr,this.exited=exited}static async start({
codex,cwd,environment}){let command=[codex.command,...codex.script].join(" "),appServer=["app-server","-c",`thread_unload_delay_secs=${THREAD_UNLOAD_S}`],child=(0,import_node_child_process3.spawn)(
codex.command,[...codex.script,...appServer],{cwd,env:{...environment,...codex.environment},stdio:["pipe","pipe","pipe"],windowsHide:!0}),exited=new Promise(resolve2=>{
child.once("exit",(code,signal)=>resolve2({code,signal}))});try{await(0,import_node_events.once)(child,"spawn")}catch(error){throw startFault(command,messageOf(
error),error)}child.stdin.on("error",()=>{});let identity=child.pid===void 0?null:identify(child.pid);if(identity===null)throw startFault(command,await lastWords(
child.stderr));return new _AppServerProcess(command,child,identity,exited)}end({frozen=!1}={}){return stopChild(this.#child,this.identity,this.exited,frozen)}}}});function readBrokerLabel(file){try{let parsed2=safeParse(BrokerLabelSchema,JSON.parse(readRegularFile(file,MAX_LABEL_BYTES)));return parsed2.success?parsed2.output:
null}catch{return null}}var MAX_LABEL_BYTES,BrokerLabelSchema,RUN_TAG_VARIABLE,init_broker_label=__esm({"src/status/broker-label.ts"(){"use strict";init_dist();
init_process_identity();init_regular_file();MAX_LABEL_BYTES=65536,BrokerLabelSchema=object({process:ProcessIdentitySchema,brokerId:string(),version:string(),startedAt:string(),
endpoint:string(),events:string(),proof:optional(string()),runTag:string(),codexPath:string(),codexHome:string()}),RUN_TAG_VARIABLE="CODEX_COMPANION_RUN"}});function temporaryFor(file){return counter+=1,`${file}.${process.pid}-${counter}.tmp`}function isTemporary(name){return name.endsWith(".tmp")}function writeFileAtomic(file,content,durable){
let temporary=temporaryFor(file),descriptor=(0,import_node_fs11.openSync)(temporary,"wx",384);try{try{(0,import_node_fs11.writeFileSync)(descriptor,content),durable&&
(0,import_node_fs11.fsyncSync)(descriptor)}finally{(0,import_node_fs11.closeSync)(descriptor)}renameFile(temporary,file)}catch(error){throw(0,import_node_fs11.rmSync)(
temporary,{force:!0}),error}durable&&syncDirectory(import_node_path12.default.dirname(file))}var import_node_fs11,import_node_path12,counter,init_atomic_file=__esm(
{"src/util/atomic-file.ts"(){"use strict";import_node_fs11=require("node:fs"),import_node_path12=__toESM(require("node:path"),1);init_directory_entry();counter=
Math.floor(Math.random()*2**40)}});function*backoff(firstMs,maxMs){for(let delay=firstMs;;delay=Math.min(delay*2,maxMs))yield delay*(.75+Math.random()*.25)}var init_backoff=__esm({"src/util/backo\
ff.ts"(){"use strict"}});function removeIfPossible(file){try{return removeFile(file),!0}catch{return!1}}var init_remove_file=__esm({"src/status/remove-file.ts"(){"use strict";init_directory_entry()}});function writeError(file,error){let code=errorCode(error),remedy=code===null?void 0:REMEDIES[code];return new Error(`Cannot write "${file}": ${messageOf(error)}${remedy===
void 0?"":` (${remedy})`}`,{cause:error})}var REMEDIES,init_write_error=__esm({"src/status/write-error.ts"(){"use strict";init_fault();init_system_error();REMEDIES=
{ENOSPC:"free some disk space",EDQUOT:"free some disk space",EACCES:"check the owner and mode of its directory",EPERM:"check the owner and mode of its directory",
EROFS:"choose a place that can be written with CODEX_COMPANION_STATE_DIR"}}});function tryAcquire(directory,request){ensurePrivateDirectory(directory);let[holding]=liveClaims(directory);if(holding!==void 0)return{ok:!1,heldBy:holding.holder};
let at=Date.now(),name=`claim.${at.toString(36).padStart(9,"0")}.${process.pid}.${newNonce()}`,content={...self(),...request,at:new Date(at).toISOString()};writeClaim(
within(directory,name),content);let rival=rivalOf(directory,name);return rival!==null?(withdraw(directory,name),{ok:!1,heldBy:rival.holder}):(removeDead(directory),
{ok:!0,lock:{isHeld:()=>(0,import_node_fs12.existsSync)(within(directory,name)),release:()=>withdraw(directory,name)}})}async function acquire(directory,request){
let{role,holder,timeoutMs}=request,worthwhile=request.while??(other=>other.role==="reader"),endAtMs=monotonicMs()+timeoutMs;for(let delay of backoff(2,50)){let attempt=tryAcquire(
directory,{role,holder});if(attempt.ok||!worthwhile(attempt.heldBy)||monotonicMs()>=endAtMs)return attempt;await(0,import_promises.setTimeout)(delay)}throw new Error(
"Unexpected end of an endless back-off")}function inspect(directory){return liveClaims(directory)[0]?.holder??null}function deadClaims(directory){return namesIn(
directory).filter(name=>{let[,owner]=CLAIM.exec(name)??[],[,writer]=CLAIM_TEMPORARY.exec(name)??[];return owner!==void 0?readHolder(within(directory,name),Number(
owner))===null:writer!==void 0&&!isRunning(Number(writer))})}function writeClaim(file,content){try{writeFileAtomic(file,`${JSON.stringify(content)}
`,!1)}catch(error){throw writeError(file,error)}}function rivalOf(directory,name){let endAtMs=monotonicMs()+TIE_BOUND_MS;for(;;){let[first4,second]=liveClaims(directory),
rival=first4?.name===name?second:first4;if(rival===void 0)return null;if(rival.name<name||monotonicMs()>=endAtMs)return rival;pauseSync(TIE_PAUSE_MS)}}function liveClaims(directory){
return namesIn(directory).sort().flatMap(name=>{let pid=CLAIM.exec(name)?.[1];if(pid===void 0)return[];let holder=readHolder(within(directory,name),Number(pid));
return holder===null?[]:[{name,holder}]})}function readHolder(file,pid){let content;try{content=readRegularFile(file,MAX_CLAIM_BYTES)}catch(error){return isMissing(
error)?null:unreadableHolder(pid)}let holder=parseHolder(content);return holder===null||holder.pid!==pid?unreadableHolder(pid):isAlive(holder)?holder:null}function unreadableHolder(pid){
if(!isRunning(pid))return null;let{bootId:bootId2,startTime}=identify(pid)??{bootId:"unknown",startTime:"unknown"};return{bootId:bootId2,pid,startTime,role:"bro\
ker",holder:"unknown",at:"unknown"}}function parseHolder(content){try{let parsed2=safeParse(LockHolderSchema,JSON.parse(content));return parsed2.success?parsed2.
output:null}catch{return null}}function removeDead(directory){for(let name of deadClaims(directory))removeIfPossible(within(directory,name))}function withdraw(directory,name){
removeFile(within(directory,name))}var import_node_fs12,import_promises,LockHolderSchema,TIE_BOUND_MS,TIE_PAUSE_MS,MAX_CLAIM_BYTES,CLAIM,CLAIM_TEMPORARY,init_lock=__esm(
{"src/status/lock.ts"(){"use strict";import_node_fs12=require("node:fs"),import_promises=require("node:timers/promises");init_dist();init_ids();init_process_identity();
init_atomic_file();init_backoff();init_directory_entry();init_monotonic();init_names_in();init_pause_sync();init_private_directory();init_regular_file();init_system_error();
init_within();init_liveness();init_remove_file();init_write_error();LockHolderSchema=object({...ProcessIdentitySchema.entries,role:picklist(["broker","reader","\
writer"]),holder:string(),at:string()}),TIE_BOUND_MS=1e3,TIE_PAUSE_MS=1,MAX_CLAIM_BYTES=4096,CLAIM=/^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+$/u,CLAIM_TEMPORARY=/^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+\..*\.tmp$/u}});function noteProgram(directory,pid){let identity=identify(pid);if(identity===null)return()=>{};let file=within(directory,String(pid));try{return(0,import_node_fs13.mkdirSync)(
directory,{recursive:!0,mode:448}),(0,import_node_fs13.writeFileSync)(file,JSON.stringify(identity),{mode:384}),()=>removeIfPossible(file)}catch{return()=>{}}}function endPrograms(directory){
return namesIn(directory).filter(name=>{let identity=noted(within(directory,name));return identity!==null&&signalGroupIfSame(identity,"SIGKILL")}).length}function noted(file){
try{let parsed2=safeParse(ProcessIdentitySchema,JSON.parse(readRegularFile(file,MAX_NOTE_BYTES)));return parsed2.success?parsed2.output:null}catch{return null}}
var import_node_fs13,MAX_NOTE_BYTES,init_running_programs=__esm({"src/status/running-programs.ts"(){"use strict";import_node_fs13=require("node:fs");init_dist();
init_process_identity();init_names_in();init_regular_file();init_within();init_liveness();init_remove_file();MAX_NOTE_BYTES=4096}});function taggedProcesses(){return SHOWS_ENVIRONMENTS?processIds().flatMap(pid=>{if(pid===process.pid||pid===1)return[];let environment=environmentOf(pid),tag=valueIn(
environment,RUN_TAG_VARIABLE);if(tag===null)return[];let identity=identify(pid);if(identity===null||environmentOf(pid)!==environment)return[];let stateRoot=valueIn(
environment,"CODEX_COMPANION_STATE_DIR"),threadId=valueIn(environment,THREAD_VARIABLE);return[{identity,tag,program:programOf(pid),stateRoot,threadId}]}):null}function sweepRun(runTag){
return sweep(({tag})=>tag===runTag)}function sweepThreads(runTag,threadIds){return sweep(({tag,threadId})=>tag===runTag&&threadId!==null&&threadIds.includes(threadId))}
async function sweep(isMeant){let killed=new Set;for(let round=0;round<SWEEP_ROUNDS;round+=1){let left=(taggedProcesses()??[]).filter(isMeant);if(left.length===
0)break;for(let{identity}of left)signalIfSame(identity,"SIGKILL")&&killed.add(`${identity.pid} ${identity.startTime}`);await(0,import_promises2.setTimeout)(SWEEP_PAUSE_MS)}
return killed.size}function environmentOf(pid){return readProc(pid,"environ")??""}function valueIn(environment,variable){let start2=`\0${variable}=`,at=`\0${environment}`.
indexOf(start2);if(at===-1)return null;let[value=""]=environment.slice(at+start2.length-1).split("\0",1);return Buffer.from(value,"latin1").toString("utf8")}function programOf(pid){
let[program=""]=(readProc(pid,"cmdline")??"").split("\0");return program.slice(program.lastIndexOf("/")+1)}var import_promises2,SWEEP_ROUNDS,SWEEP_PAUSE_MS,THREAD_VARIABLE,
init_tagged_processes=__esm({"src/status/tagged-processes.ts"(){"use strict";import_promises2=require("node:timers/promises");init_broker_label();init_liveness();
init_process_table();SWEEP_ROUNDS=50,SWEEP_PAUSE_MS=10,THREAD_VARIABLE="CODEX_THREAD_ID"}});function readPast(text2){let parsed2=safeParse(pipe(string(),parseJson(),PastSchema),text2);return parsed2.success?parsed2.output:NO_PAST}function pastAfter(past,reason2,detectedInMs){
let loss=LOSSES.find(known2=>known2===reason2);return loss===void 0?past:{restarts:past.restarts+1,loss:detectedInMs===null?past.loss:{reason:loss,detectedInMs}}}
var LOSSES,PastSchema,NO_PAST,init_past=__esm({"src/broker/past.ts"(){"use strict";init_dist();LOSSES=["app_server_exited","app_server_unresponsive"],PastSchema=
object({restarts:number(),loss:nullable(object({reason:picklist(LOSSES),detectedInMs:number()}))}),NO_PAST={restarts:0,loss:null}}});function endpointOf(socketPath){if(!import_node_path14.default.isAbsolute(socketPath))throw new Error(`Cannot use "${socketPath}" for a socket: the path is not \
absolute (give the whole path)`);if(!fitsSocket(socketPath))throw new Error(`Cannot use "${socketPath}" for a socket: the path is longer than ${MAX_SOCKET_PATH_BYTES}\
 bytes (choose a shorter directory)`);return`ipc://${socketPath}`}function portEndpoint(address2,serverKey){return`${address2}${KEY}${encodeURIComponent(serverKey)}`}
function shownEndpoint(endpoint){return parted(endpoint)[0]}function parted(endpoint){let at=endpoint.startsWith("tcp://")?endpoint.indexOf(KEY):-1;return at===
-1?[endpoint,null]:[endpoint.slice(0,at),endpoint.slice(at+KEY.length)]}var import_node_path14,KEY,init_endpoint=__esm({"src/bus/endpoint.ts"(){"use strict";import_node_path14=
__toESM(require("node:path"),1);init_local_endpoint();KEY="?serverKey="}});function newSecret(){return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex")}var init_secret=__esm({"src/util/secret.ts"(){"use strict"}});function newStart(config,place2,workspaceRoot){let brokerId=newBrokerId();return{identity:{brokerId,version:VERSION,workspaceRoot,owner:{brokerKey:place2.key,brokerId,
codexHome:config.codexHome,codexPath:place2.codex.path},endpoint:listenAddress(place2.sockets.control,newSecret),events:endpointOf(place2.sockets.events),...isPipe(
place2.sockets.control)?{proof:newSecret()}:{}},startedAt:new Date,tag:{variable:RUN_TAG_VARIABLE,value:newRunTag()}}}function labelOf({identity,startedAt,tag}){
return{process:self(),brokerId:identity.brokerId,version:identity.version,startedAt:startedAt.toISOString(),endpoint:identity.endpoint,events:identity.events,...identity.
proof===void 0?{}:{proof:identity.proof},runTag:tag.value,codexPath:identity.owner.codexPath,codexHome:identity.owner.codexHome}}var init_start=__esm({"src/brok\
er/start.ts"(){"use strict";init_endpoint();init_ids();init_version();init_broker_label();init_liveness();init_local_endpoint();init_secret()}});function startSuccessor(entry,workspaceRoot,ended,onError){let told=["--crashes",String(ended.crashes),"--past",JSON.stringify(ended.past)],child=(0,import_node_child_process4.spawn)(
process.execPath,[entry,"--workspace",workspaceRoot,...told],{cwd:workspaceRoot,detached:!0,stdio:["ignore","ignore","inherit"],windowsHide:!0});child.on("error",
onError),child.unref()}var import_node_child_process4,MAX_CRASHES_IN_A_ROW,init_successor=__esm({"src/broker/successor.ts"(){"use strict";import_node_child_process4=
require("node:child_process"),MAX_CRASHES_IN_A_ROW=3}});function readThreadProgram(folder){return new Map(NAMES.map(name=>[name,(0,import_node_fs15.readFileSync)(within(folder,name),"utf8")]))}function textOf(file){try{
return(0,import_node_fs15.readFileSync)(file,"utf8")}catch{return null}}var import_node_fs15,import_node_url,ENTRY,NAMES,ThreadFiles,init_thread_files=__esm({"s\
rc/broker/thread-files.ts"(){"use strict";import_node_fs15=require("node:fs"),import_node_url=require("node:url");init_atomic_file();init_private_directory();init_within();
ENTRY="thread.mjs",NAMES=[ENTRY,"pool-thread.cjs"];ThreadFiles=class{#program;#folder;constructor(program,folder){this.#program=program,this.#folder=folder,this.
keepWritten()}get entry(){return(0,import_node_url.pathToFileURL)(within(this.#folder,ENTRY)).href}keepWritten(){let wrong=[...this.#program].filter(([name,text2])=>textOf(
within(this.#folder,name))!==text2);wrong.length>0&&ensurePrivateDirectory(this.#folder);for(let[name,text2]of wrong)writeFileAtomic(within(this.#folder,name),text2,
!1);return wrong.length>0}}}});function isJobEvent(event){return event.type.startsWith("job.")}function streamOf(event){return isJobEvent(event)?jobStream(event.jobId):BROKER_STREAM}function jobStream(id){
return`job.${id}`}function endsStream(event){return event.type==="job.completed"||event.type==="job.failed"||event.type==="job.cancelled"}var EVENT_VERSION,jobId,
SHUTDOWN_CAUSES,ShutdownCauseSchema,LogRangeSchema,reason,interruption,JobEventSchema,BrokerEventSchema,BusEventSchema,EnvelopeSchema,BROKER_STREAM,init_event=__esm(
{"src/contract/event.ts"(){"use strict";init_dist();init_described();init_fact();init_fault();init_ids();init_instant();init_job();init_process_identity();EVENT_VERSION=
1,jobId=described(JobIdSchema,"The job."),SHUTDOWN_CAUSES=["idle","superseded","stopped","signal","app_server_exited","app_server_unresponsive","app_server_star\
t_failed","internal"],ShutdownCauseSchema=picklist(SHUTDOWN_CAUSES),LogRangeSchema=object({start:described(number(),"The first byte of the lines."),end:described(
number(),"The byte after the last one.")}),reason=described(ReasonSchema,"Why, of the closed set: programs match on it."),interruption=described(nullable(InterruptionSchema),
"How the interrupt of the turn went. Null: there was no turn to interrupt, or it had ended."),JobEventSchema=variant("type",[described(object({type:literal("job\
.queued"),jobId,kind:described(JobKindSchema,"What kind of job it is."),title:described(string(),'What people call such a job, such as "Codex Task".'),summary:described(
string(),"The job in a line: the beginning of its prompt, or what is reviewed.")}),"The job is accepted, and stored: from here on it ends, whatever happens. It \
waits for its turn."),described(object({type:literal("job.started"),jobId,title:described(string(),"As in `job.queued`."),deadlineAt:described(nullable(InstantSchema),
"When its hard deadline ends it; null: it has none."),broker:described(ProcessIdentitySchema,"The broker that runs it."),appServer:described(ProcessIdentitySchema,
"The Codex app-server that it runs on.")}),"An attempt begins. The start clock and the hard deadline run from here. With retries there may be several."),described(
object({type:literal("job.threadReady"),jobId,threadId:described(string(),"The Codex thread, for `codex resume`."),resolved:described(ResolvedSchema,"What Codex\
 said it would really use.")}),"Its Codex thread is open: a new one, or the one that it goes on with."),described(object({type:literal("job.turnStarted"),jobId,
turnId:described(string(),"Codex's id of the turn.")}),"Its turn has started: from here on the idle clock runs."),described(object({type:literal("job.progressed"),
jobId,facts:described(array(FactSchema),"What the turn reported since the last of these, in its order.")}),"Something has happened in the turn."),described(object(
{type:literal("job.asked"),jobId,question:described(QuestionSchema,"What Codex asks to be allowed.")}),"Codex asks for more than its sandbox allows, and somebod\
y is to answer (`--on-approval ask`)."),described(object({type:literal("job.answered"),jobId,questionId:described(string(),"The `id` of the question."),decision:described(
picklist(["accept","decline"]),"What was answered."),by:described(string(),"Who answered, in words.")}),"A question was answered, by somebody or by its deadline\
."),described(object({type:literal("job.stopping"),jobId,cause:described(StopCauseSchema,"A cancel, or the clock that has run out.")}),"The job is to end: its t\
urn is interrupted, and what it had started is ended."),described(object({type:literal("job.adopted"),jobId,owner:described(OwnerSchema,"The broker that answers\
 for it now.")}),"The job had waited for a broker that is gone; another one has taken it over."),described(object({type:literal("job.retrying"),jobId,reason,message:described(
string(),"How the attempt was lost, in a sentence."),attempt:described(number(),"The number of the attempt that is to come."),of:described(number(),"How many at\
tempts there may be."),retryAt:described(InstantSchema,"It begins no earlier than this.")}),"An attempt was lost before it had done anything. The job waits for \
the next."),described(object({type:literal("job.completed"),jobId,finalMessage:described(string(),"The answer. Long ones are cut here, with a mark; the record h\
as the whole.")}),"The end: the turn has completed."),described(object({type:literal("job.failed"),jobId,reason,message:described(string(),"The same in a senten\
ce."),comeBackAt:described(optional(InstantSchema),"When Codex may be used again, for a job that a usage limit has ended."),interruption}),"The end: the job cou\
ld not be completed. What there was of it is in its record."),described(object({type:literal("job.cancelled"),jobId,by:described(string(),"Who ended it, in word\
s."),interruption}),"The end: somebody has ended the job.")]),BrokerEventSchema=variant("type",[described(object({type:literal("broker.started"),process:described(
ProcessIdentitySchema,"The broker's process."),version:described(string(),"The version of codex-companion that it is of."),workspaceRoot:described(string(),"The\
 workspace that it serves.")}),"A broker serves the workspace: its first event."),described(object({type:literal("broker.draining")}),"It takes no more jobs, an\
d ends when those that it has have ended."),described(object({type:literal("broker.shuttingDown"),cause:described(ShutdownCauseSchema,"Why."),message:described(
string(),"The same in a sentence."),exitStatus:described(number(),"What its process will exit with."),successor:described(boolean(),"Whether another broker take\
s over the jobs that wait.")}),"The broker ends: its last event. One that is killed has no time for it."),described(object({type:literal("appServer.ready"),process:described(
ProcessIdentitySchema,"The app-server's process."),version:described(string(),"The version of Codex."),startedInMs:described(number(),"How long it took to come \
up.")}),"The Codex app-server answers: jobs can start."),described(object({type:literal("appServer.exited"),code:described(nullable(number()),"Its exit status; \
null when a signal has ended it, or nothing could."),signal:described(nullable(string()),"That signal."),stderrTail:described(string(),"The end of what it had w\
ritten to its standard error.")}),"The app-server has ended, and nobody had told it to. The broker fails what runs and ends, too."),described(object({type:literal(
"appServer.unresponsive"),silentMs:described(number(),"For how long it has not answered.")}),"The app-server runs and does not answer any more. It is ended."),described(
object({type:literal("appServer.garbled"),lines:described(number(),"How many there were so far. It is told of the 1st, the 10th, the 100th and so on."),sample:described(
string(),"The beginning of the last one.")}),"The app-server wrote lines that are no messages. They are skipped.")]),BusEventSchema=variant("type",[...JobEventSchema.
options,...BrokerEventSchema.options]),EnvelopeSchema=object({v:described(literal(EVENT_VERSION),"The version of this form."),brokerId:described(string(),"The b\
roker that says so. Each broker counts its own events: a number means nothing without it."),seq:described(number(),"The number of the event among all of this br\
oker, from 1, without a gap."),streamSeq:described(number(),"Its number among those of its stream: of its job, or of all that belong to no job."),at:described(InstantSchema,
"When it happened: ISO 8601, in UTC, by the clock on the wall."),log:described(nullable(LogRangeSchema),"Where its lines are in the job's log, in bytes. Null: i\
t has none, or the log was begun anew."),event:described(BusEventSchema,"What happened.")});BROKER_STREAM="broker"}});function transportOf(abilities=import_zeromq.capability){if(abilities.ipc===!0)return"ipc";if(abilities.curve===!0)return"tcp";throw new Error("Cannot publish e\
vents: this build of zeromq has neither local sockets nor encryption (install the one of the registry: npm install zeromq)")}async function bindFile(socket,socketPath){
let endpoint=endpointOf(socketPath);if(socketAt(socketPath)==="other")throw new Error(`Cannot bind "${socketPath}": what is there is not a socket (move it away)`);
removeSocketFile(socketPath);try{await socket.bind(endpoint)}catch(cause){throw new Error(`Cannot bind "${socketPath}" (check that its directory exists and is w\
ritable)`,{cause})}return{endpoint,reopen:()=>hasLostFile(socketPath)?(socket.bindSync(endpoint),!0):!1}}async function bindPort(socket,abilities=import_zeromq.capability){
if(abilities.curve!==!0)throw new Error("Cannot open a port for events: this build of zeromq does not encrypt");let{publicKey,secretKey}=(0,import_zeromq.curveKeyPair)();
socket.curveServer=!0,socket.curveSecretKey=secretKey;try{await socket.bind("tcp://127.0.0.1:*")}catch(cause){throw new Error("Cannot open a port on 127.0.0.1 f\
or events",{cause})}let address2=socket.lastEndpoint;if(socket.securityMechanism!=="curve")throw new Error("Cannot open a port for events: it would not encrypt");
if(address2===null)throw new Error("Cannot open a port for events: ZeroMQ does not say which");return{endpoint:portEndpoint(address2,publicKey),reopen:()=>!1}}var import_zeromq,
init_binding=__esm({"src/bus/binding.ts"(){"use strict";import_zeromq=require("zeromq");init_local_endpoint();init_endpoint()}});function checkedRead(options){try{if(!currentUnpackr.trusted&&!sequentialMode){let sharedLength=currentStructures.sharedLength||0;sharedLength<currentStructures.
length&&(currentStructures.length=sharedLength)}let result;if(arrayAllocationBudget=srcEnd-position,currentUnpackr._readStruct&&src[position]<64&&src[position]>=
32?(result=currentUnpackr._readStruct(src,position,srcEnd),src=null,!(options&&options.lazy)&&result&&(result=result.toJSON()),position=srcEnd):result=read2(),bundledStrings&&
(position=bundledStrings.postBundlePosition,bundledStrings=null),sequentialMode&&(currentStructures.restoreStructures=null),position==srcEnd)currentStructures&&
currentStructures.restoreStructures&&restoreStructures(),currentStructures=null,src=null,referenceMap&&(referenceMap=null);else{if(position>srcEnd)throw new Error(
"Unexpected end of MessagePack data");if(!sequentialMode){let jsonView;try{jsonView=JSON.stringify(result,(_,value)=>typeof value=="bigint"?`${value}n`:value).slice(
0,100)}catch(error){jsonView="(JSON view not available "+error+")"}throw new Error("Data read, but end of buffer not reached "+jsonView)}}return result}catch(error){
throw currentStructures&&currentStructures.restoreStructures&&restoreStructures(),clearSource(),classifyIncomplete(error),error}}function classifyIncomplete(error){
!error||typeof error!="object"||(position>srcEnd?error.incomplete=!0:nestedUnpackErrors.has(error)?error.incomplete&&(error.incomplete=!1):(error instanceof RangeError&&
position+8>srcEnd||typeof error.message=="string"&&error.message.startsWith("Unexpected end of buffer"))&&(error.incomplete=!0))}function restoreStructures(){for(let id in currentStructures.
restoreStructures)currentStructures[id]=currentStructures.restoreStructures[id];currentStructures.restoreStructures=null}function read2(){let token=src[position++];
if(token<160)if(token<128){if(token<64)return token;{let structure=currentStructures[token&63]||currentUnpackr.getStructures&&loadStructures()[token&63];return structure?
(structure.read||(structure.read=createStructureReader(structure,token&63)),structure.read()):token}}else if(token<144)if(token-=128,currentUnpackr.mapsAsObjects){
let object2={};for(let i=0;i<token;i++){let key=readKey();key==="__proto__"&&(key="__proto_"),object2[key]=read2()}return object2}else{let map=new Map;for(let i=0;i<
token;i++)map.set(read2(),read2());return map}else{token-=144;let array3=new Array(token);for(let i=0;i<token;i++)array3[i]=read2();return currentUnpackr.freezeData?
Object.freeze(array3):array3}else if(token<192){let length=token-160;if(srcStringEnd>=position)return srcString.slice(position-srcStringStart,(position+=length)-
srcStringStart);if(srcStringEnd==0&&srcEnd<140){let string2=length<16?shortStringInJS(length):longStringInJS(length);if(string2!=null)return string2}return readFixedString(
length)}else{let value;switch(token){case 192:return null;case 193:return bundledStrings?(value=read2(),value>0?bundledStrings[1].slice(bundledStrings.position1,
bundledStrings.position1+=value):bundledStrings[0].slice(bundledStrings.position0,bundledStrings.position0-=value)):C1;case 194:return!1;case 195:return!0;case 196:
if(value=src[position++],value===void 0)throw new Error("Unexpected end of buffer");return readBin(value);case 197:if(value=dataView.getUint16(position),position+=
2,value>srcEnd-position)throw endOfMessagePackError(position+value);return readBin(value);case 198:if(value=dataView.getUint32(position),position+=4,value>srcEnd-
position)throw endOfMessagePackError(position+value);return readBin(value);case 199:return readExt(src[position++]);case 200:return value=dataView.getUint16(position),
position+=2,readExt(value);case 201:return value=dataView.getUint32(position),position+=4,readExt(value);case 202:if(value=dataView.getFloat32(position),currentUnpackr.
useFloat32>2){let multiplier=mult10[(src[position]&127)<<1|src[position+1]>>7];return position+=4,(multiplier*value+(value>0?.5:-.5)>>0)/multiplier}return position+=
4,value;case 203:return value=dataView.getFloat64(position),position+=8,value;case 204:return src[position++];case 205:return value=dataView.getUint16(position),
position+=2,value;case 206:return value=dataView.getUint32(position),position+=4,value;case 207:return currentUnpackr.int64AsType==="number"?(value=dataView.getUint32(
position)*4294967296,value+=dataView.getUint32(position+4)):currentUnpackr.int64AsType==="string"?value=dataView.getBigUint64(position).toString():currentUnpackr.
int64AsType==="auto"?(value=dataView.getBigUint64(position),value<=BigInt(2)<<BigInt(52)&&(value=Number(value))):value=dataView.getBigUint64(position),position+=
8,value;case 208:return dataView.getInt8(position++);case 209:return value=dataView.getInt16(position),position+=2,value;case 210:return value=dataView.getInt32(
position),position+=4,value;case 211:return currentUnpackr.int64AsType==="number"?(value=dataView.getInt32(position)*4294967296,value+=dataView.getUint32(position+
4)):currentUnpackr.int64AsType==="string"?value=dataView.getBigInt64(position).toString():currentUnpackr.int64AsType==="auto"?(value=dataView.getBigInt64(position),
value>=BigInt(-2)<<BigInt(52)&&value<=BigInt(2)<<BigInt(52)&&(value=Number(value))):value=dataView.getBigInt64(position),position+=8,value;case 212:if(value=src[position++],
value==114)return recordDefinition(src[position++]&63);{let extension=currentExtensions[value];if(extension){if(extension.read)return position++,extension.read(
read2());if(extension.noBuffer)return position++,extension();if(position>=srcEnd)throw endOfMessagePackError();return extension(src.subarray(position,++position))}else
throw new Error("Unknown extension "+value)}case 213:return value=src[position],value==114?(position++,recordDefinition(src[position++]&63,src[position++])):readExt(
2);case 214:return readExt(4);case 215:return readExt(8);case 216:return readExt(16);case 217:return value=src[position++],srcStringEnd>=position?srcString.slice(
position-srcStringStart,(position+=value)-srcStringStart):readString8(value);case 218:if(value=dataView.getUint16(position),position+=2,value>srcEnd-position)throw endOfMessagePackError(
position+value);return srcStringEnd>=position?srcString.slice(position-srcStringStart,(position+=value)-srcStringStart):readString16(value);case 219:if(value=dataView.
getUint32(position),position+=4,value>srcEnd-position)throw endOfMessagePackError(position+value);return srcStringEnd>=position?srcString.slice(position-srcStringStart,
(position+=value)-srcStringStart):readString32(value);case 220:return value=dataView.getUint16(position),position+=2,readArray(value);case 221:return value=dataView.
getUint32(position),position+=4,readArray(value);case 222:return value=dataView.getUint16(position),position+=2,readMap(value);case 223:return value=dataView.getUint32(
position),position+=4,readMap(value);default:if(token>=224)return token-256;throw token===void 0?endOfMessagePackError():new Error("Unknown MessagePack token "+
token)}}}function createStructureReader(structure,firstId){function readObject(){if(readObject.count++>inlineObjectReadThreshold){let optimizedReadObject;try{optimizedReadObject=
structure.read=new Function("r","return function(){return "+(currentUnpackr.freezeData?"Object.freeze":"")+"({"+structure.map(key=>key==="__proto__"?"__proto_:r\
()":validName.test(key)?key+":r()":"["+JSON.stringify(key)+"]:r()").join(",")+"})}")(read2)}catch{return inlineObjectReadThreshold=1/0,readObject()}return structure.
read0=optimizedReadObject,structure.highByte===0&&(structure.read=createSecondByteReader(firstId,structure.read)),optimizedReadObject()}let object2={};for(let i=0,
l=structure.length;i<l;i++){let key=structure[i];key==="__proto__"&&(key="__proto_"),object2[key]=read2()}return currentUnpackr.freezeData?Object.freeze(object2):
object2}return readObject.count=0,structure.read0=readObject,structure.highByte===0?createSecondByteReader(firstId,readObject):readObject}function loadStructures(){
let loadedStructures=saveState(()=>(src=null,currentUnpackr.getStructures()));return currentStructures=currentUnpackr._mergeStructures(loadedStructures,currentStructures)}
function readStringJS(length){let result;if(length<16&&(result=shortStringInJS(length)))return result;if(length>64&&decoder)return decoder.decode(src.subarray(position,
position+=length));let end2=position+length,units=[];for(result="";position<end2;){let byte1=src[position++];if((byte1&128)===0)units.push(byte1);else if((byte1&
224)===192)if(byte1<194||position>=end2||(src[position]&192)!==128)units.push(65533);else{let byte2=src[position++]&63;units.push((byte1&31)<<6|byte2)}else if((byte1&
240)===224){let byte2=position<end2?src[position]:0;if(position>=end2||(byte2&192)!==128||byte1===224&&byte2<160||byte1===237&&byte2>=160)units.push(65533);else if(position++,
position>=end2||(src[position]&192)!==128)units.push(65533);else{let byte3=src[position++]&63;units.push((byte1&31)<<12|(byte2&63)<<6|byte3)}}else if((byte1&248)===
240){let byte2=position<end2?src[position]:0;if(byte1>244||position>=end2||(byte2&192)!==128||byte1===240&&byte2<144||byte1===244&&byte2>=144)units.push(65533);else if(position++,
position>=end2||(src[position]&192)!==128)units.push(65533);else{let byte3=src[position++]&63;if(position>=end2||(src[position]&192)!==128)units.push(65533);else{
let byte4=src[position++]&63,unit2=(byte1&7)<<18|(byte2&63)<<12|byte3<<6|byte4;unit2-=65536,units.push(unit2>>>10&1023|55296),units.push(56320|unit2&1023)}}}else
units.push(65533);units.length>=4096&&(result+=fromCharCode.apply(String,units),units.length=0)}return units.length>0&&(result+=fromCharCode.apply(String,units)),
result}function endOfMessagePackError(end2){let error=new Error("Unexpected end of MessagePack data");return error.incomplete=!0,end2>srcEnd&&position<=srcEnd&&
(error.missingBytes=end2-srcEnd),error}function readArray(length){if(length>srcEnd-position||(arrayAllocationBudget-=length)<0)throw endOfMessagePackError(position+
length);let array3=new Array(length);for(let i=0;i<length;i++)array3[i]=read2();return currentUnpackr.freezeData?Object.freeze(array3):array3}function readMap(length){
if(length>(srcEnd-position)/2)throw endOfMessagePackError(position+2*length);if(currentUnpackr.mapsAsObjects){let object2={};for(let i=0;i<length;i++){let key=readKey();
key==="__proto__"&&(key="__proto_"),object2[key]=read2()}return object2}else{let map=new Map;for(let i=0;i<length;i++)map.set(read2(),read2());return map}}function longStringInJS(length){
let start2=position;if(src.latin1Slice){let end2=start2+length;if(end2>srcEnd)return;for(let i=start2;i<end2;i++)if((src[i]&128)>0)return;return position=end2,src.
latin1Slice(start2,end2)}let bytes=new Array(length);for(let i=0;i<length;i++){let byte=src[position++];if((byte&128)>0){position=start2;return}bytes[i]=byte}return fromCharCode.
apply(String,bytes)}function shortStringInJS(length){if(length<4)if(length<2){if(length===0)return"";{let a=src[position++];if((a&128)>1){position-=1;return}return fromCharCode(
a)}}else{let a=src[position++],b=src[position++];if((a&128)>0||(b&128)>0){position-=2;return}if(length<3)return fromCharCode(a,b);let c=src[position++];if((c&128)>
0){position-=3;return}return fromCharCode(a,b,c)}else{let a=src[position++],b=src[position++],c=src[position++],d=src[position++];if((a&128)>0||(b&128)>0||(c&128)>
0||(d&128)>0){position-=4;return}if(length<6){if(length===4)return fromCharCode(a,b,c,d);{let e=src[position++];if((e&128)>0){position-=5;return}return fromCharCode(
a,b,c,d,e)}}else if(length<8){let e=src[position++],f=src[position++];if((e&128)>0||(f&128)>0){position-=6;return}if(length<7)return fromCharCode(a,b,c,d,e,f);let g=src[position++];
if((g&128)>0){position-=7;return}return fromCharCode(a,b,c,d,e,f,g)}else{let e=src[position++],f=src[position++],g=src[position++],h=src[position++];if((e&128)>
0||(f&128)>0||(g&128)>0||(h&128)>0){position-=8;return}if(length<10){if(length===8)return fromCharCode(a,b,c,d,e,f,g,h);{let i=src[position++];if((i&128)>0){position-=
9;return}return fromCharCode(a,b,c,d,e,f,g,h,i)}}else if(length<12){let i=src[position++],j=src[position++];if((i&128)>0||(j&128)>0){position-=10;return}if(length<
11)return fromCharCode(a,b,c,d,e,f,g,h,i,j);let k=src[position++];if((k&128)>0){position-=11;return}return fromCharCode(a,b,c,d,e,f,g,h,i,j,k)}else{let i=src[position++],
j=src[position++],k=src[position++],l=src[position++];if((i&128)>0||(j&128)>0||(k&128)>0||(l&128)>0){position-=12;return}if(length<14){if(length===12)return fromCharCode(
a,b,c,d,e,f,g,h,i,j,k,l);{let m=src[position++];if((m&128)>0){position-=13;return}return fromCharCode(a,b,c,d,e,f,g,h,i,j,k,l,m)}}else{let m=src[position++],n=src[position++];
if((m&128)>0||(n&128)>0){position-=14;return}if(length<15)return fromCharCode(a,b,c,d,e,f,g,h,i,j,k,l,m,n);let o=src[position++];if((o&128)>0){position-=15;return}
return fromCharCode(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o)}}}}}function readOnlyJSString(){let token=src[position++],length;if(token<192)length=token-160;else switch(token){case 217:
length=src[position++];break;case 218:length=dataView.getUint16(position),position+=2;break;case 219:length=dataView.getUint32(position),position+=4;break;default:
throw new Error("Expected string")}return readStringJS(length)}function readBin(length){return currentUnpackr.copyBuffers?Uint8Array.prototype.slice.call(src,position,
position+=length):src.subarray(position,position+=length)}function readExt(length){if(length>=srcEnd-position)throw endOfMessagePackError(position+1+length);let type=src[position++];
if(currentExtensions[type]){let end2;return currentExtensions[type](src.subarray(position,end2=position+=length),readPosition=>{position=readPosition;try{return read2()}finally{
position=end2}})}else throw new Error("Unknown extension type "+type)}function readKey(){let length=src[position++];if(length>=160&&length<192){if(length=length-
160,srcStringEnd>=position)return srcString.slice(position-srcStringStart,(position+=length)-srcStringStart);if(!(srcStringEnd==0&&srcEnd<180))return readFixedString(
length)}else return position--,asSafeString(read2());if(length>srcEnd-position)throw endOfMessagePackError(position+length);let key=(length<<5^(length>1?dataView.
getUint16(position):length>0?src[position]:0))&4095,entry=keyCache[key],checkPosition=position,end2=position+length-3,chunk,i=0;if(entry&&entry.bytes==length){for(;checkPosition<
end2;){if(chunk=dataView.getUint32(checkPosition),chunk!=entry[i++]){checkPosition=1879048192;break}checkPosition+=4}for(end2+=3;checkPosition<end2;)if(chunk=src[checkPosition++],
chunk!=entry[i++]){checkPosition=1879048192;break}if(checkPosition===end2)return position=checkPosition,entry.string;end2-=3,checkPosition=position}for(entry=[],
keyCache[key]=entry,entry.bytes=length;checkPosition<end2;)chunk=dataView.getUint32(checkPosition),entry.push(chunk),checkPosition+=4;for(end2+=3;checkPosition<
end2;)chunk=src[checkPosition++],entry.push(chunk);let string2=length<16?shortStringInJS(length):longStringInJS(length);return string2!=null?entry.string=string2:
entry.string=readFixedString(length)}function asSafeString(property){if(typeof property=="string")return property;if(typeof property=="number"||typeof property==
"boolean"||typeof property=="bigint")return property.toString();if(property==null)return property+"";if(currentUnpackr.allowArraysInMapKeys&&Array.isArray(property)&&
property.flat().every(item=>["string","number","boolean","bigint"].includes(typeof item)))return property.flat().toString();throw new Error(`Invalid property ty\
pe for record: ${typeof property}. A MessagePack map with non-string keys can be decoded as a Map with mapsAsObjects: false`)}function saveState(callback){currentUnpackr&&
currentUnpackr._onSaveState&&currentUnpackr._onSaveState();let savedSrcEnd=srcEnd,savedPosition=position,savedStringPosition=stringPosition,savedSrcStringStart=srcStringStart,
savedSrcStringEnd=srcStringEnd,savedSrcString=srcString,savedStrings=strings,savedReferenceMap=referenceMap,savedBundledStrings=bundledStrings,savedArrayAllocationBudget=arrayAllocationBudget,
savedSrc=new Uint8Array(src.slice(0,srcEnd)),savedStructures=currentStructures,savedStructuresContents=currentStructures.slice(0,currentStructures.length),savedPackr=currentUnpackr,
savedSequentialMode=sequentialMode;try{return callback()}finally{srcEnd=savedSrcEnd,position=savedPosition,stringPosition=savedStringPosition,srcStringStart=savedSrcStringStart,
srcStringEnd=savedSrcStringEnd,srcString=savedSrcString,strings=savedStrings,referenceMap=savedReferenceMap,bundledStrings=savedBundledStrings,arrayAllocationBudget=
savedArrayAllocationBudget,src=savedSrc,sequentialMode=savedSequentialMode,currentStructures=savedStructures,currentStructures.splice(0,currentStructures.length,
...savedStructuresContents),currentUnpackr=savedPackr,dataView=new DataView(src.buffer,src.byteOffset,src.byteLength)}}function clearSource(){src=null,referenceMap=
null,currentStructures=null}var decoder,src,srcEnd,position,EMPTY_ARRAY,strings,stringPosition,currentUnpackr,currentStructures,srcString,srcStringStart,srcStringEnd,
bundledStrings,referenceMap,currentExtensions,dataView,arrayAllocationBudget,defaultOptions,C1Type,C1,sequentialMode,inlineObjectReadThreshold,Unpackr,nestedUnpackErrors,
validName,createSecondByteReader,readFixedString,readString8,readString16,readString32,fromCharCode,keyCache,recordDefinition,errors,typedArrays,glbl,TEMP_BUNDLE,
mult10,defaultUnpackr,unpack,unpackMultiple,decode,FLOAT32_OPTIONS,f32Array,u8Array,init_unpack=__esm({"node_modules/msgpackr/unpack.js"(){try{decoder=new TextDecoder}catch{}
position=0,EMPTY_ARRAY=[],strings=EMPTY_ARRAY,stringPosition=0,currentUnpackr={},srcStringStart=0,srcStringEnd=0,currentExtensions=[],defaultOptions={useRecords:!1,
mapsAsObjects:!0},C1Type=class{},C1=new C1Type;C1.name="MessagePack 0xC1";sequentialMode=!1,inlineObjectReadThreshold=2,Unpackr=class _Unpackr{constructor(options){
options&&(options.useRecords===!1&&options.mapsAsObjects===void 0&&(options.mapsAsObjects=!0),options.sequential&&options.trusted!==!1&&(options.trusted=!0,!options.
structures&&options.useRecords!=!1&&(options.structures=[],options.maxSharedStructures||(options.maxSharedStructures=0))),options.structures?options.structures.
sharedLength=options.structures.length:options.getStructures&&((options.structures=[]).uninitialized=!0,options.structures.sharedLength=0),options.int64AsNumber&&
(options.int64AsType="number")),Object.assign(this,options)}unpack(source,options){if(src)return saveState(()=>{clearSource();try{return this?this.unpack(source,
options):_Unpackr.prototype.unpack.call(defaultOptions,source,options)}catch(error){throw error&&typeof error=="object"&&nestedUnpackErrors.add(error),error}});
!source.buffer&&source.constructor===ArrayBuffer&&(source=typeof Buffer<"u"?Buffer.from(source):new Uint8Array(source)),typeof options=="object"?(srcEnd=options.
end||source.length,position=options.start||0):(position=0,srcEnd=options>-1?options:source.length),srcEnd>source.length&&(srcEnd=source.length),stringPosition=0,
srcStringEnd=0,srcString=null,strings=EMPTY_ARRAY,bundledStrings=null,src=source;try{dataView=source.dataView||(source.dataView=new DataView(source.buffer,source.
byteOffset,source.byteLength))}catch(error){throw src=null,source instanceof Uint8Array?error:new Error("Source must be a Uint8Array or Buffer but was a "+(source&&
typeof source=="object"?source.constructor.name:typeof source))}if(this instanceof _Unpackr){if(currentUnpackr=this,this.structures)return currentStructures=this.
structures,checkedRead(options);(!currentStructures||currentStructures.length>0)&&(currentStructures=[])}else currentUnpackr=defaultOptions,(!currentStructures||
currentStructures.length>0)&&(currentStructures=[]);return checkedRead(options)}unpackMultiple(source,forEach){let values,lastPosition=0;try{sequentialMode=!0;let size=source.
length,value=this?this.unpack(source,size):defaultUnpackr.unpack(source,size);if(forEach){if(forEach(value,lastPosition,position)===!1)return;for(;position<size;)
if(lastPosition=position,forEach(checkedRead(),lastPosition,position)===!1)return}else{for(values=[value];position<size;)lastPosition=position,values.push(checkedRead());
return values}}catch(error){throw error.lastPosition=lastPosition,error.values=values,error}finally{sequentialMode=!1,clearSource()}}_mergeStructures(loadedStructures,existingStructures){
this._onLoadedStructures&&(loadedStructures=this._onLoadedStructures(loadedStructures)),loadedStructures=loadedStructures||[],Object.isFrozen(loadedStructures)&&
(loadedStructures=loadedStructures.map(structure=>structure.slice(0)));for(let i=0,l=loadedStructures.length;i<l;i++){let structure=loadedStructures[i];structure&&
(structure.isShared=!0,i>=32&&(structure.highByte=i-32>>5))}loadedStructures.sharedLength=loadedStructures.length;for(let id in existingStructures||[])if(id>=0){
let structure=loadedStructures[id],existing2=existingStructures[id];existing2&&(structure&&((loadedStructures.restoreStructures||(loadedStructures.restoreStructures=
[]))[id]=structure),loadedStructures[id]=existing2)}return this.structures=loadedStructures}decode(source,options){return this.unpack(source,options)}},nestedUnpackErrors=
new WeakSet;validName=/^[a-zA-Z_$][a-zA-Z\d_$]*$/;createSecondByteReader=(firstId,read0)=>function(){let highByte=src[position++];if(highByte===0)return read0();
let id=firstId<32?-(firstId+(highByte<<5)):firstId+(highByte<<5),structure=currentStructures[id]||loadStructures()[id];if(!structure)throw new Error("Record id \
is not defined for "+id);return structure.read||(structure.read=createStructureReader(structure,firstId)),structure.read()};readFixedString=readStringJS,readString8=
readStringJS,readString16=readStringJS,readString32=readStringJS;fromCharCode=String.fromCharCode;keyCache=new Array(4096);recordDefinition=(id,highByte)=>{let structure=read2().
map(asSafeString),firstByte=id;highByte!==void 0&&(id=id<32?-((highByte<<5)+id):(highByte<<5)+id,structure.highByte=highByte);let existingStructure=currentStructures[id];
return existingStructure&&(existingStructure.isShared||sequentialMode)&&((currentStructures.restoreStructures||(currentStructures.restoreStructures=[]))[id]=existingStructure),
currentStructures[id]=structure,structure.read=createStructureReader(structure,firstByte),(structure.read0||structure.read)()};currentExtensions[0]=()=>{};currentExtensions[0].
noBuffer=!0;currentExtensions[66]=data=>{let headLength=data.byteLength%8||8,head=BigInt(data[0]&128?data[0]-256:data[0]);for(let i=1;i<headLength;i++)head<<=BigInt(
8),head+=BigInt(data[i]);if(data.byteLength!==headLength){let view=new DataView(data.buffer,data.byteOffset,data.byteLength),decode2=(start2,end2)=>{let length=end2-
start2;if(length<=40){let out=view.getBigUint64(start2);for(let i=start2+8;i<end2;i+=8)out<<=BigInt(64),out|=view.getBigUint64(i);return out}let middle=start2+(length>>
4<<3),left=decode2(start2,middle),right=decode2(middle,end2);return left<<BigInt((end2-middle)*8)|right};head=head<<BigInt((view.byteLength-headLength)*8)|decode2(
headLength,view.byteLength)}return head};errors={Error,EvalError,RangeError,ReferenceError,SyntaxError,TypeError,URIError,AggregateError:typeof AggregateError==
"function"?AggregateError:null};currentExtensions[101]=()=>{let data=read2();if(!errors[data[0]]){let error=Error(data[1],{cause:data[2]});return error.name=data[0],
error}return errors[data[0]](data[1],{cause:data[2]})};currentExtensions[105]=data=>{if(currentUnpackr.structuredClone===!1)throw new Error("Structured clone ex\
tension is disabled");let id=dataView.getUint32(position-4);referenceMap||(referenceMap=new Map);let token=src[position],target2;token>=144&&token<160||token==220||
token==221?target2=[]:token>=128&&token<144||token==222||token==223?target2=new Map:(token>=199&&token<=201||token>=212&&token<=216)&&src[position+1]===115?target2=
new Set:target2={};let refEntry={target:target2};referenceMap.set(id,refEntry);let targetProperties=read2();if(refEntry.used)Object.assign(target2,targetProperties);else
return refEntry.target=targetProperties;if(target2 instanceof Map)for(let[k,v]of targetProperties.entries())target2.set(k,v);if(target2 instanceof Set)for(let i of Array.
from(targetProperties))target2.add(i);return target2};currentExtensions[112]=data=>{if(currentUnpackr.structuredClone===!1)throw new Error("Structured clone ext\
ension is disabled");let id=dataView.getUint32(position-4),refEntry=referenceMap.get(id);return refEntry.used=!0,refEntry.target};currentExtensions[115]=()=>new Set(
read2());typedArrays=["Int8","Uint8","Uint8Clamped","Int16","Uint16","Int32","Uint32","Float32","Float64","BigInt64","BigUint64"].map(type=>type+"Array"),glbl=typeof globalThis==
"object"?globalThis:window;currentExtensions[116]=data=>{let typeCode=data[0],buffer=Uint8Array.prototype.slice.call(data,1).buffer,typedArrayName=typedArrays[typeCode];
if(!typedArrayName){if(typeCode===16)return buffer;if(typeCode===17)return new DataView(buffer);throw new Error("Could not find typed array for code "+typeCode)}
return new glbl[typedArrayName](buffer)};currentExtensions[120]=()=>{let data=read2();return new RegExp(data[0],data[1])};TEMP_BUNDLE=[];currentExtensions[98]=data=>{
let dataSize=(data[0]<<24)+(data[1]<<16)+(data[2]<<8)+data[3],dataPosition=position;return position+=dataSize-data.length,bundledStrings=TEMP_BUNDLE,bundledStrings=
[readOnlyJSString(),readOnlyJSString()],bundledStrings.position0=0,bundledStrings.position1=0,bundledStrings.postBundlePosition=position,position=dataPosition,read2()};
currentExtensions[255]=data=>data.length==4?new Date((data[0]*16777216+(data[1]<<16)+(data[2]<<8)+data[3])*1e3):data.length==8?new Date(((data[0]<<22)+(data[1]<<
14)+(data[2]<<6)+(data[3]>>2))/1e6+((data[3]&3)*4294967296+data[4]*16777216+(data[5]<<16)+(data[6]<<8)+data[7])*1e3):data.length==12?new Date(((data[0]<<24)+(data[1]<<
16)+(data[2]<<8)+data[3])/1e6+((data[4]&128?-281474976710656:0)+data[6]*1099511627776+data[7]*4294967296+data[8]*16777216+(data[9]<<16)+(data[10]<<8)+data[11])*
1e3):new Date("invalid");mult10=new Array(147);for(let i=0;i<256;i++)mult10[i]=+("1e"+Math.floor(45.15-i*.30103));defaultUnpackr=new Unpackr({useRecords:!1}),unpack=
defaultUnpackr.unpack,unpackMultiple=defaultUnpackr.unpackMultiple,decode=defaultUnpackr.unpack,FLOAT32_OPTIONS={NEVER:0,ALWAYS:1,DECIMAL_ROUND:3,DECIMAL_FIT:4},
f32Array=new Float32Array(1),u8Array=new Uint8Array(f32Array.buffer,0,4);Unpackr.SUPPORTS_STRUCT_HOOKS=!0}});function writeExtBuffer(typedArray,type,allocateForWrite,encode2){let length=typedArray.byteLength;if(length+1<256){var{target:target2,position:position3}=allocateForWrite(
4+length);target2[position3++]=199,target2[position3++]=length+1}else if(length+1<65536){var{target:target2,position:position3}=allocateForWrite(5+length);target2[position3++]=
200,target2[position3++]=length+1>>8,target2[position3++]=length+1&255}else{var{target:target2,position:position3,targetView:targetView2}=allocateForWrite(7+length);
target2[position3++]=201,targetView2.setUint32(position3,length+1),position3+=4}target2[position3++]=116,target2[position3++]=type,typedArray.buffer||(typedArray=
new Uint8Array(typedArray)),target2.set(new Uint8Array(typedArray.buffer,typedArray.byteOffset,typedArray.byteLength),position3)}function writeBuffer(buffer,allocateForWrite){
let length=buffer.byteLength;var target2,position3;if(length<256){var{target:target2,position:position3}=allocateForWrite(length+2);target2[position3++]=196,target2[position3++]=
length}else if(length<65536){var{target:target2,position:position3}=allocateForWrite(length+3);target2[position3++]=197,target2[position3++]=length>>8,target2[position3++]=
length&255}else{var{target:target2,position:position3,targetView:targetView2}=allocateForWrite(length+5);target2[position3++]=198,targetView2.setUint32(position3,
length),position3+=4}target2.set(buffer,position3)}function writeExtensionData(result,target2,position3,type){let length=result.length;switch(length){case 1:target2[position3++]=
212;break;case 2:target2[position3++]=213;break;case 4:target2[position3++]=214;break;case 8:target2[position3++]=215;break;case 16:target2[position3++]=216;break;default:
length<256?(target2[position3++]=199,target2[position3++]=length):length<65536?(target2[position3++]=200,target2[position3++]=length>>8,target2[position3++]=length&
255):(target2[position3++]=201,target2[position3++]=length>>24,target2[position3++]=length>>16&255,target2[position3++]=length>>8&255,target2[position3++]=length&
255)}return target2[position3++]=type,target2.set(result,position3),position3+=length,position3}function insertIds(serialized,idsToInsert){let nextId,distanceToMove=idsToInsert.
length*6,lastEnd=serialized.length-distanceToMove;for(;nextId=idsToInsert.pop();){let offset=nextId.offset,id=nextId.id;serialized.copyWithin(offset+distanceToMove,
offset,lastEnd),distanceToMove-=6;let position3=offset+distanceToMove;serialized[position3++]=214,serialized[position3++]=105,serialized[position3++]=id>>24,serialized[position3++]=
id>>16&255,serialized[position3++]=id>>8&255,serialized[position3++]=id&255,lastEnd=offset}return serialized}function writeBundles(start2,pack2,incrementPosition){
if(bundledStrings2.length>0){targetView.setUint32(bundledStrings2.position+start2,position2+incrementPosition-bundledStrings2.position-start2),bundledStrings2.stringsPosition=
position2-start2;let writeStrings=bundledStrings2;bundledStrings2=null,pack2(writeStrings[0]),pack2(writeStrings[1])}}function prepareStructures(structures,packr){
return structures.isCompatible=existingStructures=>{let compatible=!existingStructures||(packr.lastNamedStructuresLength||0)===existingStructures.length;return compatible||
packr._mergeStructures(existingStructures),compatible},structures}var textEncoder,extensions,extensionClasses,hasNodeBuffer,ByteArrayAllocate,ByteArray,MAX_BUFFER_SIZE,
target,keysTarget,targetView,position2,safeEnd,bundledStrings2,packing,MAX_BUNDLE_SIZE,hasNonLatin,RECORD_SYMBOL,Packr,dateToJSON,bufferToJSON,builtInExtensionCount,
defaultPackr,pack,encode,NEVER,ALWAYS,DECIMAL_ROUND,DECIMAL_FIT,REUSE_BUFFER_MODE,RESET_BUFFER_MODE,RESERVE_START_SPACE,init_pack=__esm({"node_modules/msgpackr/\
pack.js"(){init_unpack();init_unpack();init_unpack();try{textEncoder=new TextEncoder}catch{}hasNodeBuffer=typeof Buffer<"u",ByteArrayAllocate=hasNodeBuffer?function(length){
return Buffer.allocUnsafeSlow(length)}:Uint8Array,ByteArray=hasNodeBuffer?Buffer:Uint8Array,MAX_BUFFER_SIZE=hasNodeBuffer?4294967296:2144337920,position2=0,bundledStrings2=
null,packing=!1,MAX_BUNDLE_SIZE=21760,hasNonLatin=/[\u0080-\uFFFF]/,RECORD_SYMBOL=Symbol("record-id"),Packr=class extends Unpackr{constructor(options){super(options),
this.offset=0;let typeBuffer,start2,hasSharedUpdate,structures,referenceMap2,encodeUtf8=ByteArray.prototype.utf8Write?function(string2,position3){return target.
utf8Write(string2,position3,target.byteLength-position3)}:textEncoder&&textEncoder.encodeInto?function(string2,position3){return textEncoder.encodeInto(string2,
target.subarray(position3)).written}:!1,packr=this;options||(options={});let isSequential=options&&options.sequential,hasSharedStructures=options.structures||options.
saveStructures,maxSharedStructures=options.maxSharedStructures;if(maxSharedStructures==null&&(maxSharedStructures=hasSharedStructures?32:0),maxSharedStructures>
8160)throw new Error("Maximum maxSharedStructure is 8160");options.structuredClone&&options.moreTypes==null&&(this.moreTypes=!0);let maxOwnStructures=options.maxOwnStructures;
maxOwnStructures==null&&(maxOwnStructures=hasSharedStructures?32:64),!this.structures&&options.useRecords!=!1&&(this.structures=[]);let useTwoByteRecords=maxSharedStructures>
32||maxOwnStructures+maxSharedStructures>64,sharedLimitId=maxSharedStructures+64,maxStructureId=maxSharedStructures+maxOwnStructures+64;if(maxStructureId>8256)throw new Error(
"Maximum maxSharedStructure + maxOwnStructure is 8192");let recordIdsToRemove=[],transitionsCount=0,serializationsSinceTransitionRebuild=0,instancePacking=!1,reentrantDepth=0,
pendingNestedStructures=null;this.pack=this.encode=function(value,encodeOptions){if(packing)return saveState2(value,encodeOptions);if(target||(target=new ByteArrayAllocate(
8192),targetView=target.dataView||(target.dataView=new DataView(target.buffer,0,8192)),position2=0),safeEnd=target.length-10,safeEnd-position2<2048?(target=new ByteArrayAllocate(
target.length),targetView=target.dataView||(target.dataView=new DataView(target.buffer,0,target.length)),safeEnd=target.length-10,position2=0):position2=position2+
7&2147483640,start2=position2,encodeOptions&RESERVE_START_SPACE&&(position2+=encodeOptions&255),referenceMap2=packr.structuredClone?new Map:null,packr.bundleStrings&&
typeof value!="string"?(bundledStrings2=[],bundledStrings2.size=1/0):bundledStrings2=null,structures=packr.structures,structures){structures.uninitialized&&(structures=
packr._mergeStructures(packr.getStructures()));let sharedLength=structures.sharedLength||0;if(sharedLength>maxSharedStructures)throw new Error("Shared structure\
s is larger than maximum shared structures, try increasing maxSharedStructures to "+structures.sharedLength);structures.transitions||(rebuildTransitions(reentrantDepth&&
packr.saveStructures?Math.min(sharedLength,packr.lastNamedStructuresLength||0):sharedLength),reentrantDepth||(packr.lastNamedStructuresLength=sharedLength)),(!isSequential||
!(structures.nextId>=sharedLength+64))&&(structures.nextId=sharedLength+64)}hasSharedUpdate&&(hasSharedUpdate=!1),!reentrantDepth&&pendingNestedStructures&&(pendingNestedStructures=
null);let encodingError;packing=!0,instancePacking=!0;try{packr._writeStruct&&!(reentrantDepth&&packr.saveStructures)&&value&&typeof value=="object"?value.constructor===
Object?writeStruct(value):value.constructor!==Map&&!Array.isArray(value)&&!extensionClasses.some(extClass=>value instanceof extClass)?writeStruct(packr.useToJSON!==
!1&&value.toJSON?value.toJSON():value):pack2(value):pack2(value);let lastBundle=bundledStrings2;if(bundledStrings2&&writeBundles(start2,pack2,0),referenceMap2&&
referenceMap2.idsToInsert){let idsToInsert=referenceMap2.idsToInsert.sort((a,b)=>a.offset>b.offset?1:-1),i=idsToInsert.length,incrementPosition=-1;for(;lastBundle&&
i>0;){let insertionPoint=idsToInsert[--i].offset+start2;insertionPoint<lastBundle.stringsPosition+start2&&incrementPosition===-1&&(incrementPosition=0),insertionPoint>
lastBundle.position+start2?incrementPosition>=0&&(incrementPosition+=6):(incrementPosition>=0&&(targetView.setUint32(lastBundle.position+start2,targetView.getUint32(
lastBundle.position+start2)+incrementPosition),incrementPosition=-1),lastBundle=lastBundle.previous,i++)}incrementPosition>=0&&lastBundle&&targetView.setUint32(
lastBundle.position+start2,targetView.getUint32(lastBundle.position+start2)+incrementPosition),position2+=idsToInsert.length*6,position2>safeEnd&&makeRoom(position2),
packr.offset=position2;let serialized=insertIds(target.subarray(start2,position2),idsToInsert);return referenceMap2=null,serialized}return packr.offset=position2,
encodeOptions&REUSE_BUFFER_MODE?(target.start=start2,target.end=position2,target):target.subarray(start2,position2)}catch(error){throw encodingError=error,error}finally{
if(instancePacking=!1,structures){if(resetStructures(),pendingNestedStructures&&!reentrantDepth){let toPromote=pendingNestedStructures;if(pendingNestedStructures=
null,!encodingError&&packr.saveStructures){let sharedLength=structures.sharedLength||0;structures.transitions||rebuildTransitions(sharedLength);for(let i=0,l=toPromote.
length;i<l&&sharedLength<maxSharedStructures;i++){let keys=toPromote[i],nextTransition,transition=structures.transitions;for(let j=0,kl=keys.length;j<kl;j++){let key=keys[j];
nextTransition=transition[key],nextTransition||(nextTransition=transition[key]=Object.create(null)),transition=nextTransition}if(!transition[RECORD_SYMBOL]){let recordId=sharedLength+
64;keys.highByte=recordId>=96&&useTwoByteRecords?recordId-96>>5:-1,keys.isShared=!0,transition[RECORD_SYMBOL]=recordId,transition.__keys__=keys,structures[sharedLength++]=
keys,structures.sharedLength=sharedLength,hasSharedUpdate=!0}}(!isSequential||!(structures.nextId>=sharedLength+64))&&(structures.nextId=sharedLength+64)}}if(hasSharedUpdate&&
!reentrantDepth&&packr.saveStructures){let sharedLength=structures.sharedLength||0,returnBuffer=target.subarray(start2,position2);if(!encodingError){let saveSucceeded=!1;
try{let newSharedData=(packr._prepareStructures||prepareStructures)(structures,packr);if(packr.saveStructures(newSharedData,newSharedData.isCompatible)===!1)return structures.
uninitialized=!0,saveSucceeded=!0,packing=!1,packr.pack(value,encodeOptions);saveSucceeded=!0}finally{packing=!1,saveSucceeded||(structures=packr.structures,packr.
getStructures&&(structures.uninitialized=!0),structures.length=structures.sharedLength=packr.lastNamedStructuresLength||0,structures.transitions=null)}return packr.
lastNamedStructuresLength=sharedLength,target.length>1073741824&&(target=null),returnBuffer}packr.getStructures&&(structures.uninitialized=!0),structures.length=
structures.sharedLength=packr.lastNamedStructuresLength||0,structures.transitions=null}}packing=!1,target.length>1073741824&&(target=null),encodeOptions&RESET_BUFFER_MODE&&
(position2=start2)}};let rebuildTransitions=sharedLength=>{structures.transitions=Object.create(null);for(let i=0;i<sharedLength;i++){let keys=structures[i];if(!keys)
continue;let nextTransition,transition=structures.transitions;for(let j=0,l=keys.length;j<l;j++){let key=keys[j];nextTransition=transition[key],nextTransition||
(nextTransition=transition[key]=Object.create(null)),transition=nextTransition}transition[RECORD_SYMBOL]=i+64}},saveState2=(value,encodeOptions)=>{let savedTarget=target,
savedTargetView=targetView,savedPosition=position2,savedSafeEnd=safeEnd,savedBundledStrings=bundledStrings2,savedStart=start2,savedReferenceMap=referenceMap2,savedHasSharedUpdate=hasSharedUpdate,
wasInstancePacking=instancePacking,savedStructures,savedTransitions,savedNextId,savedNextOwnId,savedRecordIdsToRemove,savedRecordIds,savedOwnStructures,savedSharedLength,
savedLastNamedLength,savedUnsavedShared,savedTransitionsCount,savedPendingNestedLen,nestedSucceeded=!1;wasInstancePacking&&(savedPendingNestedLen=pendingNestedStructures?
pendingNestedStructures.length:0,reentrantDepth++);try{if(wasInstancePacking&&structures){savedStructures=structures,savedTransitions=structures.transitions,savedNextId=
structures.nextId,savedNextOwnId=structures.nextOwnId,savedLastNamedLength=packr.lastNamedStructuresLength,savedSharedLength=structures.sharedLength||0,savedOwnStructures=
structures.slice(savedSharedLength),savedRecordIdsToRemove=recordIdsToRemove,savedRecordIds=[];for(let i=0,l=recordIdsToRemove.length;i<l;i++){let transition=recordIdsToRemove[i],
recordId=transition[RECORD_SYMBOL];savedRecordIds[i]=recordId,transition[RECORD_SYMBOL]=0,recordId>=savedSharedLength+64&&transition.__keys__&&(savedOwnStructures[recordId-
savedSharedLength-64]=transition.__keys__)}if(recordIdsToRemove=[],savedHasSharedUpdate&&packr.saveStructures&&savedTransitions){savedUnsavedShared=[];for(let i=savedLastNamedLength||
0;i<savedSharedLength;i++){let keys=structures[i];if(!keys)continue;let transition=savedTransitions;for(let j=0,l=keys.length;j<l&&transition;j++)transition=transition[keys[j]];
transition&&transition[RECORD_SYMBOL]===i+64&&(savedUnsavedShared.push(transition,i+64,transition.__keys__),transition[RECORD_SYMBOL]=0,transition.__keys__=null)}}
structures.length=savedSharedLength,structures.nextId=savedSharedLength+64,structures.nextOwnId=void 0,savedTransitionsCount=transitionsCount,transitionsCount=0}
target=null,packing=!1,instancePacking=!1;let result=packr.pack(value,encodeOptions);return nestedSucceeded=!0,result}finally{if(!nestedSucceeded&&wasInstancePacking&&
pendingNestedStructures&&(pendingNestedStructures.length=savedPendingNestedLen),packing=!0,instancePacking=wasInstancePacking,target=savedTarget,targetView=savedTargetView,
position2=savedPosition,safeEnd=savedSafeEnd,bundledStrings2=savedBundledStrings,start2=savedStart,referenceMap2=savedReferenceMap,wasInstancePacking){if(reentrantDepth--,
hasSharedUpdate=savedHasSharedUpdate||hasSharedUpdate,structures=packr.structures,structures&&savedOwnStructures){if(recordIdsToRemove!==savedRecordIdsToRemove)
for(let i=0,l=recordIdsToRemove.length;i<l;i++)recordIdsToRemove[i][RECORD_SYMBOL]=0;let currentSharedLength=structures.sharedLength||0;if(structures!==savedStructures)
if(savedHasSharedUpdate||savedOwnStructures.length>0){for(let i=0;i<savedSharedLength;i++)savedStructures[i]!==void 0&&(structures[i]=savedStructures[i]);currentSharedLength=
structures.sharedLength=structures.length=savedSharedLength,packr.lastNamedStructuresLength=savedLastNamedLength}else!reentrantDepth&&!hasSharedUpdate&&(packr.lastNamedStructuresLength=
currentSharedLength);structures.length=Math.max(currentSharedLength,savedSharedLength+savedOwnStructures.length);for(let i=Math.max(0,currentSharedLength-savedSharedLength),
l=savedOwnStructures.length;i<l;i++)savedOwnStructures[i]!==void 0&&(structures[savedSharedLength+i]=savedOwnStructures[i]);if(structures.transitions!==savedTransitions||
structures!==savedStructures)if(structures===savedStructures&&!structures.transitions&&currentSharedLength===savedSharedLength)structures.transitions=savedTransitions;else{
rebuildTransitions(reentrantDepth&&packr.saveStructures?Math.min(currentSharedLength,packr.lastNamedStructuresLength||0):currentSharedLength),savedUnsavedShared=
null,savedRecordIdsToRemove=[],savedRecordIds=[];for(let i=Math.max(0,currentSharedLength-savedSharedLength),l=savedOwnStructures.length;i<l;i++){let keys=savedOwnStructures[i];
if(!keys)continue;let nextTransition,transition=structures.transitions;for(let j=0,kl=keys.length;j<kl;j++){let key=keys[j];nextTransition=transition[key],nextTransition||
(nextTransition=transition[key]=Object.create(null)),transition=nextTransition}transition[RECORD_SYMBOL]||(savedRecordIdsToRemove.push(transition),savedRecordIds.
push(savedSharedLength+i+64))}}if(savedUnsavedShared)for(let i=0,l=savedUnsavedShared.length;i<l;i+=3)savedUnsavedShared[i][RECORD_SYMBOL]=savedUnsavedShared[i+
1],savedUnsavedShared[i].__keys__=savedUnsavedShared[i+2];recordIdsToRemove=savedRecordIdsToRemove;for(let i=0,l=savedRecordIds.length;i<l;i++)recordIdsToRemove[i][RECORD_SYMBOL]||
(recordIdsToRemove[i][RECORD_SYMBOL]=savedRecordIds[i]);structures.nextId=savedNextId>=currentSharedLength+64?savedNextId:currentSharedLength+64,structures.nextOwnId=
savedNextOwnId,savedTransitionsCount!==void 0&&(transitionsCount+=savedTransitionsCount)}}else hasSharedUpdate=savedHasSharedUpdate}},resetStructures=()=>{serializationsSinceTransitionRebuild<
10&&serializationsSinceTransitionRebuild++;let sharedLength=structures.sharedLength||0;if(structures.length>sharedLength&&!isSequential&&(structures.length=sharedLength),
transitionsCount>1e4&&!reentrantDepth)structures.transitions=null,serializationsSinceTransitionRebuild=0,transitionsCount=0,recordIdsToRemove.length>0&&(recordIdsToRemove=
[]);else if(recordIdsToRemove.length>0&&!isSequential){for(let i=0,l=recordIdsToRemove.length;i<l;i++)recordIdsToRemove[i][RECORD_SYMBOL]=0;recordIdsToRemove=[]}},
packArray=value=>{var length=value.length;length<16?target[position2++]=144|length:length<65536?(target[position2++]=220,target[position2++]=length>>8,target[position2++]=
length&255):(target[position2++]=221,targetView.setUint32(position2,length),position2+=4);for(let i=0;i<length;i++)pack2(value[i])},pack2=value=>{position2>safeEnd&&
(target=makeRoom(position2));var type=typeof value,length;if(type==="string"){let strLength=value.length;if(bundledStrings2&&strLength>=4&&strLength<4096){if((bundledStrings2.
size+=strLength)>MAX_BUNDLE_SIZE){let extStart,maxBytes2=(bundledStrings2[0]?bundledStrings2[0].length*3+bundledStrings2[1].length:0)+10;position2+maxBytes2>safeEnd&&
(target=makeRoom(position2+maxBytes2));let lastBundle;bundledStrings2.position?(lastBundle=bundledStrings2,target[position2]=200,position2+=3,target[position2++]=
98,extStart=position2-start2,position2+=4,writeBundles(start2,pack2,0),targetView.setUint16(extStart+start2-3,position2-start2-extStart)):(target[position2++]=214,
target[position2++]=98,extStart=position2-start2,position2+=4),bundledStrings2=["",""],bundledStrings2.previous=lastBundle,bundledStrings2.size=0,bundledStrings2.
position=extStart}let twoByte=hasNonLatin.test(value);bundledStrings2[twoByte?0:1]+=value,target[position2++]=193,pack2(twoByte?-strLength:strLength);return}let headerSize;
strLength<32?headerSize=1:strLength<256?headerSize=2:strLength<65536?headerSize=3:headerSize=5;let maxBytes=strLength*3;if(position2+maxBytes>safeEnd&&(target=makeRoom(
position2+maxBytes)),strLength<64||!encodeUtf8){let i,c1,c2,strPosition=position2+headerSize;for(i=0;i<strLength;i++)c1=value.charCodeAt(i),c1<128?target[strPosition++]=
c1:c1<2048?(target[strPosition++]=c1>>6|192,target[strPosition++]=c1&63|128):(c1&64512)===55296&&((c2=value.charCodeAt(i+1))&64512)===56320?(c1=65536+((c1&1023)<<
10)+(c2&1023),i++,target[strPosition++]=c1>>18|240,target[strPosition++]=c1>>12&63|128,target[strPosition++]=c1>>6&63|128,target[strPosition++]=c1&63|128):(target[strPosition++]=
c1>>12|224,target[strPosition++]=c1>>6&63|128,target[strPosition++]=c1&63|128);length=strPosition-position2-headerSize}else length=encodeUtf8(value,position2+headerSize);
length<32?target[position2++]=160|length:length<256?(headerSize<2&&target.copyWithin(position2+2,position2+1,position2+1+length),target[position2++]=217,target[position2++]=
length):length<65536?(headerSize<3&&target.copyWithin(position2+3,position2+2,position2+2+length),target[position2++]=218,target[position2++]=length>>8,target[position2++]=
length&255):(headerSize<5&&target.copyWithin(position2+5,position2+3,position2+3+length),target[position2++]=219,targetView.setUint32(position2,length),position2+=
4),position2+=length}else if(type==="number")if(value>>>0===value)value<32||value<128&&this.useRecords===!1||value<64&&!this._writeStruct?target[position2++]=value:
value<256?(target[position2++]=204,target[position2++]=value):value<65536?(target[position2++]=205,target[position2++]=value>>8,target[position2++]=value&255):(target[position2++]=
206,targetView.setUint32(position2,value),position2+=4);else if(value>>0===value)value>=-32?target[position2++]=256+value:value>=-128?(target[position2++]=208,target[position2++]=
value+256):value>=-32768?(target[position2++]=209,targetView.setInt16(position2,value),position2+=2):(target[position2++]=210,targetView.setInt32(position2,value),
position2+=4);else{let useFloat32;if((useFloat32=this.useFloat32)>0&&value<4294967296&&value>=-2147483648){target[position2++]=202,targetView.setFloat32(position2,
value);let xShifted;if(useFloat32<4||(xShifted=value*mult10[(target[position2]&127)<<1|target[position2+1]>>7])>>0===xShifted){position2+=4;return}else position2--}
target[position2++]=203,targetView.setFloat64(position2,value),position2+=8}else if(type==="object"||type==="function")if(!value)target[position2++]=192;else{if(referenceMap2){
let referee=referenceMap2.get(value);if(referee){if(!referee.id){let idsToInsert=referenceMap2.idsToInsert||(referenceMap2.idsToInsert=[]);referee.id=idsToInsert.
push(referee)}target[position2++]=214,target[position2++]=112,targetView.setUint32(position2,referee.id),position2+=4;return}else referenceMap2.set(value,{offset:position2-
start2})}let constructor=value.constructor;if(constructor===Object)writeObject(value);else if(constructor===Array)packArray(value);else if(constructor===Map)if(this.
mapAsEmptyObject)target[position2++]=128;else{length=value.size,length<16?target[position2++]=128|length:length<65536?(target[position2++]=222,target[position2++]=
length>>8,target[position2++]=length&255):(target[position2++]=223,targetView.setUint32(position2,length),position2+=4);for(let[key,entryValue]of value)pack2(key),
pack2(entryValue)}else{for(let i=0,l=extensions.length;i<l;i++){let extensionClass=extensionClasses[i];if(value instanceof extensionClass){if(value.constructor!==
extensionClass&&i>=l-builtInExtensionCount&&packr.useToJSON!==!1&&value.toJSON!==void 0&&value.toJSON!==dateToJSON&&value.toJSON!==bufferToJSON)break;let extension=extensions[i];
if(extension.write){extension.type&&(target[position2++]=212,target[position2++]=extension.type,target[position2++]=0);let writeResult=extension.write.call(this,
value);writeResult===value?Array.isArray(value)?packArray(value):writeObject(value):pack2(writeResult);return}let currentTarget=target,currentTargetView=targetView,
currentPosition=position2,currentBundledStrings=bundledStrings2;target=null;let result;try{result=extension.pack.call(this,value,size=>(target=currentTarget,currentTarget=
null,position2+=size,position2>safeEnd&&makeRoom(position2),{target,targetView,position:position2-size}),pack2)}finally{currentTarget&&(target=currentTarget,targetView=
currentTargetView,position2=currentPosition,bundledStrings2=currentBundledStrings,safeEnd=target.length-10)}result&&(result.length+position2>safeEnd&&makeRoom(result.
length+position2),position2=writeExtensionData(result,target,position2,extension.type));return}}if(Array.isArray(value))packArray(value);else{if(packr.useToJSON!==
!1&&value.toJSON){let json=value.toJSON();if(json!==value)return pack2(json)}if(type==="function")return pack2(this.writeFunction&&this.writeFunction(value));writeObject(
value)}}}else if(type==="boolean")target[position2++]=value?195:194;else if(type==="bigint"){if(value<9223372036854776e3&&value>=-9223372036854776e3)target[position2++]=
211,targetView.setBigInt64(position2,value);else if(value<18446744073709552e3&&value>0)target[position2++]=207,targetView.setBigUint64(position2,value);else if(this.
largeBigIntToFloat)target[position2++]=203,targetView.setFloat64(position2,Number(value));else{if(this.largeBigIntToString)return pack2(value.toString());if(this.
useBigIntExtension||this.moreTypes){let empty=value<0?BigInt(-1):BigInt(0),array3;if(value>>BigInt(65536)===empty){let mask=BigInt(18446744073709552e3)-BigInt(1),
chunks=[];for(;chunks.push(value&mask),value>>BigInt(63)!==empty;)value>>=BigInt(64);array3=new Uint8Array(new BigUint64Array(chunks).buffer),array3.reverse()}else{
let invert=value<0,string2=(invert?~value:value).toString(16);if(string2.length%2?string2="0"+string2:parseInt(string2.charAt(0),16)>=8&&(string2="00"+string2),
hasNodeBuffer)array3=Buffer.from(string2,"hex");else{array3=new Uint8Array(string2.length/2);for(let i=0;i<array3.length;i++)array3[i]=parseInt(string2.slice(i*
2,i*2+2),16)}if(invert)for(let i=0;i<array3.length;i++)array3[i]=~array3[i]}array3.length+position2>safeEnd&&makeRoom(array3.length+position2),position2=writeExtensionData(
array3,target,position2,66);return}else throw new RangeError(value+" was too large to fit in MessagePack 64-bit integer format, use useBigIntExtension, or set l\
argeBigIntToFloat to convert to float-64, or set largeBigIntToString to convert to string")}position2+=8}else if(type==="undefined")this.encodeUndefinedAsNil?target[position2++]=
192:(target[position2++]=212,target[position2++]=0,target[position2++]=0);else throw new Error("Unknown type: "+type)},writePlainObject=this.variableMapSize||this.
coercibleKeyAsNumber||this.skipValues?object2=>{let keys;if(this.skipValues){keys=[];for(let key2 in object2)(typeof object2.hasOwnProperty!="function"||object2.
hasOwnProperty(key2))&&!this.skipValues.includes(object2[key2])&&keys.push(key2)}else keys=Object.keys(object2);let length=keys.length;length<16?target[position2++]=
128|length:length<65536?(target[position2++]=222,target[position2++]=length>>8,target[position2++]=length&255):(target[position2++]=223,targetView.setUint32(position2,
length),position2+=4);let key;if(this.coercibleKeyAsNumber)for(let i=0;i<length;i++){key=keys[i];let num=Number(key);pack2(isNaN(num)?key:num),pack2(object2[key])}else
for(let i=0;i<length;i++)pack2(key=keys[i]),pack2(object2[key])}:object2=>{target[position2++]=222;let objectOffset=position2-start2;position2+=2;let size=0;for(let key in object2)
(typeof object2.hasOwnProperty!="function"||object2.hasOwnProperty(key))&&(pack2(key),pack2(object2[key]),size++);if(size>65535)throw new Error('Object is too l\
arge to serialize with fast 16-bit map size, use the "variableMapSize" option to serialize this object');target[objectOffset+++start2]=size>>8,target[objectOffset+
start2]=size&255},writeRecord2=this.useRecords===!1?writePlainObject:options.progressiveRecords&&!useTwoByteRecords&&maxOwnStructures>0?object2=>{let nextTransition,
transition=structures.transitions||(structures.transitions=Object.create(null)),objectOffset=position2++-start2,wroteKeys;for(let key in object2)if(typeof object2.
hasOwnProperty!="function"||object2.hasOwnProperty(key)){if(nextTransition=transition[key],nextTransition)transition=nextTransition;else{let keys=Object.keys(object2),
lastTransition=transition;transition=structures.transitions;let newTransitions=0;for(let i=0,l=keys.length;i<l;i++){let key2=keys[i];nextTransition=transition[key2],
nextTransition||(nextTransition=transition[key2]=Object.create(null),newTransitions++),transition=nextTransition}objectOffset+start2+1==position2?(position2--,newRecord2(
transition,keys,newTransitions)):insertNewRecord(transition,keys,objectOffset,newTransitions),wroteKeys=!0,transition=lastTransition[key]}pack2(object2[key])}if(!wroteKeys){
let recordId=transition[RECORD_SYMBOL];recordId?target[objectOffset+start2]=recordId:insertNewRecord(transition,Object.keys(object2),objectOffset,0)}}:object2=>{
let nextTransition,transition=structures.transitions||(structures.transitions=Object.create(null)),newTransitions=0;for(let key in object2)(typeof object2.hasOwnProperty!=
"function"||object2.hasOwnProperty(key))&&(nextTransition=transition[key],nextTransition||(nextTransition=transition[key]=Object.create(null),newTransitions++),
transition=nextTransition);let recordId=transition[RECORD_SYMBOL];if(recordId)recordId>=96&&useTwoByteRecords?(target[position2++]=((recordId-=96)&31)+96,target[position2++]=
recordId>>5):target[position2++]=recordId;else if(newRecord2(transition,transition.__keys__||Object.keys(object2),newTransitions)===!1)return writePlainObject(object2);
for(let key in object2)(typeof object2.hasOwnProperty!="function"||object2.hasOwnProperty(key))&&pack2(object2[key])},checkUseRecords=typeof this.useRecords=="f\
unction"&&this.useRecords,writeObject=checkUseRecords?object2=>{checkUseRecords(object2)?writeRecord2(object2):writePlainObject(object2)}:writeRecord2,writeStruct=object2=>{
let newPosition=packr._writeStruct(object2,target,start2,position2,structures,makeRoom,(value,newPosition2,notifySharedUpdate)=>{if(notifySharedUpdate)return hasSharedUpdate=
!0;position2=newPosition2;let startTarget=target;return pack2(value),resetStructures(),startTarget!==target?{position:position2,targetView,target}:position2});if(newPosition===
0)return writeObject(object2);position2=newPosition},makeRoom=end2=>{let newSize;if(end2>16777216){if(end2-start2>MAX_BUFFER_SIZE)throw new Error("Packed buffer\
 would be larger than maximum buffer size");newSize=Math.min(MAX_BUFFER_SIZE,Math.round(Math.max((end2-start2)*(end2>67108864?1.25:2),4194304)/4096)*4096)}else newSize=
(Math.max(end2-start2<<2,target.length-1)>>12)+1<<12;let newBuffer=new ByteArrayAllocate(newSize);return targetView=newBuffer.dataView||(newBuffer.dataView=new DataView(
newBuffer.buffer,0,newSize)),end2=Math.min(end2,target.length),target.copy?target.copy(newBuffer,0,start2,end2):newBuffer.set(target.slice(start2,end2)),position2-=
start2,start2=0,safeEnd=newBuffer.length-10,target=newBuffer},newRecord2=(transition,keys,newTransitions)=>{let recordId=structures.nextId;if(recordId||(recordId=
64),recordId<sharedLimitId&&(reentrantDepth&&this.saveStructures||this.shouldShareStructure&&!this.shouldShareStructure(keys))){if(reentrantDepth&&this.saveStructures&&
!(this.shouldShareStructure&&!this.shouldShareStructure(keys))&&(pendingNestedStructures||(pendingNestedStructures=[])).push(keys),!maxOwnStructures)return!1;recordId=
structures.nextOwnId,recordId<maxStructureId||(recordId=sharedLimitId),structures.nextOwnId=recordId+1}else{if(recordId>=maxStructureId){if(!maxOwnStructures)return!1;
recordId=sharedLimitId}structures.nextId=recordId+1}let highByte=keys.highByte=recordId>=96&&useTwoByteRecords?recordId-96>>5:-1;transition[RECORD_SYMBOL]=recordId,
transition.__keys__=keys,structures[recordId-64]=keys,recordId<sharedLimitId?(keys.isShared=!0,structures.sharedLength=recordId-63,hasSharedUpdate=!0,highByte>=
0?(target[position2++]=(recordId&31)+96,target[position2++]=highByte):target[position2++]=recordId):(highByte>=0?(target[position2++]=213,target[position2++]=114,
target[position2++]=(recordId&31)+96,target[position2++]=highByte):(target[position2++]=212,target[position2++]=114,target[position2++]=recordId),newTransitions&&
(transitionsCount+=serializationsSinceTransitionRebuild*newTransitions),recordIdsToRemove.length>=maxOwnStructures&&(recordIdsToRemove.shift()[RECORD_SYMBOL]=0),
recordIdsToRemove.push(transition),pack2(keys))},insertNewRecord=(transition,keys,insertionOffset,newTransitions)=>{let mainTarget=target,mainPosition=position2,
mainSafeEnd=safeEnd,mainStart=start2;target=keysTarget,position2=0,start2=0,target||(keysTarget=target=new ByteArrayAllocate(8192)),safeEnd=target.length-10,newRecord2(
transition,keys,newTransitions),keysTarget=target;let keysPosition=position2;if(target=mainTarget,position2=mainPosition,safeEnd=mainSafeEnd,start2=mainStart,keysPosition>
1){let newEnd=position2+keysPosition-1;newEnd>safeEnd&&makeRoom(newEnd);let insertionPosition=insertionOffset+start2;target.copyWithin(insertionPosition+keysPosition,
insertionPosition+1,position2),target.set(keysTarget.slice(0,keysPosition),insertionPosition),position2=newEnd}else target[insertionOffset+start2]=keysTarget[0]}}useBuffer(buffer){
target=buffer,target.dataView||(target.dataView=new DataView(target.buffer,target.byteOffset,target.byteLength)),targetView=target.dataView,position2=0}set position(value){
position2=value}get position(){return position2}clearSharedData(){this.structures&&(this.structures=[],this.lastNamedStructuresLength=0),this.typedStructs&&(this.
typedStructs=[])}},dateToJSON=Date.prototype.toJSON,bufferToJSON=typeof Buffer<"u"?Buffer.prototype.toJSON:dateToJSON;extensionClasses=[Date,Set,Error,RegExp,ArrayBuffer,
Object.getPrototypeOf(Uint8Array.prototype).constructor,DataView,C1Type];extensions=[{pack(date,allocateForWrite,pack2){let seconds3=date.getTime()/1e3;if((this.
useTimestamp32||date.getMilliseconds()===0)&&seconds3>=0&&seconds3<4294967296){let{target:target2,targetView:targetView2,position:position3}=allocateForWrite(6);
target2[position3++]=214,target2[position3++]=255,targetView2.setUint32(position3,seconds3)}else if(seconds3>0&&seconds3<4294967296){let{target:target2,targetView:targetView2,
position:position3}=allocateForWrite(10);target2[position3++]=215,target2[position3++]=255,targetView2.setUint32(position3,date.getMilliseconds()*4e6+(seconds3/
1e3/4294967296>>0)),targetView2.setUint32(position3+4,seconds3)}else if(isNaN(seconds3)){if(this.onInvalidDate)return allocateForWrite(0),pack2(this.onInvalidDate());
let{target:target2,targetView:targetView2,position:position3}=allocateForWrite(3);target2[position3++]=212,target2[position3++]=255,target2[position3++]=255}else{
let{target:target2,targetView:targetView2,position:position3}=allocateForWrite(15);target2[position3++]=199,target2[position3++]=12,target2[position3++]=255,targetView2.
setUint32(position3,date.getMilliseconds()*1e6),targetView2.setBigInt64(position3+4,BigInt(Math.floor(seconds3)))}}},{pack(set,allocateForWrite,pack2){if(this.setAsEmptyObject)
return allocateForWrite(0),pack2({});let array3=Array.from(set),{target:target2,position:position3}=allocateForWrite(this.moreTypes?3:0);this.moreTypes&&(target2[position3++]=
212,target2[position3++]=115,target2[position3++]=0),pack2(array3)}},{pack(error,allocateForWrite,pack2){let{target:target2,position:position3}=allocateForWrite(
this.moreTypes?3:0);this.moreTypes&&(target2[position3++]=212,target2[position3++]=101,target2[position3++]=0),pack2([error.name,error.message,error.cause])}},{
pack(regex2,allocateForWrite,pack2){let{target:target2,position:position3}=allocateForWrite(this.moreTypes?3:0);this.moreTypes&&(target2[position3++]=212,target2[position3++]=
120,target2[position3++]=0),pack2([regex2.source,regex2.flags])}},{pack(arrayBuffer,allocateForWrite){this.moreTypes?writeExtBuffer(arrayBuffer,16,allocateForWrite):
writeBuffer(hasNodeBuffer?Buffer.from(arrayBuffer):new Uint8Array(arrayBuffer),allocateForWrite)}},{pack(typedArray,allocateForWrite){let constructor=typedArray.
constructor;constructor!==ByteArray&&this.moreTypes?writeExtBuffer(typedArray,typedArrays.indexOf(constructor.name),allocateForWrite):writeBuffer(typedArray,allocateForWrite)}},
{pack(arrayBuffer,allocateForWrite){this.moreTypes?writeExtBuffer(arrayBuffer,17,allocateForWrite):writeBuffer(hasNodeBuffer?Buffer.from(arrayBuffer):new Uint8Array(
arrayBuffer),allocateForWrite)}},{pack(c1,allocateForWrite){let{target:target2,position:position3}=allocateForWrite(1);target2[position3]=193}}];builtInExtensionCount=
extensions.length;Packr.SUPPORTS_STRUCT_HOOKS=!0;defaultPackr=new Packr({useRecords:!1}),pack=defaultPackr.pack,encode=defaultPackr.pack,{NEVER,ALWAYS,DECIMAL_ROUND,
DECIMAL_FIT}=FLOAT32_OPTIONS,REUSE_BUFFER_MODE=512,RESET_BUFFER_MODE=1024,RESERVE_START_SPACE=2048}});var init_iterators=__esm({"node_modules/msgpackr/iterators.js"(){init_pack();init_unpack()}});var init_msgpackr=__esm({"node_modules/msgpackr/index.js"(){init_pack();init_unpack();init_iterators()}});function readFacts(text2){let facts=JSON.parse(text2);return TEXTS.set(facts,text2),facts}function textOfFacts(facts){return TEXTS.get(facts)??JSON.stringify(facts)}
var TEXTS,init_fact_text=__esm({"src/contract/fact-text.ts"(){"use strict";TEXTS=new WeakMap}});var VersionSchema,NumbersSchema,ProgressSchema,KNOWN_TYPES,KNOWN_FACTS,init_read_envelope=__esm({"src/contract/read-envelope.ts"(){"use strict";init_dist();init_event();
init_fact();VersionSchema=object({v:number()}),NumbersSchema=object({brokerId:string(),seq:number(),streamSeq:number(),event:object({type:string()})}),ProgressSchema=
looseObject({event:looseObject({type:literal("job.progressed"),facts:array(looseObject({kind:string()}))})}),KNOWN_TYPES=new Set(BusEventSchema.options.map(option=>option.
entries.type.literal)),KNOWN_FACTS=new Set(FactSchema.options.map(option=>option.entries.kind.literal))}});function shortened(event,size){return parse(BusEventSchema,shortenedValue(event,size))}function shortenedValue(value,size){return typeof value=="string"?shortenedText(
value,size.chars):Array.isArray(value)?shortenedList(value,size):typeof value!="object"||value===null?value:Object.fromEntries(Object.entries(value).map(([key,member])=>[
key,shortenedValue(member,size)]))}function shortenedText(text2,chars){if(text2.length<=chars)return text2;let kept=text2.slice(0,chars).replace(/[\ud800-\udbff]$/u,
"");return`${kept}\u2026 [${text2.length-kept.length} more characters]`}function shortenedList(list,size){let kept=list.slice(0,size.items).map(member=>shortenedValue(
member,size)),rest=list.length-kept.length;if(rest===0)return kept;let mark=`\u2026 [${rest} more]`;return[...kept,typeof list[0]=="string"?mark:{kind:"noticed",
message:mark}]}var SIZES,init_shorten=__esm({"src/bus/shorten.ts"(){"use strict";init_dist();init_event();SIZES=[{chars:16384,items:1e3},{chars:2048,items:100},
{chars:256,items:20},{chars:64,items:8}]}});function topicOf(event){return isJobEvent(event)?`${jobTopic(event.jobId)}${event.type.slice(4)}.`:`${event.type}.`}function jobTopic(id){return`${jobStream(id)}\
.`}function topicPrefix(text2){return text2===ALL_TOPICS||text2.endsWith(".")?text2:`${text2}.`}function parseSyncTopic(topic){if(topic.length>MAX_SYNC_TOPIC_CHARS)
return;let[,nonce,streams]=SYNC_TOPIC.exec(topic)??[];if(!(nonce===void 0||streams===void 0))return streams===EVERY_STREAM?{nonce,streams:"all"}:{nonce,streams:streams===
""?[]:streams.split(",")}}var ALL_TOPICS,EVERY_STREAM,SYNC_TOPIC,MAX_SYNC_TOPIC_CHARS,init_topic=__esm({"src/bus/topic.ts"(){"use strict";init_event();ALL_TOPICS=
"";EVERY_STREAM="*",SYNC_TOPIC=/^sync:([0-9a-z]+):(\*|[\w.,-]*)$/u,MAX_SYNC_TOPIC_CHARS=65536}});function encodeEnvelope(envelope){let body=packed(envelope);for(let size of SIZES){if(body.length<=MAX_MESSAGE_BYTES)break;body=packed({...envelope,event:shortened(
envelope.event,size)})}return[topicOf(envelope.event),body]}function reread(body){return withFacts(codec.unpack(body))}function encodeSync(topic,sync){return[topic,
codec.pack(sync)]}function packed(envelope){let body=codec.pack(withBytes(envelope));return body.length>MAX_MESSAGE_BYTES&&codec.useBuffer(Buffer.allocUnsafeSlow(
BUFFER_BYTES)),body}function withBytes(envelope){let{event}=envelope;return event.type!=="job.progressed"?envelope:{...envelope,event:{...event,facts:Buffer.from(
textOfFacts(event.facts))}}}function withFacts(body){let read3=safeParse(FactsAsBytes,body);if(!read3.success)return body;let{event}=read3.output;try{return{...read3.
output,event:{...event,facts:JSON.parse(event.facts.toString())}}}catch{return body}}var MAX_MESSAGE_BYTES,MAX_QUEUED_MESSAGES,codec,BUFFER_BYTES,SyncSchema,FactsAsBytes,
init_frame=__esm({"src/bus/frame.ts"(){"use strict";init_msgpackr();init_dist();init_event();init_fact_text();init_read_envelope();init_shorten();init_topic();MAX_MESSAGE_BYTES=
65536,MAX_QUEUED_MESSAGES=2e3,codec=new Packr({useRecords:!1}),BUFFER_BYTES=262144,SyncSchema=object({v:literal(EVENT_VERSION),brokerId:string(),seq:number(),streams:record(
string(),number())}),FactsAsBytes=looseObject({event:looseObject({type:literal("job.progressed"),facts:instance(Buffer)})})}});var MAX_RECENT_EVENTS,MAX_RECENT_BYTES,RecentEvents,init_recent=__esm({"src/bus/recent.ts"(){"use strict";init_frame();init_topic();MAX_RECENT_EVENTS=4e3,MAX_RECENT_BYTES=
8388608,RecentEvents=class{#kept=[];#bytes=0;get firstSeq(){return this.#kept[0]?.seq}push(seq,[topic,body]){for(this.#kept.push({seq,topic,body}),this.#bytes+=
body.length;this.#kept.length>MAX_RECENT_EVENTS||this.#bytes>MAX_RECENT_BYTES;)this.#bytes-=this.#kept.shift()?.body.length??0}after(seq,prefix){let wanted=topicPrefix(
prefix);return this.#kept.filter(kept=>kept.seq>seq&&kept.topic.startsWith(wanted)).map(({body})=>reread(body))}}}});var publisher_exports={};__export(publisher_exports,{EventPublisher:()=>EventPublisher,LINGER_MS:()=>LINGER_MS});function callTap(tap,envelope){try{tap(envelope)}catch(error){
queueMicrotask(()=>{throw error})}}var import_zeromq2,MAX_SUBSCRIPTION_BYTES,LINGER_MS,EventPublisher,init_publisher=__esm({"src/bus/publisher.ts"(){"use strict";
import_zeromq2=require("zeromq");init_event();init_binding();init_frame();init_recent();init_topic();MAX_SUBSCRIPTION_BYTES=4*MAX_SYNC_TOPIC_CHARS,LINGER_MS=400,
EventPublisher=class _EventPublisher{brokerId;endpoint;#binding;#socket;#recent=new RecentEvents;#streamSeqs=new Map;#subscribers=new Set;#taps=new Set;#untold=[];#telling=!1;#seq=0;#unsent=0;static async bind(socketPath,brokerId,transport=transportOf()){
let socket=new import_zeromq2.XPublisher({linger:LINGER_MS,sendTimeout:0,sendHighWaterMark:MAX_QUEUED_MESSAGES,maxMessageSize:MAX_SUBSCRIPTION_BYTES});socket.verbosity=
"allSubs";try{let binding=await(transport==="ipc"?bindFile(socket,socketPath):bindPort(socket));return new _EventPublisher(socket,binding,brokerId)}catch(error){
throw socket.close(),error}}constructor(socket,binding,brokerId){this.#socket=socket,this.#binding=binding,this.endpoint=binding.endpoint,this.brokerId=brokerId,
this.#serve()}get seq(){return this.#seq}get subscribers(){return this.#subscribers.size}get unsent(){return this.#unsent}publish(event,options={}){let envelope={
v:EVENT_VERSION,brokerId:this.brokerId,...this.#number(event),at:options.at??new Date().toISOString(),log:options.log??null,event};return this.#send(envelope),this.#tell(
envelope),envelope}recent(afterSeq,prefix){return{envelopes:this.#recent.after(afterSeq,prefix),firstSeq:this.#recent.firstSeq??this.#seq+1,lastSeq:this.#seq}}tap(listener){
return this.#taps.add(listener),()=>{this.#taps.delete(listener)}}reopen(){return!this.#socket.closed&&this.#binding.reopen()}close(options={}){this.#socket.closed||
(this.#socket.linger=options.lingerMs??LINGER_MS,this.#socket.close(),this.#subscribers.clear())}#number(event){let stream=streamOf(event),streamSeq=(this.#streamSeqs.
get(stream)??0)+1;return endsStream(event)?this.#streamSeqs.delete(stream):this.#streamSeqs.set(stream,streamSeq),this.#seq+=1,{seq:this.#seq,streamSeq}}#send(envelope){
try{let frames=encodeEnvelope(envelope);this.#recent.push(envelope.seq,frames),this.#socket.closed||this.#socket.send(frames).catch(this.#onUnsent)}catch{this.#onUnsent()}}#onUnsent=()=>{
this.#unsent+=1};#tell(envelope){if(this.#untold.push(envelope),!this.#telling){this.#telling=!0;for(let next=this.#untold.shift();next!==void 0;next=this.#untold.
shift())for(let tap of this.#taps)callTap(tap,next);this.#telling=!1}}async#serve(){try{for await(let[frame]of this.#socket)frame!==void 0&&this.#onSubscription(
frame)}catch(error){if(!this.#socket.closed)throw error}}#onSubscription(frame){let topic=frame.subarray(1).toString();frame[0]===0&&this.#subscribers.delete(topic);
let request=frame[0]===1?parseSyncTopic(topic):void 0;if(request===void 0)return;this.#subscribers.add(topic);let streams=this.#seqsOf(request.streams),sync={v:EVENT_VERSION,
brokerId:this.brokerId,seq:this.#seq,streams};this.#socket.send(encodeSync(topic,sync)).catch(()=>{})}#seqsOf(streams){return Object.fromEntries(streams==="all"?
this.#streamSeqs:streams.map(stream=>[stream,this.#streamSeqs.get(stream)??0]))}}}});function nextExpiry(timing){let{stoppingAtMs,stuckMs,dispatchedAtMs,queuedAtMs}=timing;if(stoppingAtMs!==null)return stuckMs>0?{clock:"stuck",atMs:stoppingAtMs+
stuckMs}:null;let{queueMs,startMs,idleMs,hardMs}=timing.clocks;if(dispatchedAtMs===null)return queueMs>0?{clock:"queue",atMs:queuedAtMs+queueMs}:null;let candidates=[];
return hardMs>0&&candidates.push({clock:"hard",atMs:dispatchedAtMs+hardMs}),!timing.turnStarted&&startMs>0&&candidates.push({clock:"start",atMs:dispatchedAtMs+startMs}),
timing.turnStarted&&!timing.commandRunning&&idleMs>0&&candidates.push({clock:"idle",atMs:timing.lastProgressAtMs+idleMs}),candidates.reduce((first4,next)=>first4===
null||next.atMs<first4.atMs?next:first4,null)}var init_clocks=__esm({"src/status/clocks.ts"(){"use strict"}});function last(list,limit){return list.length<=limit?list:list.slice(-limit)}var init_last=__esm({"src/util/last.ts"(){"use strict"}});function unreachable(value){throw new Error(`Unexpected value: ${JSON.stringify(value)}`)}var init_unreachable=__esm({"src/util/unreachable.ts"(){"use strict"}});function newRecord(spec,place2){return{...spec,schemaVersion:JOB_SCHEMA_VERSION,rev:1,status:"queued",retryAt:null,phase:"queued",workspaceRoot:place2.workspaceRoot,
owner:place2.owner,attempt:0,logFile:place2.logFile,createdAt:place2.at,updatedAt:place2.at,threadId:null,turnId:null,resolved:null,work:newWork(),openItems:[],
questions:[],lastEventAt:place2.at,lastProgressAt:null,history:[{at:place2.at,event:"queued",source:place2.owner.brokerId,detail:detailOf(spec)}]}}function newWork(){
return{lastMessage:null,unfinished:null,reasoningSummary:[],touchedFiles:[],commands:[],childThreadIds:[],usage:null,earlierUsage:null,lastNotice:null,clockJumpMs:0,
acted:!1}}function detailOf({retryOf}){return retryOf===null?null:`retry of ${retryOf}`}var init_new_record=__esm({"src/status/new-record.ts"(){"use strict";init_job()}});function workWith(work,facts){let added={commands:[],reasoningSummary:[],touchedFiles:[],childThreadIds:[]},next=facts.reduce((soFar,fact)=>afterFact(soFar,fact,
added),work),{commands,reasoningSummary,touchedFiles,childThreadIds}=added;return{...next,commands:newest(work.commands,commands,MAX_COMMANDS),reasoningSummary:newest(
work.reasoningSummary,reasoningSummary,MAX_REASONING_SECTIONS),touchedFiles:first2(work.touchedFiles,touchedFiles,MAX_TOUCHED_FILES),childThreadIds:first2(work.
childThreadIds,childThreadIds,MAX_CHILD_THREADS)}}function afterFact(work,fact,added){switch(fact.kind){case"messageStreamed":return{...work,unfinished:continued(
work.unfinished,fact)};case"itemEnded":return fact.itemId===work.unfinished?.itemId?{...work,unfinished:null}:work;case"messageCompleted":case"reviewCompleted":
return{...work,lastMessage:fact.text};case"reasoningCompleted":return added.reasoningSummary.push(...shortened2(fact.sections)),work;case"itemStarted":return fact.
said===!0?work:acted(work);case"commandCompleted":return added.commands.push({command:fact.command,exitCode:fact.exitCode}),acted(work);case"filesChanged":return fact.
status==="completed"&&added.touchedFiles.push(...fact.paths),acted(work);case"subAgentStarted":return added.childThreadIds.push(fact.threadId),acted(work);case"\
usageUpdated":return{...work,usage:work.earlierUsage===null?fact.usage:addUsage(work.earlierUsage,fact.usage)};case"retrying":case"errorReported":case"noticed":
return{...work,lastNotice:fact.message};case"clockJumped":return{...work,clockJumpMs:work.clockJumpMs+fact.byMs};default:return work}}function acted(work){return work.
acted?work:{...work,acted:!0}}function newest(list,more,limit){return more.length===0?list:last([...list,...more],limit)}function first2(list,more,limit){return more.
length===0?list:[...new Set([...list,...more])].slice(0,limit)}function continued(before,{itemId:itemId2,text:text2}){let known2=before?.itemId===itemId2?before.
text:"";return known2.length>=MAX_UNFINISHED_CHARS-1?before:{itemId:itemId2,text:(known2+text2).slice(0,MAX_UNFINISHED_CHARS).replace(/[\ud800-\udbff]$/u,"")}}function shortened2(sections){
return last([...sections],MAX_REASONING_SECTIONS).map(section=>section.slice(0,MAX_SECTION_CHARS))}var MAX_TOUCHED_FILES,MAX_COMMANDS,MAX_REASONING_SECTIONS,MAX_SECTION_CHARS,
MAX_CHILD_THREADS,init_work=__esm({"src/status/work.ts"(){"use strict";init_job();init_usage();init_last();MAX_TOUCHED_FILES=1e3,MAX_COMMANDS=200,MAX_REASONING_SECTIONS=
200,MAX_SECTION_CHARS=1e4,MAX_CHILD_THREADS=1e3}});function reduce(record2,event,context){if(isFinished(record2))return record2;let next=change(record2,event,context);return next===record2?record2:{...next,rev:record2.
rev+1,updatedAt:context.at}}function change(job,event,context){switch(event.type){case"job.queued":return job;case"job.started":return started(job,event,context);case"\
job.threadReady":return whileRunning(job,running2=>({...running2,...traced(running2,context,"threadReady",event.threadId),threadId:event.threadId,resolved:event.
resolved}));case"job.turnStarted":return whileRunning(job,running2=>({...running2,...traced(running2,context,"turnStarted",event.turnId),turnId:event.turnId,phase:running2.
stopping===null?"running":running2.phase,lastProgressAt:context.at}));case"job.progressed":return whileRunning(job,running2=>progressed(running2,event.facts,context));case"\
job.asked":return whileRunning(job,running2=>({...running2,...traced(running2,context,"asked",`${event.question.what}: ${event.question.subject}`),questions:last(
[...running2.questions,event.question],MAX_QUESTIONS)}));case"job.answered":return whileRunning(job,running2=>answered(running2,event,context));case"job.stoppin\
g":return whileRunning(job,running2=>stopping(running2,event,context));case"job.adopted":return adopted(job,event,context);case"job.retrying":return whileRunning(
job,running2=>retrying(running2,event,context));case"job.completed":return whileRunning(job,running2=>({...finish(running2,context,"completed",null),work:{...running2.
work,unfinished:null},openItems:[],status:"completed",phase:"done",startedAt:running2.startedAt,completedAt:context.at,finalMessage:event.finalMessage}));case"j\
ob.failed":return{...finish(job,context,"failed",`${event.reason}: ${event.message}`),status:"failed",phase:"failed",startedAt:startOf(job),completedAt:context.
at,reason:event.reason,errorMessage:event.message,comeBackAt:event.comeBackAt??null,interruption:event.interruption};case"job.cancelled":return{...finish(job,context,
"cancelled",`by ${event.by}`),status:"cancelled",phase:"cancelled",startedAt:startOf(job),completedAt:context.at,interruption:event.interruption};default:return unreachable(
event)}}function started(job,event,context){if(job.status!=="queued")return job;let{retryAt:_retryAt,...common2}=job;return{...common2,...traced(job,context,"st\
arted",job.request.retries===0?null:`attempt ${job.attempt+1}`),status:"running",phase:"starting",attempt:job.attempt+1,startedAt:context.at,deadlineAt:event.deadlineAt,
broker:event.broker,appServer:event.appServer,stopping:null,lastProgressAt:context.at}}function retrying(job,event,context){let{startedAt:_startedAt,...common2}=withoutProcesses(
job),{reason:reason2,message:message2,attempt,of,retryAt}=event,{usage}=job.work;return{...common2,...traced(job,context,"retrying",`attempt ${attempt} of ${of}\
 after ${reason2}: ${message2}`),status:"queued",phase:"queued",threadId:null,turnId:null,resolved:null,work:{...newWork(),usage,earlierUsage:usage},openItems:[],
questions:[],lastProgressAt:null,retryAt}}function answered(job,{questionId,decision,by},context){let questions=job.questions.filter(({id})=>id!==questionId);return questions.
length===job.questions.length?job:{...job,...traced(job,context,"answered",`${decision} by ${by}`),questions}}function adopted(job,event,context){return job.status!==
"queued"?job:{...job,...traced(job,context,"adopted",event.owner.brokerId),owner:event.owner}}function stopping(job,event,context){return job.stopping!==null?job:
{...job,...traced(job,context,"stopping",event.cause),phase:event.cause==="cancel"?"cancelling":"stopping",stopping:{cause:event.cause,at:context.at}}}function progressed(job,facts,context){
let{phase,turnId}=job,open2=new Map(job.openItems.map(item=>[item.itemId,item]));for(let fact of facts)switch(fact.kind){case"itemStarted":{let{itemId:itemId2,label:label2,
command}=fact;open2.set(itemId2,{itemId:itemId2,label:label2,command,since:context.at}),phase=fact.phase;break}case"itemEnded":case"commandCompleted":case"files\
Changed":open2.delete(fact.itemId);break;case"turnRenamed":turnId=fact.turnId;break;default:}return{...job,turnId,work:workWith(job.work,facts),openItems:last([
...open2.values()],MAX_OPEN_ITEMS),phase:job.stopping===null?phase:job.phase,lastEventAt:context.at,lastProgressAt:facts.some(isProgress)?context.at:job.lastProgressAt}}
function finish(job,context,event,detail){return{...commonOf(job),...traced(job,context,event,detail),questions:[]}}function commonOf(job){if(job.status==="runn\
ing")return withoutProcesses(job);let{retryAt:_retryAt,...common2}=job;return common2}function withoutProcesses(job){let{deadlineAt:_deadlineAt,broker:_broker,appServer:_appServer,
stopping:_stopping,...common2}=job;return common2}function startOf(job){return job.status==="running"?job.startedAt:null}function whileRunning(job,change2){return job.
status==="running"?change2(job):job}function traced(job,context,event,detail){let entry={at:context.at,event,source:context.source,detail:detail?.slice(0,MAX_DETAIL_CHARS)??
null};return{history:last([...job.history,entry],MAX_HISTORY),lastEventAt:context.at}}var MAX_HISTORY,MAX_DETAIL_CHARS,MAX_OPEN_ITEMS,MAX_QUESTIONS,init_reduce=__esm(
{"src/status/reduce.ts"(){"use strict";init_fact();init_job();init_last();init_unreachable();init_new_record();init_work();MAX_HISTORY=200,MAX_DETAIL_CHARS=2e3,
MAX_OPEN_ITEMS=200,MAX_QUESTIONS=50}});function timingBy({runningMs,idleMs,clock},timing,now){let{queueMs}=timing.clocks,endsAtMs=clock===null?null:now+clock.inMs;return{...timing,queuedAtMs:clock?.name===
"queue"&&endsAtMs!==null?endsAtMs-queueMs:timing.queuedAtMs,dispatchedAtMs:runningMs===null?timing.dispatchedAtMs:now-runningMs,lastProgressAtMs:idleMs===null?timing.
lastProgressAtMs:now-idleMs,stoppingAtMs:clock?.name==="stuck"&&endsAtMs!==null?endsAtMs-timing.stuckMs:timing.stoppingAtMs}}function timingOf(record2,timing,now){
let stopping2=record2.status==="running"&&record2.stopping!==null;return{...timing,turnStarted:record2.status==="running"&&record2.turnId!==null,commandRunning:record2.
openItems.some(item=>item.command),stoppingAtMs:stopping2?timing.stoppingAtMs??now:null}}function progressedBy(event){return event.type==="job.turnStarted"||event.
type==="job.progressed"&&event.facts.some(isProgress)}var Aggregator,init_aggregator=__esm({"src/status/aggregator.ts"(){"use strict";init_event();init_fact();init_job();
init_clocks();init_reduce();Aggregator=class{#options;#live=new Map;#onFinished=new Set;constructor(options){this.#options=options}adopt(record2){if(isFinished(
record2)){this.#live.delete(record2.id);for(let listener of this.#onFinished)listener(record2);return}let now=this.#options.now(),known2=this.#live.get(record2.
id),timing=known2?.record.status===record2.status?known2.timing:this.#freshTiming(record2,now);this.#live.set(record2.id,{record:record2,timing:timingOf(record2,
timing,now)})}mirror(live2){this.adopt(live2.job);let entry=this.#live.get(live2.job.id);entry!==void 0&&(entry.timing=timingBy(live2,entry.timing,this.#options.
now()))}forget(jobId2){this.#live.delete(jobId2)}observe(envelope){if(!isJobEvent(envelope.event))return;let{event}=envelope,entry=this.#live.get(event.jobId);if(entry===
void 0){let stored=this.#options.lookup(event.jobId);stored!==null&&this.adopt(stored);return}let record2=this.#options.current?.(event.jobId)??reduce(entry.record,
event,{at:envelope.at,source:envelope.brokerId});if(isFinished(record2)){this.adopt(record2);return}this.#live.set(event.jobId,{record:record2,timing:this.#retimed(
entry.timing,event,record2)})}onFinished(listener){return this.#onFinished.add(listener),()=>this.#onFinished.delete(listener)}active(){return[...this.#live.values()].
map(entry=>entry.record)}runningMs(jobId2){let atMs=this.#live.get(jobId2)?.timing.dispatchedAtMs??null;return atMs===null?null:Math.max(0,this.#options.now()-atMs)}idleMs(jobId2){
let entry=this.#live.get(jobId2);return entry===void 0||entry.record.status!=="running"?null:Math.max(0,this.#options.now()-entry.timing.lastProgressAtMs)}expiryOf(jobId2){
let entry=this.#live.get(jobId2);return entry===void 0?null:nextExpiry(entry.timing)}expired(){let now=this.#options.now();return[...this.#live.keys()].flatMap(
jobId2=>{let expiry=this.expiryOf(jobId2);return expiry!==null&&expiry.atMs<=now?[{jobId:jobId2,clock:expiry.clock}]:[]})}nextExpiryInMs(){let moments=[...this.#live.
keys()].flatMap(jobId2=>this.expiryOf(jobId2)?.atMs??[]);return moments.length===0?null:Math.max(0,Math.min(...moments)-this.#options.now())}#freshTiming(record2,now){
return{clocks:record2.request.clocks,stuckMs:this.#options.stuckMs,queuedAtMs:now,dispatchedAtMs:record2.status==="running"?now:null,turnStarted:!1,lastProgressAtMs:now,
commandRunning:!1,stoppingAtMs:null}}#retimed(timing,event,record2){let now=this.#options.now();if(event.type==="job.started"||event.type==="job.retrying")return this.#freshTiming(
record2,now);let next=timingOf(record2,timing,now);return progressedBy(event)?{...next,lastProgressAtMs:now}:next}}}});function readRecord(file,id){let text2;try{text2=readRegularFile(file,MAX_RECORD_BYTES)}catch(error){return isMissing(error)?{ok:!1,damage:null}:damaged(file,"i\
naccessible",error instanceof FileRefused?error.why:messageOf(error))}try{return parseRecord(file,id,JSON.parse(text2))}catch(error){return damaged(file,"malfor\
med",messageOf(error))}}function parseRecord(file,id,value){let version2=safeParse(VersionSchema2,value);if(version2.success&&version2.output.schemaVersion>JOB_SCHEMA_VERSION)
return damaged(file,"newer",`written by a newer version (schema ${version2.output.schemaVersion})`);let parsed2=safeParse(JobRecordSchema,value);if(!parsed2.success)
return damaged(file,"malformed",issuesOf(parsed2.issues));if(parsed2.output.id!==id)return damaged(file,"malformed",`it is the record of "${parsed2.output.id}"`);
let{logFile}=parsed2.output;return import_node_path15.default.basename(logFile)!==`${id}.log`?damaged(file,"malformed",`"${logFile}" is not the log of "${id}"`):
{ok:!0,job:parsed2.output}}function issuesOf(issues){return issues.slice(0,3).map(issue=>`${getDotPath(issue)??"record"}: ${issue.message}`).join("; ")}function damaged(file,kind2,why){
return{ok:!1,damage:{file,kind:kind2,why:oneLine(why,WHY_CHARS)}}}var import_node_path15,MAX_RECORD_BYTES,WHY_CHARS,VersionSchema2,init_record_file=__esm({"src/\
status/record-file.ts"(){"use strict";import_node_path15=__toESM(require("node:path"),1);init_dist();init_fault();init_job();init_plain_text();init_regular_file();
init_system_error();MAX_RECORD_BYTES=128*1024*1024,WHY_CHARS=500,VersionSchema2=object({schemaVersion:number()})}});function writeRecord(file,job,durable){try{writeFileAtomic(file,`${JSON.stringify(job)}
`,durable)}catch(error){throw writeError(file,error)}}var init_write_record=__esm({"src/status/write-record.ts"(){"use strict";init_atomic_file();init_write_error()}});var import_node_fs16,import_node_path16,ActiveJobs,init_active_jobs=__esm({"src/status/active-jobs.ts"(){"use strict";import_node_fs16=require("node:fs"),import_node_path16=
__toESM(require("node:path"),1);init_ids();init_directory_entry();init_names_in();init_within();init_record_file();init_remove_file();init_write_record();ActiveJobs=
class{#directory;#records;#kept=new Set;constructor(directory,records){this.#directory=directory,this.#records=records}fileOf(id){return within(this.#directory,
`${id}.json`)}ids(){return namesIn(this.#directory).filter(name=>name.endsWith(".json")).map(name=>import_node_path16.default.basename(name,".json")).filter(isJobId)}read(id){
let job=this.#records.read(this.fileOf(id),id);if(job!==null||this.#records.damageOf(this.fileOf(id))?.kind!=="malformed")return job;let synced=readRecord(this.#syncedOf(
id),id);return synced.ok?synced.job:null}isSound(id){return this.#records.read(this.fileOf(id),id)!==null}write(job,durable){durable||this.#keepSynced(job.id),writeRecord(
this.fileOf(job.id),job,durable),durable&&this.#dropSynced(job.id)}remove(id){this.#dropSynced(id),removeIfPossible(this.fileOf(id))}restore(id){try{renameFile(
this.#syncedOf(id),this.fileOf(id))}catch{}}#keepSynced(id){if(!this.#kept.has(id)){this.#kept.add(id);try{(0,import_node_fs16.linkSync)(this.fileOf(id),this.#syncedOf(
id))}catch{}}}#dropSynced(id){this.#kept.delete(id),removeIfPossible(this.#syncedOf(id))}#syncedOf(id){return`${this.fileOf(id)}.synced`}}}});function findId(ids,text2){if(text2==="")return{kind:"none"};let matches=[...new Set(ids)].filter(id=>answersTo(id,text2)).sort(),[only,...others]=matches;return only===
void 0?{kind:"none"}:others.length>0?{kind:"ambiguous",ids:matches}:{kind:"one",id:only}}function answersTo(id,text2){return id.startsWith(text2)||shortId(id).startsWith(
text2)||id.endsWith(text2)}var init_find_id=__esm({"src/status/find-id.ts"(){"use strict";init_ids()}});var import_node_fs17,SETTLED_MS,DirectoryNames,init_directory_names=__esm({"src/status/directory-names.ts"(){"use strict";import_node_fs17=require("node:fs");init_names_in();
SETTLED_MS=2e3,DirectoryNames=class{#directory;#known;constructor(directory){this.#directory=directory}sorted(){let found=(0,import_node_fs17.lstatSync)(this.#directory,
{bigint:!0,throwIfNoEntry:!1});if(found===void 0)return[];let version2=`${found.dev}:${found.ino}:${found.ctimeNs}`;if(this.#known?.version===version2)return this.#known.
names;let names=namesIn(this.#directory).sort(),isSettled=Date.now()-Number(found.ctimeMs)>SETTLED_MS;return this.#known=isSettled?{version:version2,names}:void 0,
names}}}});function finishedName(job){let completedAtMs=Math.max(0,Date.parse(job.completedAt)),{usage}=job.work,tokens=usage===null?[]:[tokensText(usage)];return[completedAtMs.
toString(36).padStart(9,"0"),sessionTagOf(job.sessionId),...tokens,job.id,"json"].join(".")}function parseFinishedName(name){let[,completed="",sessionTag=null,tokens=null,
id=""]=FINISHED.exec(name)??[];return isJobId(id)?{name,id,completedAtMs:Number.parseInt(completed,36),sessionTag,tokens}:null}function tokensText(usage){let{totalTokens,
inputTokens,cachedInputTokens,cacheWriteInputTokens,outputTokens,reasoningOutputTokens}=usage;return[totalTokens,inputTokens,cachedInputTokens,cacheWriteInputTokens,
outputTokens,reasoningOutputTokens].map(tokens=>Math.min(Math.max(0,Math.round(tokens)),Number.MAX_SAFE_INTEGER).toString(36)).join("-")}function sessionTagOf(sessionId){
return sessionId===null?NO_SESSION:sha256Hex(sessionId).slice(0,TAG_CHARS)}var FINISHED,NO_SESSION,TAG_CHARS,init_finished_name=__esm({"src/status/finished-name\
.ts"(){"use strict";init_ids();init_sha256();FINISHED=/^([0-9a-z]{9})\.(?:([0-9a-z]{1,8})\.)?(?:([0-9a-z]+(?:-[0-9a-z]+){5})\.)?([^.]+)\.json$/u,NO_SESSION="0",
TAG_CHARS=8}});function idIn(name){let end2=name.length-5;return name.slice(name.lastIndexOf(".",end2-1)+1,end2)}var FinishedJobs,FinishedListing,init_finished_jobs=__esm({"sr\
c/status/finished-jobs.ts"(){"use strict";init_job();init_directory_entry();init_within();init_directory_names();init_finished_name();init_write_record();FinishedJobs=
class{#directory;#records;#names;constructor(directory,records){this.#directory=directory,this.#records=records,this.#names=new DirectoryNames(directory)}now(){
return new FinishedListing(this.#names.sorted(),entry=>this.open(entry))}open({name,id}){let job=this.#records.read(this.fileOf(name),id);return job!==null&&isFinished(
job)?job:null}fileOf(name){return within(this.#directory,name)}remove(name){removeFile(this.fileOf(name))}write(job){writeRecord(this.fileOf(finishedName(job)),
job,!0)}},FinishedListing=class{names;#open;constructor(names,open2){this.names=names,this.#open=open2}*entries(){for(let at=this.names.length-1;at>=0;at-=1){let entry=parseFinishedName(
this.names[at]??"");entry!==null&&(yield entry)}}*newest({sessionId,except}={}){let tag=sessionId===void 0?null:sessionTagOf(sessionId),taken=new Set;for(let entry of this.
entries()){let{id,sessionTag}=entry;if(taken.has(id)||except?.has(id)===!0||tag!==null&&sessionTag!==null&&sessionTag!==tag)continue;let job=this.#open(entry);job===
null||sessionId!==void 0&&job.sessionId!==sessionId||(taken.add(id),yield job)}}endOf(id){return this.endsOf(new Set([id])).get(id)??null}endsOf(ids){let ends=new Map;
for(let name of ids.size===0?[]:this.names){let id=idIn(name);if(!ids.has(id)||ends.has(id))continue;let entry=parseFinishedName(name),job=entry===null?null:this.#open(
entry);job!==null&&ends.set(id,job)}return ends}}}});function isThere2(file){return(0,import_node_fs18.lstatSync)(file,{throwIfNoEntry:!1})!==void 0}var import_node_fs18,init_is_there=__esm({"src/util/is-there.ts"(){
"use strict";import_node_fs18=require("node:fs")}});function putBack(from,to){try{(0,import_node_fs19.linkSync)(from,to),syncDirectory(import_node_path17.default.dirname(to))}catch(error){if(errorCode(error)!=="E\
EXIST")throw writeError(to,error)}removeFile(from)}function unusedName(file){for(let n=0;;n+=1){let name=n===0?file:`${file}.${n}`;if(!isThere2(name))return name}}
var import_node_fs19,import_node_path17,Quarantine,init_quarantine=__esm({"src/status/quarantine.ts"(){"use strict";import_node_fs19=require("node:fs"),import_node_path17=
__toESM(require("node:path"),1);init_ids();init_directory_entry();init_is_there();init_names_in();init_private_directory();init_system_error();init_within();init_record_file();
init_write_error();Quarantine=class{#directory;#records;constructor(directory,records){this.#directory=directory,this.#records=records}get damages(){return namesIn(
this.#directory).flatMap(name=>{let reading=readRecord(within(this.#directory,name),name.split(".").find(isJobId)??"");return reading.ok||reading.damage===null?
[]:[reading.damage]})}ids(){return namesIn(this.#directory).flatMap(name=>name.split(".").find(isJobId)??[])}setAsideIfMalformed(file,id){this.#records.read(file,
id);let damage=this.#records.damageOf(file);if(damage?.kind!=="malformed")return[];let moved=this.#setAside(file,id);return moved===null?[]:[{...damage,file:moved}]}#setAside(file,id){
let target2=unusedName(within(this.#directory,import_node_path17.default.basename(file)));ensurePrivateDirectory(this.#directory);try{renameFile(file,target2)}catch(error){
if(isMissing(error))return null;throw writeError(target2,error)}return this.#records.forget(file),readRecord(target2,id).ok?(putBack(target2,file),null):target2}}}});var RecordReader,init_record_reader=__esm({"src/status/record-reader.ts"(){"use strict";init_is_there();init_record_file();RecordReader=class{#damage=new Map;read(file,id){
let reading=readRecord(file,id);return reading.ok||reading.damage===null?this.#damage.delete(file):this.#damage.set(file,reading.damage),reading.ok?reading.job:
null}get damaged(){return[...this.#damage.values()].filter(({file})=>isThere2(file))}damageOf(file){return this.#damage.get(file)}forget(file){this.#damage.delete(
file)}}}});function removeTemporaries(directory){for(let name of namesIn(directory).filter(isTemporary)){let writer=WRITER.exec(name)?.[1];writer!==void 0&&!isRunning(Number(
writer))&&removeIfPossible(within(directory,name))}}var WRITER,init_temporaries=__esm({"src/status/temporaries.ts"(){"use strict";init_atomic_file();init_names_in();
init_within();init_liveness();init_remove_file();WRITER=/\.(\d+)-\d+\.tmp$/u}});function storeDirectories(directory){return[directory,...PARTS.map(part=>within(directory,part))]}function first3(items,limit=Number.POSITIVE_INFINITY){let taken=[];
if(limit<=0)return taken;for(let item of items)if(taken.push(item),taken.length>=limit)break;return taken}function repeated(ids){let once3=new Set;return new Set(
ids.filter(id=>once3.has(id)||!once3.add(id)))}function checkedId(id){if(!isJobId(id))throw new Error(`Cannot use "${id}" as the name of a file: it is not a job\
 id`);return id}var import_node_fs20,AlreadyFinished,QUARANTINE_LOOKS_AT,PARTS,JobStore,init_store=__esm({"src/status/store.ts"(){"use strict";import_node_fs20=
require("node:fs");init_ids();init_job();init_directory_entry();init_private_directory();init_within();init_active_jobs();init_find_id();init_finished_jobs();init_quarantine();
init_record_reader();init_temporaries();AlreadyFinished=class extends Error{name="AlreadyFinished";finished;constructor(finished){super(`Cannot change ${finished.
id}: it is "${finished.status}" since ${finished.completedAt}`),this.finished=finished}},QUARANTINE_LOOKS_AT=64,PARTS=["active","finished","quarantine","logs"];
JobStore=class _JobStore{directory;#records=new RecordReader;#active;#finished;#quarantine;constructor(directory){this.directory=directory,this.#active=new ActiveJobs(
this.#place("active"),this.#records),this.#finished=new FinishedJobs(this.#place("finished"),this.#records),this.#quarantine=new Quarantine(this.#place("quarant\
ine"),this.#records)}static open(directory){for(let part of storeDirectories(directory))checkPrivateDirectory(part);return new _JobStore(directory)}write(job,options){
checkedId(job.id);let ended=this.#finished.now().endOf(job.id);if(ended!==null)throw new AlreadyFinished(ended);this.#makePlaces(),isFinished(job)?(this.#finished.
write(job),this.#active.remove(job.id)):this.#active.write(job,options.durable)}read(id){if(!isJobId(id))return null;let active=this.#active.read(id);return this.#finished.
now().endOf(id)??active}isHarmed(id){return!this.#active.isSound(id)&&this.#finished.now().endOf(id)===null}listActive(){return this.#readActive().active}newestFinished(selection={}){
return this.#finished.now().newest(selection)}listFinished({limit,...selection}={}){return first3(this.newestFinished(selection),limit)}ids(){return new Set([...this.#active.
ids(),...Array.from(this.#finished.now().entries(),({id})=>id)])}idsOnDisk(){return new Set([...this.ids(),...this.#quarantine.ids()])}list({finishedLimit,sessionId}={}){
let{active,ended,finished}=this.#readActive(),ofSession=typeof sessionId=="string"?first3(finished.newest({sessionId}),finishedLimit):[],jobs=[...active,...ended,
...ofSession,...first3(finished.newest(),finishedLimit)];return[...new Map(jobs.map(job=>[job.id,job])).values()]}findByPrefix(text2){let exact=this.read(text2);
if(exact!==null)return{kind:"found",job:exact};let match=findId(this.ids(),text2);if(match.kind!=="one")return match;let job=this.read(match.id);return job===null?
{kind:"none"}:{kind:"found",job}}get stamp(){return["active","finished"].map(part=>(0,import_node_fs20.statSync)(this.#place(part),{throwIfNoEntry:!1,bigint:!0})).
map(folder=>folder?.mtimeNs??"none").join(" ")}get damaged(){return this.#records.damaged}get quarantined(){return this.#quarantine.damages}get activeDirectory(){
return this.#place("active")}get logDirectory(){return this.#place("logs")}logFile(id){return within(this.logDirectory,`${checkedId(id)}.log`)}finishedNames(){return this.#finished.
now().names}finishedEntries(){return this.#finished.now().entries()}*removable(entries){let active=new Set(this.#active.ids()),twice=repeated(Array.from(this.finishedEntries(),
({id})=>id));for(let entry of entries)!active.has(entry.id)&&!twice.has(entry.id)&&this.#finished.open(entry)!==null&&(yield entry)}removeFinished({name}){this.#finished.
remove(name)}quarantine(){let active=this.#active.ids().flatMap(id=>{let moved=this.#quarantine.setAsideIfMalformed(this.#active.fileOf(id),id);return moved.length>
0&&this.#active.restore(id),moved}),finished=first3(this.#finished.now().entries(),QUARANTINE_LOOKS_AT).flatMap(({id,name})=>this.#quarantine.setAsideIfMalformed(
this.#finished.fileOf(name),id));return[...active,...finished]}sweepTemporaries(){for(let part of["active","finished"])removeTemporaries(this.#place(part));removeTemporaries(
this.directory);for(let id of this.#finished.now().endsOf(new Set(this.#active.ids())).keys())this.#active.remove(id)}#readActive(){let ids=this.#active.ids(),records=ids.
flatMap(id=>this.#active.read(id)??[]),finished=this.#finished.now(),ends=finished.endsOf(new Set(ids));return{active:records.filter(job=>!isFinished(job)).filter(
({id})=>!ends.has(id)),ended:[...records.filter(isFinished),...ends.values()],finished}}#makePlaces(){ensurePrivateDirectory(this.directory,{durable:!0}),PARTS.
filter(part=>ensurePrivateDirectory(this.#place(part))).length>0&&syncDirectory(this.directory)}#place(part){return within(this.directory,part)}}}});var require_package=__commonJS({"node_modules/piscina/package.json"(exports2,module2){module2.exports={version:"5.3.2"}}});var require_symbols=__commonJS({"node_modules/piscina/dist/symbols.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});exports2.kFieldCount=
exports2.kResponseCountField=exports2.kRequestCountField=exports2.kQueueOptions=exports2.kValue=exports2.kTransferable=exports2.kWorkerData=exports2.kMovable=void 0;
exports2.kMovable=Symbol("Piscina.kMovable");exports2.kWorkerData=Symbol("Piscina.kWorkerData");exports2.kTransferable=Symbol.for("Piscina.transferable");exports2.
kValue=Symbol.for("Piscina.valueOf");exports2.kQueueOptions=Symbol.for("Piscina.queueOptions");exports2.kRequestCountField=0;exports2.kResponseCountField=1;exports2.
kFieldCount=2}});var require_abort=__commonJS({"node_modules/piscina/dist/abort.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});exports2.AbortError=
void 0;exports2.onabort=onabort;var AbortError=class extends Error{constructor(reason2){super("The task has been aborted",{cause:reason2})}get name(){return"Abo\
rtError"}};exports2.AbortError=AbortError;function onabort(abortSignal,listener){return"addEventListener"in abortSignal?(abortSignal.addEventListener("abort",listener,
{once:!0}),()=>abortSignal.removeEventListener("abort",listener)):(abortSignal.once("abort",listener),()=>abortSignal.removeListener("abort",listener))}}});var require_common=__commonJS({"node_modules/piscina/dist/common.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});exports2.commonState=
exports2.READY=void 0;exports2.isTransferable=isTransferable;exports2.isMovable=isMovable;exports2.markMovable=markMovable;exports2.maybeFileURLToPath=maybeFileURLToPath;
exports2.getAvailableParallelism=getAvailableParallelism;exports2.withNullPrototype=withNullPrototype;exports2.promiseResolvers=promiseResolvers;var node_url_1=require("node:url"),
node_os_1=require("node:os"),symbols_1=require_symbols();exports2.READY="_WORKER_READY";function isTransferable(value){return value!=null&&typeof value=="object"&&
symbols_1.kTransferable in value&&symbols_1.kValue in value}function isMovable(value){return isTransferable(value)&&value[symbols_1.kMovable]===!0}function markMovable(value){
Object.defineProperty(value,symbols_1.kMovable,{enumerable:!1,configurable:!0,writable:!0,value:!0})}exports2.commonState={isWorkerThread:!1,workerData:void 0};
function maybeFileURLToPath(filename){return filename.startsWith("file:")?(0,node_url_1.fileURLToPath)(new node_url_1.URL(filename)):filename}function getAvailableParallelism(){
return(0,node_os_1.availableParallelism)()}function withNullPrototype(source,overrides){return Object.assign(Object.create(null),source,overrides)}function promiseResolvers(){
if(Promise.withResolvers!=null)return Promise.withResolvers();let res,rej;return{promise:new Promise((resolve2,reject)=>{res=resolve2,rej=reject}),resolve:res,reject:rej}}}});var require_array_queue=__commonJS({"node_modules/piscina/dist/task_queue/array_queue.js"(exports2){"use strict";var __importDefault=exports2&&exports2.__importDefault||
function(mod2){return mod2&&mod2.__esModule?mod2:{default:mod2}};Object.defineProperty(exports2,"__esModule",{value:!0});exports2.ArrayTaskQueue=void 0;var node_assert_1=__importDefault(
require("node:assert")),ArrayTaskQueue2=class{constructor(){this.tasks=[]}get size(){return this.tasks.length}shift(){var _a;return(_a=this.tasks.shift())!==null&&
_a!==void 0?_a:null}push(task){this.tasks.push(task)}unshift(task){this.tasks.unshift(task)}remove(task){let index=this.tasks.indexOf(task);node_assert_1.default.
notStrictEqual(index,-1),this.tasks.splice(index,1)}};exports2.ArrayTaskQueue=ArrayTaskQueue2}});var require_fixed_queue=__commonJS({"node_modules/piscina/dist/task_queue/fixed_queue.js"(exports2){"use strict";var __classPrivateFieldGet=exports2&&exports2.__classPrivateFieldGet||
function(receiver,state,kind2,f){if(kind2==="a"&&!f)throw new TypeError("Private accessor was defined without a getter");if(typeof state=="function"?receiver!==
state||!f:!state.has(receiver))throw new TypeError("Cannot read private member from an object whose class did not declare it");return kind2==="m"?f:kind2==="a"?
f.call(receiver):f?f.value:state.get(receiver)},__classPrivateFieldSet=exports2&&exports2.__classPrivateFieldSet||function(receiver,state,value,kind2,f){if(kind2===
"m")throw new TypeError("Private method is not writable");if(kind2==="a"&&!f)throw new TypeError("Private accessor was defined without a setter");if(typeof state==
"function"?receiver!==state||!f:!state.has(receiver))throw new TypeError("Cannot write private member to an object whose class did not declare it");return kind2===
"a"?f.call(receiver,value):f?f.value=value:state.set(receiver,value),value},__importDefault=exports2&&exports2.__importDefault||function(mod2){return mod2&&mod2.
__esModule?mod2:{default:mod2}},_FixedQueue_size;Object.defineProperty(exports2,"__esModule",{value:!0});exports2.FixedQueue=void 0;var node_assert_1=__importDefault(
require("node:assert")),kSize=2048,kMask=kSize-1,FixedCircularBuffer=class{constructor(){this.bottom=0,this.top=0,this.list=new Array(kSize),this.next=null}isEmpty(){
return this.top===this.bottom}isFull(){return(this.top+1&kMask)===this.bottom}push(data){this.list[this.top]=data,this.top=this.top+1&kMask}unshift(data){this.bottom=
this.bottom-1&kMask,this.list[this.bottom]=data}shift(){let nextItem=this.list[this.bottom];return nextItem===void 0?null:(this.list[this.bottom]=void 0,this.bottom=
this.bottom+1&kMask,nextItem)}remove(task){let indexToRemove=this.list.indexOf(task);node_assert_1.default.notStrictEqual(indexToRemove,-1);let curr=indexToRemove;
for(;;){let next=curr+1&kMask;if(this.list[curr]=this.list[next],this.list[curr]===void 0)break;if(next===indexToRemove){this.list[curr]=void 0;break}curr=next}
this.top=this.top-1&kMask}},FixedQueue2=class{constructor(){_FixedQueue_size.set(this,0),this.head=this.tail=new FixedCircularBuffer}isEmpty(){return this.head.
isEmpty()}push(data){var _a;this.head.isFull()&&(this.head=this.head.next=new FixedCircularBuffer),this.head.push(data),__classPrivateFieldSet(this,_FixedQueue_size,
(_a=__classPrivateFieldGet(this,_FixedQueue_size,"f"),_a++,_a),"f")}unshift(data){var _a;if(this.tail.isFull()){let newTail=new FixedCircularBuffer;newTail.next=
this.tail,this.tail=newTail}this.tail.unshift(data),__classPrivateFieldSet(this,_FixedQueue_size,(_a=__classPrivateFieldGet(this,_FixedQueue_size,"f"),_a++,_a),
"f")}shift(){var _a;let tail=this.tail,next=tail.shift();return next!==null&&__classPrivateFieldSet(this,_FixedQueue_size,(_a=__classPrivateFieldGet(this,_FixedQueue_size,
"f"),_a--,_a),"f"),tail.isEmpty()&&tail.next!==null&&(this.tail=tail.next,tail.next=null),next}remove(task){var _a;let prev=null,buffer=this.tail;for(;;){if(buffer.
list.includes(task)){buffer.remove(task),__classPrivateFieldSet(this,_FixedQueue_size,(_a=__classPrivateFieldGet(this,_FixedQueue_size,"f"),_a--,_a),"f");break}
if(buffer.next===null)break;prev=buffer,buffer=buffer.next}buffer.isEmpty()&&(prev===null?buffer.next!==null&&(this.tail=buffer.next):buffer.next===null?this.head=
prev:prev.next=buffer.next)}get size(){return __classPrivateFieldGet(this,_FixedQueue_size,"f")}};exports2.FixedQueue=FixedQueue2;_FixedQueue_size=new WeakMap}});var require_task_queue=__commonJS({"node_modules/piscina/dist/task_queue/index.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});
exports2.TaskInfo=exports2.FixedQueue=exports2.ArrayTaskQueue=void 0;exports2.isTaskQueue=isTaskQueue;var node_perf_hooks_1=require("node:perf_hooks"),node_async_hooks_1=require("node:async_hooks"),
abort_1=require_abort(),common_1=require_common(),symbols_1=require_symbols(),array_queue_1=require_array_queue();Object.defineProperty(exports2,"ArrayTaskQueue",
{enumerable:!0,get:function(){return array_queue_1.ArrayTaskQueue}});var fixed_queue_1=require_fixed_queue();Object.defineProperty(exports2,"FixedQueue",{enumerable:!0,
get:function(){return fixed_queue_1.FixedQueue}});function isTaskQueue(value){return typeof value=="object"&&value!==null&&"size"in value&&typeof value.shift=="\
function"&&typeof value.remove=="function"&&typeof value.push=="function"}var taskIdCounter=0,TaskInfo=class extends node_async_hooks_1.AsyncResource{constructor({
task,transferList,filename,name,abortSignal,triggerAsyncId},callback){super("Piscina.Task",{requireManualDestroy:!0,triggerAsyncId}),this.workerInfo=null,this.aborted=
!1,this._abortListener=()=>{this.aborted=!0},this._abortCleaner=null,this.callback=callback,this.task=task,this.transferList=transferList,(0,common_1.isMovable)(
task)&&(this.transferList==null&&(this.transferList=[]),this.transferList=this.transferList.concat(task[symbols_1.kTransferable]),this.task=task[symbols_1.kValue]),
this.filename=filename,this.name=name,this.taskId=taskIdCounter++,this.abortSignal=abortSignal,this.created=node_perf_hooks_1.performance.now(),this.started=0}onAbort(value){
this._abortListener=()=>{this.aborted=!0,value()}}setAbortListener(signal){this._abortCleaner=(0,abort_1.onabort)(signal,this._abortListener)}releaseTask(){let ret=this.
task;return this.task=null,ret}onResponse(_result){}done(err,result){var _a;this.runInAsyncScope(this.callback,null,err,result),this.emitDestroy(),(_a=this._abortCleaner)===
null||_a===void 0||_a.call(this)}get[symbols_1.kQueueOptions](){var _a,_b;return(_b=(_a=this.task)===null||_a===void 0?void 0:_a[symbols_1.kQueueOptions])!==null&&
_b!==void 0?_b:null}get interface(){return{taskId:this.taskId,filename:this.filename,name:this.name,created:this.created,isAbortable:this.abortSignal!==null,[symbols_1.
kQueueOptions]:this[symbols_1.kQueueOptions]}}};exports2.TaskInfo=TaskInfo}});var require_errors=__commonJS({"node_modules/piscina/dist/errors.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});exports2.Errors=
void 0;exports2.Errors={ThreadTermination:()=>new Error("Terminating worker thread"),FilenameNotProvided:()=>new Error("filename must be provided to run() or in\
 options object"),TaskQueueAtLimit:()=>new Error("Task queue is at limit"),NoTaskQueueAvailable:()=>new Error("No task queue available and all Workers are busy"),
CloseTimeout:()=>new Error("Close operation timed out")}}});var require_histogram=__commonJS({"node_modules/piscina/dist/histogram.js"(exports2){"use strict";var __classPrivateFieldSet=exports2&&exports2.__classPrivateFieldSet||
function(receiver,state,value,kind2,f){if(kind2==="m")throw new TypeError("Private method is not writable");if(kind2==="a"&&!f)throw new TypeError("Private acce\
ssor was defined without a setter");if(typeof state=="function"?receiver!==state||!f:!state.has(receiver))throw new TypeError("Cannot write private member to an\
 object whose class did not declare it");return kind2==="a"?f.call(receiver,value):f?f.value=value:state.set(receiver,value),value},__classPrivateFieldGet=exports2&&
exports2.__classPrivateFieldGet||function(receiver,state,kind2,f){if(kind2==="a"&&!f)throw new TypeError("Private accessor was defined without a getter");if(typeof state==
"function"?receiver!==state||!f:!state.has(receiver))throw new TypeError("Cannot read private member from an object whose class did not declare it");return kind2===
"m"?f:kind2==="a"?f.call(receiver):f?f.value:state.get(receiver)},_PiscinaHistogramHandler_runTime,_PiscinaHistogramHandler_waitTime;Object.defineProperty(exports2,
"__esModule",{value:!0});exports2.PiscinaHistogramHandler=void 0;var node_perf_hooks_1=require("node:perf_hooks"),PiscinaHistogramHandler=class _PiscinaHistogramHandler{constructor(){
_PiscinaHistogramHandler_runTime.set(this,void 0),_PiscinaHistogramHandler_waitTime.set(this,void 0),__classPrivateFieldSet(this,_PiscinaHistogramHandler_runTime,
(0,node_perf_hooks_1.createHistogram)(),"f"),__classPrivateFieldSet(this,_PiscinaHistogramHandler_waitTime,(0,node_perf_hooks_1.createHistogram)(),"f")}get runTimeSummary(){
return _PiscinaHistogramHandler.createHistogramSummary(__classPrivateFieldGet(this,_PiscinaHistogramHandler_runTime,"f"))}get waitTimeSummary(){return _PiscinaHistogramHandler.
createHistogramSummary(__classPrivateFieldGet(this,_PiscinaHistogramHandler_waitTime,"f"))}get runTimeCount(){return __classPrivateFieldGet(this,_PiscinaHistogramHandler_runTime,
"f").count}recordRunTime(value){__classPrivateFieldGet(this,_PiscinaHistogramHandler_runTime,"f").record(_PiscinaHistogramHandler.toHistogramIntegerNano(value))}recordWaitTime(value){
__classPrivateFieldGet(this,_PiscinaHistogramHandler_waitTime,"f").record(_PiscinaHistogramHandler.toHistogramIntegerNano(value))}resetWaitTime(){__classPrivateFieldGet(
this,_PiscinaHistogramHandler_waitTime,"f").reset()}resetRunTime(){__classPrivateFieldGet(this,_PiscinaHistogramHandler_runTime,"f").reset()}static createHistogramSummary(histogram2){
let{mean,stddev,min,max}=histogram2;return{average:mean/1e3,mean:mean/1e3,stddev:stddev/1e3,min:min/1e3,max:max/1e3,p0_001:histogram2.percentile(.001)/1e3,p0_01:histogram2.
percentile(.01)/1e3,p0_1:histogram2.percentile(.1)/1e3,p1:histogram2.percentile(1)/1e3,p2_5:histogram2.percentile(2.5)/1e3,p10:histogram2.percentile(10)/1e3,p25:histogram2.
percentile(25)/1e3,p50:histogram2.percentile(50)/1e3,p75:histogram2.percentile(75)/1e3,p90:histogram2.percentile(90)/1e3,p97_5:histogram2.percentile(97.5)/1e3,p99:histogram2.
percentile(99)/1e3,p99_9:histogram2.percentile(99.9)/1e3,p99_99:histogram2.percentile(99.99)/1e3,p99_999:histogram2.percentile(99.999)/1e3}}static toHistogramIntegerNano(milliseconds){
return Math.max(1,Math.trunc(milliseconds*1e3))}};exports2.PiscinaHistogramHandler=PiscinaHistogramHandler;_PiscinaHistogramHandler_runTime=new WeakMap,_PiscinaHistogramHandler_waitTime=
new WeakMap}});var require_base=__commonJS({"node_modules/piscina/dist/worker_pool/base.js"(exports2){"use strict";var __importDefault=exports2&&exports2.__importDefault||function(mod2){
return mod2&&mod2.__esModule?mod2:{default:mod2}};Object.defineProperty(exports2,"__esModule",{value:!0});exports2.AsynchronouslyCreatedResourcePool=exports2.AsynchronouslyCreatedResource=
void 0;var node_assert_1=__importDefault(require("node:assert")),AsynchronouslyCreatedResource=class{constructor(){this.onreadyListeners=[],this.ondestroyListeners=
[]}markAsReady(){let listeners=this.onreadyListeners;(0,node_assert_1.default)(listeners!=null),this.onreadyListeners=null;for(let listener of listeners)listener()}isReady(){
return this.onreadyListeners==null}onReady(fn){if(this.onreadyListeners==null){fn();return}this.onreadyListeners.push(fn)}onDestroy(fn){this.ondestroyListeners!=
null&&this.ondestroyListeners.push(fn)}markAsDestroyed(){let listeners=this.ondestroyListeners;(0,node_assert_1.default)(listeners!=null),this.ondestroyListeners=
null;for(let listener of listeners)listener()}isDestroyed(){return this.ondestroyListeners==null}};exports2.AsynchronouslyCreatedResource=AsynchronouslyCreatedResource;
var AsynchronouslyCreatedResourcePool=class{constructor(maximumUsage){this.pendingItems=new Set,this.readyItems=new Set,this.maximumUsage=maximumUsage,this.onAvailableListeners=
[],this.onTaskDoneListeners=[]}add(item){this.pendingItems.add(item),item.onReady(()=>{this.pendingItems.has(item)&&(this.pendingItems.delete(item),this.readyItems.
add(item),this.maybeAvailable(item))})}delete(item){this.pendingItems.delete(item),this.readyItems.delete(item)}*[Symbol.iterator](){yield*this.pendingItems,yield*this.
readyItems}get size(){return this.pendingItems.size+this.readyItems.size}maybeAvailable(item){if(item.currentUsage()<this.maximumUsage)for(let listener of this.
onAvailableListeners)listener(item)}onAvailable(fn){this.onAvailableListeners.push(fn)}taskDone(item){for(let i=0;i<this.onTaskDoneListeners.length;i++)this.onTaskDoneListeners[i](
item)}onTaskDone(fn){this.onTaskDoneListeners.push(fn)}getCurrentUsage(){let inFlight=0;for(let worker of this.readyItems){let currentUsage=worker.currentUsage();
Number.isFinite(currentUsage)&&(inFlight+=currentUsage)}return inFlight}};exports2.AsynchronouslyCreatedResourcePool=AsynchronouslyCreatedResourcePool}});var require_balancer=__commonJS({"node_modules/piscina/dist/worker_pool/balancer/index.js"(exports2){"use strict";Object.defineProperty(exports2,"__esModule",{value:!0});
exports2.LeastBusyBalancer=LeastBusyBalancer;function LeastBusyBalancer(opts){let{maximumUsage}=opts;return(task,workers)=>{let candidate=null,checkpoint=maximumUsage;
for(let worker of workers){if(worker.currentUsage===0){candidate=worker;break}worker.isRunningAbortableTask||task.isAbortable===!1&&worker.currentUsage<checkpoint&&
(candidate=worker,checkpoint=worker.currentUsage)}return candidate}}}});var require_worker_pool=__commonJS({"node_modules/piscina/dist/worker_pool/index.js"(exports2){"use strict";var __createBinding=exports2&&exports2.__createBinding||
(Object.create?(function(o,m,k,k2){k2===void 0&&(k2=k);var desc=Object.getOwnPropertyDescriptor(m,k);(!desc||("get"in desc?!m.__esModule:desc.writable||desc.configurable))&&
(desc={enumerable:!0,get:function(){return m[k]}}),Object.defineProperty(o,k2,desc)}):(function(o,m,k,k2){k2===void 0&&(k2=k),o[k2]=m[k]})),__exportStar=exports2&&
exports2.__exportStar||function(m,exports3){for(var p in m)p!=="default"&&!Object.prototype.hasOwnProperty.call(exports3,p)&&__createBinding(exports3,m,p)},__importDefault=exports2&&
exports2.__importDefault||function(mod2){return mod2&&mod2.__esModule?mod2:{default:mod2}};Object.defineProperty(exports2,"__esModule",{value:!0});exports2.AsynchronouslyCreatedResourcePool=
exports2.WorkerInfo=void 0;var node_worker_threads_1=require("node:worker_threads"),node_perf_hooks_1=require("node:perf_hooks"),node_assert_1=__importDefault(require("node:assert")),
errors_1=require_errors(),symbols_1=require_symbols(),histogram_1=require_histogram(),base_1=require_base();Object.defineProperty(exports2,"AsynchronouslyCreate\
dResourcePool",{enumerable:!0,get:function(){return base_1.AsynchronouslyCreatedResourcePool}});__exportStar(require_balancer(),exports2);var WorkerInfo=class extends base_1.
AsynchronouslyCreatedResource{constructor({worker,port:port2,enableHistogram},onMessage){super(),this.idleTimeout=null,this.lastSeenResponseCount=0,this.terminating=
!1,this.destroyed=!1;let{filename,...workerOpts}=worker;this.worker=new node_worker_threads_1.Worker(filename,workerOpts),this.port=port2,this.onMessage=onMessage,
this.port.on("message",this._handleResponse.bind(this)),this.taskInfos=new Map,this.sharedBuffer=new Int32Array(new SharedArrayBuffer(symbols_1.kFieldCount*Int32Array.
BYTES_PER_ELEMENT)),this.histogram=enableHistogram?(0,node_perf_hooks_1.createHistogram)():null}get id(){return this.worker.threadId}onWorkerMessage(handler){this.
worker.on("message",handler)}onWorkerError(handler){this.worker.on("error",handler)}onWorkerExit(handler){this.worker.on("exit",handler)}onPortClose(handler){this.
port.on("close",handler)}init(msg,toTransfer){return this.worker.postMessage(msg,toTransfer),this}workerRef(){return this.worker.ref(),this}workerUnref(){return this.
worker.unref(),this}destroy(){if(!(this.terminating||this.destroyed)){this.terminating=!0,this.clearIdleTimeout(),this.worker.terminate(),this.port.close();for(let taskInfo of this.
taskInfos.values())taskInfo.done(errors_1.Errors.ThreadTermination());this.taskInfos.clear(),this.terminating=!1,this.destroyed=!0,this.markAsDestroyed()}}setIdleTimeout(handler,ms2,...args){
this.idleTimeout=setTimeout(handler,ms2,...args).unref()}clearIdleTimeout(){this.idleTimeout!=null&&(clearTimeout(this.idleTimeout),this.idleTimeout=null)}ref(){
return this.port.ref(),this}unref(){return this.port.unref(),this}_handleResponse(message2){var _a;(_a=this.histogram)===null||_a===void 0||_a.record(histogram_1.
PiscinaHistogramHandler.toHistogramIntegerNano(message2?.time)),this.onMessage(message2),this.taskInfos.size===0&&this.unref()}postTask(taskInfo){(0,node_assert_1.
default)(!this.taskInfos.has(taskInfo.taskId)),(0,node_assert_1.default)(!this.terminating&&!this.destroyed);let message2={task:taskInfo.releaseTask(),taskId:taskInfo.
taskId,filename:taskInfo.filename,name:taskInfo.name,histogramEnabled:this.histogram!=null?1:0};try{this.port.postMessage(message2,taskInfo.transferList),queueMicrotask(
()=>this.clearIdleTimeout()),taskInfo.workerInfo=this,this.taskInfos.set(taskInfo.taskId,taskInfo),this.ref(),Atomics.add(this.sharedBuffer,symbols_1.kRequestCountField,
1),Atomics.notify(this.sharedBuffer,symbols_1.kRequestCountField,1)}catch(err){taskInfo.done(err)}}processPendingMessages(){if(this.destroyed)return;let actualResponseCount=Atomics.
load(this.sharedBuffer,symbols_1.kResponseCountField);if(actualResponseCount!==this.lastSeenResponseCount){this.lastSeenResponseCount=actualResponseCount;let entry;
for(;(entry=(0,node_worker_threads_1.receiveMessageOnPort)(this.port))!=null;)this._handleResponse(entry.message)}}isRunningAbortableTask(){if(this.taskInfos.size!==
1)return!1;let[[,task]]=this.taskInfos;return task.abortSignal!=null}currentUsage(){return this.isRunningAbortableTask()?1/0:this.taskInfos.size}popTask(taskId){
var _a;let task=(_a=this.taskInfos.get(taskId))!==null&&_a!==void 0?_a:null;return task!=null&&this.taskInfos.delete(taskId),task}get interface(){let worker=this;
return{get id(){return worker.worker.threadId},get currentUsage(){return worker.currentUsage()},get isRunningAbortableTask(){return worker.isRunningAbortableTask()},
get histogram(){return worker.histogram!=null?histogram_1.PiscinaHistogramHandler.createHistogramSummary(worker.histogram):null},get terminating(){return worker.
terminating},get destroyed(){return worker.destroyed},[symbols_1.kWorkerData]:worker}}};exports2.WorkerInfo=WorkerInfo}});var require_dist=__commonJS({"node_modules/piscina/dist/index.js"(exports2){"use strict";var __classPrivateFieldSet=exports2&&exports2.__classPrivateFieldSet||function(receiver,state,value,kind2,f){
if(kind2==="m")throw new TypeError("Private method is not writable");if(kind2==="a"&&!f)throw new TypeError("Private accessor was defined without a setter");if(typeof state==
"function"?receiver!==state||!f:!state.has(receiver))throw new TypeError("Cannot write private member to an object whose class did not declare it");return kind2===
"a"?f.call(receiver,value):f?f.value=value:state.set(receiver,value),value},__classPrivateFieldGet=exports2&&exports2.__classPrivateFieldGet||function(receiver,state,kind2,f){
if(kind2==="a"&&!f)throw new TypeError("Private accessor was defined without a getter");if(typeof state=="function"?receiver!==state||!f:!state.has(receiver))throw new TypeError(
"Cannot read private member from an object whose class did not declare it");return kind2==="m"?f:kind2==="a"?f.call(receiver):f?f.value:state.get(receiver)},_DirectlyTransferable_value,
_ArrayBufferViewTransferable_view,_Piscina_pool,_Piscina_histogram;Object.defineProperty(exports2,"__esModule",{value:!0});exports2.workerData=exports2.isWorkerThread=
exports2.move=exports2.ArrayTaskQueue=exports2.FixedQueue=exports2.version=exports2.queueOptionsSymbol=exports2.valueSymbol=exports2.transferableSymbol=exports2.
Piscina=void 0;var node_worker_threads_1=require("node:worker_threads"),node_events_1=require("node:events"),node_path_1=require("node:path"),node_util_1=require("node:util"),
node_perf_hooks_1=require("node:perf_hooks"),promises_1=require("node:timers/promises"),package_json_1=require_package();Object.defineProperty(exports2,"version",
{enumerable:!0,get:function(){return package_json_1.version}});var symbols_1=require_symbols();Object.defineProperty(exports2,"queueOptionsSymbol",{enumerable:!0,
get:function(){return symbols_1.kQueueOptions}});Object.defineProperty(exports2,"transferableSymbol",{enumerable:!0,get:function(){return symbols_1.kTransferable}});
Object.defineProperty(exports2,"valueSymbol",{enumerable:!0,get:function(){return symbols_1.kValue}});var task_queue_1=require_task_queue();Object.defineProperty(
exports2,"ArrayTaskQueue",{enumerable:!0,get:function(){return task_queue_1.ArrayTaskQueue}});Object.defineProperty(exports2,"FixedQueue",{enumerable:!0,get:function(){
return task_queue_1.FixedQueue}});var worker_pool_1=require_worker_pool(),abort_1=require_abort(),histogram_1=require_histogram(),errors_1=require_errors(),common_1=require_common(),
cpuParallelism=(0,common_1.getAvailableParallelism)(),kDefaultOptions={filename:null,name:"default",minThreads:Math.max(Math.floor(cpuParallelism/2),1),maxThreads:cpuParallelism*
1.5,idleTimeout:0,maxQueue:1/0,concurrentTasksPerWorker:1,atomics:"sync",taskQueue:new task_queue_1.ArrayTaskQueue,niceIncrement:0,trackUnmanagedFds:!0,closeTimeout:3e4,
recordTiming:!0,stricterFIFO:!1,workerHistogram:!1},kDefaultRunOptions={transferList:void 0,filename:null,signal:null,name:null},kDefaultCloseOptions={force:!1},
DirectlyTransferable=class{constructor(value){_DirectlyTransferable_value.set(this,void 0),__classPrivateFieldSet(this,_DirectlyTransferable_value,value,"f")}get[(_DirectlyTransferable_value=
new WeakMap,symbols_1.kTransferable)](){return __classPrivateFieldGet(this,_DirectlyTransferable_value,"f")}get[symbols_1.kValue](){return __classPrivateFieldGet(
this,_DirectlyTransferable_value,"f")}},ArrayBufferViewTransferable=class{constructor(view){_ArrayBufferViewTransferable_view.set(this,void 0),__classPrivateFieldSet(
this,_ArrayBufferViewTransferable_view,view,"f")}get[(_ArrayBufferViewTransferable_view=new WeakMap,symbols_1.kTransferable)](){return __classPrivateFieldGet(this,
_ArrayBufferViewTransferable_view,"f").buffer}get[symbols_1.kValue](){return __classPrivateFieldGet(this,_ArrayBufferViewTransferable_view,"f")}},ThreadPool=class{constructor(publicInterface,options){
var _a,_b,_c;this.skipQueue=[],this.completed=0,this.histogram=null,this.start=node_perf_hooks_1.performance.now(),this.inProcessPendingMessages=!1,this.startingUp=
!1,this.closingUp=!1,this.workerFailsDuringBootstrap=!1,this.destroying=!1,this.publicInterface=publicInterface,this.taskQueue=(_a=options.taskQueue)!==null&&_a!==
void 0?_a:new task_queue_1.FixedQueue;let filename=options.filename?(0,common_1.maybeFileURLToPath)(options.filename):null;this.options=(0,common_1.withNullPrototype)(
{...kDefaultOptions,...options,filename,maxQueue:0}),this.options.recordTiming&&(this.histogram=new histogram_1.PiscinaHistogramHandler),options.maxThreads!==void 0&&
this.options.minThreads>=options.maxThreads&&(this.options.minThreads=options.maxThreads),options.minThreads!==void 0&&this.options.maxThreads<=options.minThreads&&
(this.options.maxThreads=options.minThreads),options.maxQueue==="auto"?this.options.maxQueue=this.options.maxThreads**2:this.options.maxQueue=(_b=options.maxQueue)!==
null&&_b!==void 0?_b:kDefaultOptions.maxQueue,this.balancer=(_c=this.options.loadBalancer)!==null&&_c!==void 0?_c:(0,worker_pool_1.LeastBusyBalancer)({maximumUsage:this.
options.concurrentTasksPerWorker}),this.workers=new worker_pool_1.AsynchronouslyCreatedResourcePool(this.options.concurrentTasksPerWorker),this.workers.onTaskDone(
this._onWorkerTaskDone.bind(this)),this.maxCapacity=this.options.maxThreads*this.options.concurrentTasksPerWorker,this.startingUp=!0,this._ensureMinimumWorkers(),
this.startingUp=!1,this._needsDrain=!1}_ensureMinimumWorkers(){if(!(this.closingUp||this.destroying))for(;this.workers.size<this.options.minThreads;)this._addNewWorker()}_addNewWorker(){
if(this.closingUp===!0)return;let{port1,port2}=new node_worker_threads_1.MessageChannel,workerInfo=new worker_pool_1.WorkerInfo({worker:{filename:(0,node_path_1.
resolve)((0,node_path_1.dirname)(this.options.filename),"pool-thread.cjs"),env:this.options.env,argv:this.options.argv,execArgv:this.options.execArgv,resourceLimits:this.
options.resourceLimits,workerData:this.options.workerData,trackUnmanagedFds:this.options.trackUnmanagedFds},port:port1,enableHistogram:this.options.workerHistogram},
onMessage.bind(this)),message2={filename:this.options.filename,name:this.options.name,port:port2,sharedBuffer:workerInfo.sharedBuffer,atomics:this.options.atomics,
niceIncrement:this.options.niceIncrement};workerInfo.onDestroy(()=>{this.publicInterface.emit("workerDestroy",workerInfo.interface)}),workerInfo.onWorkerMessage(
onWorkerMessage.bind(this)),workerInfo.onWorkerError(onWorkerError.bind(this)),workerInfo.onWorkerExit(onWorkerExit.bind(this)),workerInfo.onPortClose(()=>{workerInfo.
workerRef()}),this.startingUp===!0?(workerInfo.markAsReady(),queueMicrotask(()=>{this.publicInterface.emit("workerCreate",workerInfo.interface),this._onWorkerReady(
workerInfo)})):workerInfo.onReady(()=>{this.publicInterface.emit("workerCreate",workerInfo.interface),this._onWorkerReady(workerInfo)}),workerInfo.init(message2,
[port2]).workerUnref(),this.workers.add(workerInfo);function onMessage(message3){let{taskId,result}=message3,taskInfo=workerInfo.popTask(taskId);if(this.workers.
taskDone(workerInfo),taskInfo==null){let err=new Error(`Unexpected message from Worker: ${(0,node_util_1.inspect)(message3)}`);this.publicInterface.emit("error",
err)}else taskInfo.done(message3.error,result);this._processPendingMessages()}function onWorkerReady(){workerInfo.currentUsage()===0&&workerInfo.unref(),workerInfo.
isReady()===!1&&workerInfo.markAsReady()}function onEventMessage(message3){this.publicInterface.emit("message",message3)}function onWorkerMessage(message3){message3 instanceof
Object&&common_1.READY in message3||typeof message3=="object"&&message3!==null&&common_1.READY in message3?onWorkerReady():onEventMessage.call(this,message3)}function onWorkerError(err){
this._onError(workerInfo,err,!1)}function onWorkerExit(code){if(this.destroying===!1){let err=new Error(`worker exited with code: ${code}`);this._onError(workerInfo,
err,!0)}}}_onError(workerInfo,err,onlyErrorUnfinishedTasks){let taskInfos=[...workerInfo.taskInfos.values()];if(workerInfo.taskInfos.clear(),this._removeWorker(
workerInfo),workerInfo.isReady()&&!this.workerFailsDuringBootstrap?this._ensureMinimumWorkers():this.workerFailsDuringBootstrap=!0,taskInfos.length>0)for(let taskInfo of taskInfos)
taskInfo.done(err,null);else onlyErrorUnfinishedTasks||this.publicInterface.emit("error",err)}_processPendingMessages(){if(!(this.inProcessPendingMessages||this.
options.atomics==="disabled")){this.inProcessPendingMessages=!0;try{for(let workerInfo of this.workers)workerInfo.processPendingMessages()}finally{this.inProcessPendingMessages=
!1}}}_removeWorker(workerInfo){workerInfo.destroy(),this.workers.delete(workerInfo)}_removeTaskFromQueue(taskInfo){this.taskQueue.remove(taskInfo);let skipQueueIndex=this.
skipQueue.indexOf(taskInfo);skipQueueIndex!==-1&&this.skipQueue.splice(skipQueueIndex,1)}_onWorkerReady(workerInfo){this._onWorkerAvailable(workerInfo)}_onWorkerTaskDone(workerInfo){
this._onWorkerAvailable(workerInfo)}_onWorkerAvailable(workerInfo){let workers=null;for(;this.taskQueue.size>0||this.skipQueue.length>0;){let taskInfo=this.skipQueue.
shift()||this.taskQueue.shift();if(workers==null&&(workers=[...this.workers].map(workerInfo2=>workerInfo2.interface)),!this._distributeTask(taskInfo,workers))if(this.
workers.size<this.options.maxThreads){this._addNewWorker();continue}else break}this.options.idleTimeout!==1/0&&workerInfo.currentUsage()===0&&this.workers.size>
this.options.minThreads&&workerInfo.setIdleTimeout(()=>{workerInfo.currentUsage()===0&&this.workers.size>this.options.minThreads&&this._removeWorker(workerInfo)},
this.options.idleTimeout)}_distributeTask(task,workers){var _a;if(task.aborted)return!0;let candidate=this.balancer(task.interface,workers);if(candidate!=null&&
candidate[symbols_1.kWorkerData]!=null){let now=node_perf_hooks_1.performance.now();return(_a=this.histogram)===null||_a===void 0||_a.recordWaitTime(now-task.created),
task.started=now,candidate[symbols_1.kWorkerData].postTask(task),queueMicrotask(()=>this._maybeDrain()),!0}return this._returnUndistributedTask(task,!this.options.
stricterFIFO),!1}_returnUndistributedTask(task,toTail=!1){if(task.abortSignal!=null){toTail?this.skipQueue.push(task):this.skipQueue.unshift(task);return}toTail?
this.taskQueue.push(task):this.taskQueue.unshift!=null?this.taskQueue.unshift(task):this.taskQueue.push(task)}runTask(task,options){var _a;let{filename,name}=options,
{transferList=[]}=options;if(filename=filename??this.options.filename,name=name??this.options.name,typeof filename!="string")return Promise.reject(errors_1.Errors.
FilenameNotProvided());filename=(0,common_1.maybeFileURLToPath)(filename);let signal;if(this.closingUp||this.destroying){let closingUpAbortController=new AbortController;
closingUpAbortController.abort("queue is being terminated"),signal=closingUpAbortController.signal}else signal=(_a=options.signal)!==null&&_a!==void 0?_a:null;let{
promise:ret,resolve:resolve2,reject}=(0,common_1.promiseResolvers)(),taskInfo=new task_queue_1.TaskInfo({task,transferList,filename,name,abortSignal:signal,triggerAsyncId:this.
publicInterface.asyncResource.asyncId()},(err,result)=>{var _a2;this.completed++,taskInfo.started&&((_a2=this.histogram)===null||_a2===void 0||_a2.recordRunTime(
node_perf_hooks_1.performance.now()-taskInfo.started)),err!==null?reject(err):resolve2(result),queueMicrotask(this._maybeDrain.bind(this))});if(signal!=null){if(signal.
aborted)return reject(new abort_1.AbortError(signal.reason)),ret;taskInfo.onAbort(()=>{reject(new abort_1.AbortError(signal.reason)),taskInfo.workerInfo!=null?(this.
_removeWorker(taskInfo.workerInfo),this._ensureMinimumWorkers()):this._removeTaskFromQueue(taskInfo)}),taskInfo.setAbortListener(signal)}if(this.taskQueue.size>
0){let totalCapacity=this.options.maxQueue+this.pendingCapacity();return this.taskQueue.size>=totalCapacity?this.options.maxQueue===0?reject(errors_1.Errors.NoTaskQueueAvailable()):
reject(errors_1.Errors.TaskQueueAtLimit()):(this.taskQueue.push(taskInfo),this.workers.size<this.options.maxThreads&&this._addNewWorker()),queueMicrotask(this._maybeDrain.
bind(this)),ret}let workers=[...this.workers.readyItems].map(workerInfo=>workerInfo.interface);return this._distributeTask(taskInfo,workers)||(this.workers.size<
this.options.maxThreads&&this._addNewWorker(),this.options.maxQueue<=0&&this.pendingCapacity()===0&&reject(errors_1.Errors.NoTaskQueueAvailable())),queueMicrotask(
this._maybeDrain.bind(this)),ret}pendingCapacity(){return this.workers.pendingItems.size*this.options.concurrentTasksPerWorker}_maybeDrain(){let{maxCapacity}=this,
currentUsage=this.workers.getCurrentUsage();maxCapacity===currentUsage?(this._needsDrain=!0,queueMicrotask(()=>this.publicInterface.emit("needsDrain"))):maxCapacity>
currentUsage&&this._needsDrain&&(this._needsDrain=!1,queueMicrotask(()=>this.publicInterface.emit("drain")))}async destroy(){for(this.destroying=!0;this.skipQueue.
length>0;)this.skipQueue.shift().done(new Error("Terminating worker thread"));for(;this.taskQueue.size>0;)this.taskQueue.shift().done(new Error("Terminating wor\
ker thread"));let exitEvents=[];for(;this.workers.size>0;){let[workerInfo]=this.workers;exitEvents.push((0,node_events_1.once)(workerInfo.worker,"exit")),this._removeWorker(
workerInfo)}await Promise.allSettled(exitEvents),this.destroying=!1}async close(options){if(this.closingUp=!0,options.force){let skipQueueLength=this.skipQueue.
length;for(let i=0;i<skipQueueLength;i++){let taskInfo=this.skipQueue.shift();taskInfo.workerInfo===null?taskInfo.done(new abort_1.AbortError("pool is closed")):
this.skipQueue.push(taskInfo)}let taskQueueLength=this.taskQueue.size;for(let i=0;i<taskQueueLength;i++){let taskInfo=this.taskQueue.shift();taskInfo.workerInfo===
null?taskInfo.done(new abort_1.AbortError("pool is closed")):this.taskQueue.push(taskInfo)}}let onPoolFlushed=()=>new Promise(resolve2=>{let numberOfWorkers=this.
workers.size;if(numberOfWorkers===0){resolve2();return}let numberOfWorkersDone=0,checkIfWorkerIsDone=workerInfo=>{workerInfo.taskInfos.size===0&&numberOfWorkersDone++,
numberOfWorkers===numberOfWorkersDone&&resolve2()};this.workers.onTaskDone(checkIfWorkerIsDone);for(let workerInfo of this.workers)checkIfWorkerIsDone(workerInfo),
this.workers.onTaskDone(checkIfWorkerIsDone)}),throwOnTimeOut=async timeout=>{throw await(0,promises_1.setTimeout)(timeout,null,{ref:!1}),errors_1.Errors.CloseTimeout()};
try{await Promise.race([onPoolFlushed(),throwOnTimeOut(this.options.closeTimeout)])}catch(error){this.publicInterface.emit("error",error)}finally{await this.destroy(),
this.publicInterface.emit("close"),this.closingUp=!1}}},Piscina2=class _Piscina extends node_events_1.EventEmitterAsyncResource{constructor(options={}){let opts=(0,common_1.
withNullPrototype)(options);if(super((0,common_1.withNullPrototype)(opts,{name:"Piscina"})),_Piscina_pool.set(this,void 0),_Piscina_histogram.set(this,null),typeof opts.
filename!="string"&&opts.filename!=null)throw new TypeError("options.filename must be a string or null");if(typeof opts.name!="string"&&opts.name!=null)throw new TypeError(
"options.name must be a string or null");if(opts.minThreads!==void 0&&(typeof opts.minThreads!="number"||opts.minThreads<0))throw new TypeError("options.minThre\
ads must be a non-negative integer");if(opts.maxThreads!==void 0&&(typeof opts.maxThreads!="number"||opts.maxThreads<1))throw new TypeError("options.maxThreads \
must be a positive integer");if(opts.minThreads!==void 0&&opts.maxThreads!==void 0&&opts.minThreads>opts.maxThreads)throw new RangeError("options.minThreads and\
 options.maxThreads must not conflict");if(opts.idleTimeout!==void 0&&(typeof opts.idleTimeout!="number"||opts.idleTimeout<0))throw new TypeError("options.idleT\
imeout must be a non-negative integer");if(opts.maxQueue!==void 0&&opts.maxQueue!=="auto"&&(typeof opts.maxQueue!="number"||opts.maxQueue<0))throw new TypeError(
"options.maxQueue must be a non-negative integer");if(opts.concurrentTasksPerWorker!==void 0&&(typeof opts.concurrentTasksPerWorker!="number"||opts.concurrentTasksPerWorker<
1))throw new TypeError("options.concurrentTasksPerWorker must be a positive integer");if(opts.atomics!=null&&(typeof opts.atomics!="string"||!["sync","async","d\
isabled"].includes(opts.atomics)))throw new TypeError("options.atomics should be a value of sync, sync or disabled.");if(opts.resourceLimits!==void 0&&(typeof opts.
resourceLimits!="object"||opts.resourceLimits===null))throw new TypeError("options.resourceLimits must be an object");if(opts.taskQueue!==void 0&&!(0,task_queue_1.
isTaskQueue)(opts.taskQueue))throw new TypeError("options.taskQueue must be a TaskQueue object");if(opts.niceIncrement!==void 0&&(typeof opts.niceIncrement!="nu\
mber"||opts.niceIncrement<0&&process.platform!=="win32"))throw new TypeError("options.niceIncrement must be a non-negative integer on Unix systems");if(opts.trackUnmanagedFds!==
void 0&&typeof opts.trackUnmanagedFds!="boolean")throw new TypeError("options.trackUnmanagedFds must be a boolean value");if(opts.closeTimeout!==void 0&&(typeof opts.
closeTimeout!="number"||opts.closeTimeout<0))throw new TypeError("options.closeTimeout must be a non-negative integer");if(opts.loadBalancer!==void 0&&(typeof opts.
loadBalancer!="function"||opts.loadBalancer.length<1))throw new TypeError("options.loadBalancer must be a function with at least two args");if(opts.workerHistogram!==
void 0&&typeof opts.workerHistogram!="boolean")throw new TypeError("options.workerHistogram must be a boolean");if(opts.stricterFIFO!==void 0&&typeof opts.stricterFIFO!=
"boolean")throw new TypeError("options.stricterFIFO must be a boolean");__classPrivateFieldSet(this,_Piscina_pool,new ThreadPool(this,opts),"f")}run(task,options=kDefaultRunOptions){
var _a,_b,_c;if(options===null||typeof options!="object")return Promise.reject(new TypeError("options must be an object"));options=(0,common_1.withNullPrototype)(
options);let transferList=options.transferList,signal=(_a=options.signal)!==null&&_a!==void 0?_a:null,filename=(_b=options.filename)!==null&&_b!==void 0?_b:null,
name=(_c=options.name)!==null&&_c!==void 0?_c:null;return transferList!==void 0&&!Array.isArray(transferList)?Promise.reject(new TypeError("transferList argumen\
t must be an Array")):filename!=null&&typeof filename!="string"?Promise.reject(new TypeError("filename argument must be a string")):name!=null&&typeof name!="st\
ring"?Promise.reject(new TypeError("name argument must be a string")):signal!=null&&typeof signal!="object"?Promise.reject(new TypeError("signal argument must b\
e an object")):__classPrivateFieldGet(this,_Piscina_pool,"f").runTask(task,{transferList,filename,name,signal})}async close(options=kDefaultCloseOptions){if(options===
null||typeof options!="object")throw TypeError("options must be an object");options=(0,common_1.withNullPrototype)(options);let{force}=options;return force!==void 0&&
typeof force!="boolean"?Promise.reject(new TypeError("force argument must be a boolean")):(force??(force=kDefaultCloseOptions.force),__classPrivateFieldGet(this,
_Piscina_pool,"f").close({force}))}destroy(){return __classPrivateFieldGet(this,_Piscina_pool,"f").destroy()}[(_Piscina_pool=new WeakMap,_Piscina_histogram=new WeakMap,
Symbol.dispose)](){this.close()}[Symbol.asyncDispose](){return this.close()}get maxThreads(){return __classPrivateFieldGet(this,_Piscina_pool,"f").options.maxThreads}get minThreads(){
return __classPrivateFieldGet(this,_Piscina_pool,"f").options.minThreads}get options(){return __classPrivateFieldGet(this,_Piscina_pool,"f").options}get threads(){
let ret=[];for(let workerInfo of __classPrivateFieldGet(this,_Piscina_pool,"f").workers)ret.push(workerInfo.worker);return ret}get idleThreads(){let count=0;for(let workerInfo of __classPrivateFieldGet(
this,_Piscina_pool,"f").workers.readyItems)workerInfo.currentUsage()===0&&count++;return count}get queueSize(){let pool=__classPrivateFieldGet(this,_Piscina_pool,
"f");return Math.max(pool.taskQueue.size+pool.skipQueue.length-pool.pendingCapacity(),0)}get completed(){return __classPrivateFieldGet(this,_Piscina_pool,"f").completed}get histogram(){
if(__classPrivateFieldGet(this,_Piscina_histogram,"f")==null){let piscinahistogram={get runTime(){var _a;return(_a=this.histogram)===null||_a===void 0?void 0:_a.
runTimeSummary},get waitTime(){var _a;return(_a=this.histogram)===null||_a===void 0?void 0:_a.waitTimeSummary},resetRunTime(){var _a;(_a=this.histogram)===null||
_a===void 0||_a.resetRunTime()},resetWaitTime(){var _a;(_a=this.histogram)===null||_a===void 0||_a.resetWaitTime()}};Object.defineProperty(piscinahistogram,"his\
togram",{value:__classPrivateFieldGet(this,_Piscina_pool,"f").histogram,writable:!1,enumerable:!1,configurable:!1}),__classPrivateFieldSet(this,_Piscina_histogram,
piscinahistogram,"f")}return __classPrivateFieldGet(this,_Piscina_histogram,"f")}get utilization(){if(__classPrivateFieldGet(this,_Piscina_pool,"f").histogram==
null)return 0;let count=__classPrivateFieldGet(this,_Piscina_pool,"f").histogram.runTimeCount;if(count===0)return 0;let capacity=this.duration*__classPrivateFieldGet(
this,_Piscina_pool,"f").options.maxThreads;return __classPrivateFieldGet(this,_Piscina_pool,"f").histogram.runTimeSummary.mean/1e3*count/capacity}get duration(){
return node_perf_hooks_1.performance.now()-__classPrivateFieldGet(this,_Piscina_pool,"f").start}get needsDrain(){return __classPrivateFieldGet(this,_Piscina_pool,
"f")._needsDrain}static get isWorkerThread(){return common_1.commonState.isWorkerThread}static get workerData(){return common_1.commonState.workerData}static get version(){
return package_json_1.version}static get Piscina(){return _Piscina}static get FixedQueue(){return task_queue_1.FixedQueue}static get ArrayTaskQueue(){return task_queue_1.
ArrayTaskQueue}static move(val){return val!=null&&typeof val=="object"&&typeof val!="function"&&((0,common_1.isTransferable)(val)||(node_util_1.types.isArrayBufferView(
val)?val=new ArrayBufferViewTransferable(val):val=new DirectlyTransferable(val)),(0,common_1.markMovable)(val)),val}static get transferableSymbol(){return symbols_1.
kTransferable}static get valueSymbol(){return symbols_1.kValue}static get queueOptionsSymbol(){return symbols_1.kQueueOptions}};exports2.default=Piscina2;exports2.
Piscina=Piscina2;var move2=Piscina2.move;exports2.move=move2;var isWorkerThread2=Piscina2.isWorkerThread;exports2.isWorkerThread=isWorkerThread2;var workerData2=Piscina2.
workerData;exports2.workerData=workerData2}});var require_main=__commonJS({"node_modules/piscina/dist/main.js"(exports2,module2){"use strict";var __importDefault=exports2&&exports2.__importDefault||function(mod2){
return mod2&&mod2.__esModule?mod2:{default:mod2}},index_1=__importDefault(require_dist());module2.exports=index_1.default}});var esm_wrapper_exports={};__export(esm_wrapper_exports,{ArrayTaskQueue:()=>ArrayTaskQueue,FixedQueue:()=>FixedQueue,Piscina:()=>Piscina,default:()=>esm_wrapper_default,
isWorkerThread:()=>isWorkerThread,move:()=>move,queueOptionsSymbol:()=>queueOptionsSymbol,transferableSymbol:()=>transferableSymbol,valueSymbol:()=>valueSymbol,
version:()=>version,workerData:()=>workerData});var import_main,esm_wrapper_default,ArrayTaskQueue,FixedQueue,Piscina,isWorkerThread,move,queueOptionsSymbol,transferableSymbol,
valueSymbol,version,workerData,init_esm_wrapper=__esm({"node_modules/piscina/dist/esm-wrapper.mjs"(){import_main=__toESM(require_main(),1),esm_wrapper_default=import_main.default,
ArrayTaskQueue=import_main.default.ArrayTaskQueue,FixedQueue=import_main.default.FixedQueue,Piscina=import_main.default.Piscina,isWorkerThread=import_main.default.
isWorkerThread,move=import_main.default.move,queueOptionsSymbol=import_main.default.queueOptionsSymbol,transferableSymbol=import_main.default.transferableSymbol,
valueSymbol=import_main.default.valueSymbol,version=import_main.default.version,workerData=import_main.default.workerData}});async function openPiscina({entry,maxThreads}){let{Piscina:Piscina2}=await Promise.resolve().then(()=>(init_esm_wrapper(),esm_wrapper_exports)),piscina=new Piscina2(
{filename:entry,name:"runJob",minThreads:0,maxThreads,idleTimeout:THREAD_IDLE_MS,concurrentTasksPerWorker:1,atomics:"disabled",recordTiming:!1,resourceLimits:{maxOldGenerationSizeMb:MAX_THREAD_HEAP_MB,
maxYoungGenerationSizeMb:THREAD_NURSERY_MB}});return piscina.on("error",()=>{}),piscina}function poolIsClosed(){return failed(new Fault("internal","Cannot run a\
 job: the thread pool is closed"))}function failed(fault){return{status:"failed",fault:fault.toData()}}var MAX_THREAD_HEAP_MB,THREAD_NURSERY_MB,THREAD_IDLE_MS,PORT_DRAIN_MS,
JobPool,init_pool=__esm({"src/workers/pool.ts"(){"use strict";init_fault();init_deadline();MAX_THREAD_HEAP_MB=256,THREAD_NURSERY_MB=8,THREAD_IDLE_MS=3e4,PORT_DRAIN_MS=
500,JobPool=class{#options;#opening;#piscina;#closed=!1;#running=0;constructor(options){this.#options=options}warm(){this.#closed||this.#warm()}async#warm(){let piscina=await this.#open();
this.#closed||piscina.threads.length>this.#running||piscina.run(null,{name:"warmUp"}).catch(()=>{})}async#open(){return this.#opening??=openPiscina(this.#options),
this.#piscina=await this.#opening,this.#piscina}run(input,signal,onMessage){let{port1:ours,port2:theirs}=new MessageChannel;ours.on("message",onMessage);let drained=new Promise(
resolve2=>ours.once("close",resolve2));return{outcome:this.#outcome(input,theirs,signal).finally(async()=>{theirs.close(),await settledWithin(drained,PORT_DRAIN_MS),
ours.close()}),post:message2=>ours.postMessage(message2)}}get threads(){return this.#piscina?.threads.length??0}async destroy(){this.#closed=!0,await(await this.#opening)?.
destroy()}async#outcome(input,port2,signal){if(this.#closed)return poolIsClosed();this.#running+=1;try{let piscina=await this.#open();return this.#closed?poolIsClosed():
await piscina.run({input,port:port2},{signal,transferList:[port2]})}catch(error){return signal.aborted?failed(Fault.from(signal.reason)):failed(new Fault("worke\
r_crashed",`The job's thread ended: ${messageOf(error)}`,{cause:error}))}finally{this.#running-=1,this.#piscina!==void 0&&this.#piscina.queueSize>0&&this.warm()}}}}});function fieldsOf(value){return isRecord(value)?value:{}}function isRecord(value){return typeof value=="object"&&value!==null}var init_fields=__esm({"src/codex/\
fields.ts"(){"use strict"}});var MAX_ID_CHARS,IdSchema,init_id=__esm({"src/codex/id.ts"(){"use strict";init_dist();MAX_ID_CHARS=200,IdSchema=pipe(string(),maxLength(MAX_ID_CHARS))}});function threadIdOf(params){let{threadId,thread}=fieldsOf(params);return textOf2(threadId)??textOf2(fieldsOf(thread).id)}function textOf2(value){return typeof value==
"string"?value:null}var OptionalText,OptionalId,Count,address,TurnErrorSchema,Turn,TurnNotification,ItemNotification,DeltaNotification,MessageDeltaNotification,
Tokens,NONE,UsageNotification,SECONDS,Window,RateLimitsNotification,ErrorNotification,WarningNotification,NoticeNotification,ReroutedNotification,McpStatusNotification,
ThreadNotification,init_notifications=__esm({"src/codex/notifications.ts"(){"use strict";init_dist();init_finite_number();init_fields();init_id();OptionalText=nullish(
string(),null),OptionalId=nullish(IdSchema,null),Count=nullish(FiniteNumberSchema,0),address={threadId:IdSchema,turnId:OptionalId},TurnErrorSchema=object({message:nullish(
string(),"no reason was given"),codexErrorInfo:optional(unknown()),additionalDetails:OptionalText}),Turn=object({id:fallback(IdSchema,""),rootTurnId:fallback(OptionalId,
null),status:fallback(OptionalText,null),error:fallback(nullish(TurnErrorSchema,null),null),items:fallback(nullish(array(unknown()),[]),[])}),TurnNotification=object(
{threadId:IdSchema,turn:Turn}),ItemNotification=object({...address,item:unknown()}),DeltaNotification=object(address),MessageDeltaNotification=object({...address,
itemId:fallback(OptionalId,null),delta:fallback(string(),"")}),Tokens=object({totalTokens:Count,inputTokens:Count,cachedInputTokens:Count,cacheWriteInputTokens:Count,
outputTokens:Count,reasoningOutputTokens:Count}),NONE={},UsageNotification=object({...address,tokenUsage:object({total:Tokens,last:optional(Tokens,NONE)})}),SECONDS=
nullish(FiniteNumberSchema,null),Window=nullish(object({usedPercent:FiniteNumberSchema,windowDurationMins:SECONDS,resetsAt:SECONDS}),null),RateLimitsNotification=
object({rateLimits:object({limitId:OptionalText,limitName:OptionalText,planType:OptionalText,primary:Window,secondary:Window,credits:nullish(object({hasCredits:boolean(),
unlimited:boolean(),balance:OptionalText}),null)})}),ErrorNotification=object({...address,error:TurnErrorSchema,willRetry:nullish(boolean(),!1)}),WarningNotification=
object({threadId:OptionalText,message:string()}),NoticeNotification=object({summary:string(),details:OptionalText}),ReroutedNotification=object({...address,fromModel:string(),
toModel:string(),reason:OptionalText}),McpStatusNotification=object({threadId:OptionalText,name:string(),status:OptionalText,error:OptionalText}),ThreadNotification=
object({threadId:string()})}});function withRateLimits(known2,params,at){let parsed2=safeParse(RateLimitsNotification,params);if(!parsed2.success)return known2;let told=parsed2.output.rateLimits,
before=known2.find(({limitId})=>limitId===told.limitId),limit=merged(before,told,at);return limit.primary===null&&limit.secondary===null&&limit.credits===null?known2:
[limit,...known2.filter(other=>other!==before)].slice(0,MAX_RATE_LIMITS)}function merged(before,told,at){return{limitId:told.limitId,limitName:told.limitName??before?.
limitName??null,planType:told.planType??before?.planType??null,primary:windowOf(told.primary)??before?.primary??null,secondary:windowOf(told.secondary)??before?.
secondary??null,credits:told.credits??before?.credits??null,updatedAt:at}}function windowOf(told){if(told===null)return null;let{usedPercent,windowDurationMins,
resetsAt}=told;return{usedPercent,windowDurationMins,resetsAt:resetsAt===null?null:instantOf(resetsAt)}}function instantOf(seconds3){return seconds3>=0&&seconds3<=
LAST_SECOND?new Date(seconds3*1e3).toISOString():null}var MAX_RATE_LIMITS,LAST_SECOND,init_rate_limits=__esm({"src/codex/rate-limits.ts"(){"use strict";init_dist();
init_notifications();MAX_RATE_LIMITS=16,LAST_SECOND=253402300799}});var MAX_METERED_THREADS,TokenMeter,init_token_meter=__esm({"src/codex/token-meter.ts"(){"use strict";init_dist();init_usage();init_notifications();MAX_METERED_THREADS=
1e3,TokenMeter=class{#counters=new Map;read({method:method2,params}){return method2==="thread/tokenUsage/updated"?this.#told(params):(method2==="turn/started"&&
this.#begun(params),null)}#begun(params){let parsed2=safeParse(TurnNotification,params);if(!parsed2.success)return;let{threadId,turn}=parsed2.output;this.#remember(
threadId,{total:this.#totalOf(threadId),turnIds:[turn.id,turn.rootTurnId]})}#told(params){let parsed2=safeParse(UsageNotification,params);if(!parsed2.success)return null;
let{threadId,turnId,tokenUsage}=parsed2.output,{total,last:last2}=tokenUsage,turnIds=this.#counters.get(threadId)?.turnIds??[],before=this.#totalOf(threadId)??usageSince(
total,last2);if(this.#remember(threadId,{total,turnIds}),!turnIds.includes(turnId))return null;let used=usageSince(total,before);return Object.values(used).some(
tokens=>tokens>0)?used:null}#totalOf(threadId){return this.#counters.get(threadId)?.total??null}#remember(threadId,counter3){this.#counters.delete(threadId),this.#counters.
set(threadId,counter3);let[oldest]=this.#counters.keys();this.#counters.size>MAX_METERED_THREADS&&oldest!==void 0&&this.#counters.delete(oldest)}}}});var AccountUse,init_account_use=__esm({"src/broker/account-use.ts"(){"use strict";init_rate_limits();init_token_meter();AccountUse=class{tokens=new TokenMeter;#rateLimits=[];constructor(router,onLimits){
router.onUnaddressed((method2,params)=>{method2==="account/rateLimits/updated"&&(this.#rateLimits=withRateLimits(this.#rateLimits,params,new Date().toISOString()),
onLimits(this.#rateLimits))})}get rateLimits(){return this.#rateLimits}get latestLimit(){return this.#rateLimits[0]??null}}}});function makeMark(directory,name){ensurePrivateDirectory(directory);let file=within(directory,name);try{return(0,import_node_fs21.closeSync)((0,import_node_fs21.openSync)(
file,"wx",384)),!0}catch(error){if(errorCode(error)==="EEXIST")return!1;throw writeError(file,error)}}var import_node_fs21,init_mark=__esm({"src/status/mark.ts"(){
"use strict";import_node_fs21=require("node:fs");init_private_directory();init_system_error();init_within();init_write_error()}});function markUntold(workspaceDirectory2,jobId2,channel){makeMark(placeOf(workspaceDirectory2),`${jobId2}.${channel}`)}function claimUntold(workspaceDirectory2,jobId2,channel){
try{return(0,import_node_fs22.unlinkSync)(within(placeOf(workspaceDirectory2),`${jobId2}.${channel}`)),!0}catch(error){if(isMissing(error))return!1;throw error}}
function untoldMarks(workspaceDirectory2){return namesIn(placeOf(workspaceDirectory2)).flatMap(name=>{let[id="",channel=""]=name.split(".");return isJobId(id)&&
channel!==""?[{id,channel,file:within(placeOf(workspaceDirectory2),name)}]:[]})}function placeOf(workspaceDirectory2){return within(workspaceDirectory2,"untold")}
var import_node_fs22,init_untold=__esm({"src/status/untold.ts"(){"use strict";import_node_fs22=require("node:fs");init_ids();init_names_in();init_system_error();
init_within();init_mark()}});function remarkOf(remark){return remark===null?"":`: ${remark}`}var import_promises3,MAX_AT_ONCE,MAX_WAITING,TELL_WITHIN_MS,LAST_CALL_MS,ENDED_WITHIN_MS,Announcer,
init_announcer=__esm({"src/notify/announcer.ts"(){"use strict";import_promises3=require("node:timers/promises");init_fault();init_job();init_untold();init_deadline();
MAX_AT_ONCE=2,MAX_WAITING=1e3,TELL_WITHIN_MS=24*36e5,LAST_CALL_MS=5e3,ENDED_WITHIN_MS=3e3,Announcer=class{#parts;#waiting=new Set;#telling=new Set;#ending=new AbortController;#moreOnDisk=!1;constructor(parts){
this.#parts=parts}expect(jobId2){let{channel,directory,log}=this.#parts;try{markUntold(directory,jobId2,channel.name)}catch(error){log("error",`${channel.setting}\
 will not be told of ${jobId2}: ${messageOf(error)}`)}}ended(jobId2){this.#waiting.size>=(this.#parts.maxWaiting??MAX_WAITING)?this.#moreOnDisk=!0:this.#waiting.
add(jobId2),this.#tellNext()}resume(){let{channel,directory,log}=this.#parts;this.#moreOnDisk=!1;try{let marks=untoldMarks(directory).filter(mark=>mark.channel===
channel.name);for(let{id}of marks.sort((a,b)=>a.id<b.id?-1:1))this.#isDue(id)&&this.ended(id)}catch(error){log("error",`${channel.setting} is not told of what e\
nded before: ${messageOf(error)}`)}}async close(withinMs=LAST_CALL_MS){await settledWithin(this.#quiet(),withinMs),this.#ending.abort(),this.#waiting.clear(),await settledWithin(
this.#quiet(),ENDED_WITHIN_MS)}async#quiet(){for(;this.#telling.size>0;)await Promise.all(this.#telling)}#isDue(jobId2){let job=this.#finished(jobId2);if(job===
null)return!1;if(Date.now()-Date.parse(job.completedAt)<=TELL_WITHIN_MS)return!0;let{channel,log}=this.#parts;return this.#claim(jobId2)&&log("info",`${channel.
setting} was not told of ${jobId2}, which ended at ${job.completedAt}`),!1}#tellNext(){for(;this.#telling.size<MAX_AT_ONCE&&!this.#ending.signal.aborted;){let[jobId2]=this.#waiting;
if(jobId2===void 0)break;this.#waiting.delete(jobId2);let telling=this.#tell(jobId2).finally(()=>{this.#telling.delete(telling),this.#tellNext()});this.#telling.
add(telling)}this.#moreOnDisk&&this.#waiting.size===0&&this.resume()}async#tell(jobId2){if(await(0,import_promises3.setImmediate)(),this.#ending.signal.aborted)
return;let job=this.#finished(jobId2);if(job===null||!this.#claim(jobId2))return;let{channel,log}=this.#parts,told=await this.#tellClaimed(job);told.ok?log(told.
remark===null?"debug":"info",`${channel.setting} was told of ${jobId2}${remarkOf(told.remark)}`):log("error",`${channel.setting} was told of ${jobId2} in vain: ${told.
why}`),!told.ok&&told.later===!0&&this.expect(jobId2)}async#tellClaimed(job){try{return await this.#parts.channel.tell(job,this.#ending.signal)}catch(error){return{
ok:!1,why:messageOf(error)}}}#finished(jobId2){let{channel,read:read3,log}=this.#parts;try{let job=read3(jobId2);return job!==null&&isFinished(job)?job:null}catch(error){
return log("error",`${channel.setting} is not told of ${jobId2}: ${messageOf(error)}`),null}}#claim(jobId2){let{channel,directory,log}=this.#parts;try{return claimUntold(
directory,jobId2,channel.name)}catch(error){return log("error",`${channel.setting} is not told of ${jobId2}: ${messageOf(error)}`),!1}}}}});function programFile(name,{environment,platform=process.platform,exists:exists2=import_node_fs23.existsSync}){if(platform!=="win32"||/[\\/:]/u.test(name))return name;
let names=hasSuffix(name)?[name]:SUFFIXES.map(suffix=>`${name}${suffix}`);return searchDirectories(environment,platform).flatMap(directory=>names.map(file=>import_node_path18.default.
win32.join(directory,file))).find(exists2)??null}function hasSuffix(name){return SUFFIXES.some(suffix=>name.toLowerCase().endsWith(suffix))}var import_node_fs23,
import_node_path18,SUFFIXES,init_program_file=__esm({"src/util/program-file.ts"(){"use strict";import_node_fs23=require("node:fs"),import_node_path18=__toESM(require("node:path"),1);
init_search_path();SUFFIXES=[".exe",".com"]}});async function runBounded(command,args,options){if(options.signal?.aborted)return{id:"stopped"};let stop2=deferred(),stdout=new Head(options.maxBytes,()=>{options.
beyondMax!=="drop"&&stop2.resolve("cut")}),stderr=new Tail(STDERR_TAIL_BYTES2),file=programFile(command,options);if(file===null)return{id:"not_started",error:noProgram(
command)};let child;try{child=start(file,args,options)}catch(error){return{id:"not_started",error}}child.stdout?.on("data",chunk=>stdout.push(chunk)),child.stderr?.
on("data",chunk=>stderr.push(chunk));let onEnd=child.pid===void 0?void 0:options.onStart?.(child.pid);child.stdin?.on("error",()=>{}),child.stdin?.end(options.input);
let timer=setTimeout(()=>stop2.resolve("timed_out"),options.timeoutMs),onAbort=()=>stop2.resolve("stopped");options.signal?.addEventListener("abort",onAbort),endWithUs(
child);try{let ended=whenEnded(child,()=>({stdout:stdout.bytes(),stderr:stderr.toString()})),first4=await Promise.race([stop2.promise,ended]);return typeof first4!=
"string"?first4:(options.graceMs!==void 0&&signalGroup(child,"SIGTERM")&&await settledWithin(ended,options.graceMs),signalGroup(child,"SIGKILL"),await settledWithin(
ended,DRAIN_MS),first4==="cut"?{id:"cut",stdout:stdout.bytes()}:{id:first4})}finally{onEnd?.(),clearTimeout(timer),options.signal?.removeEventListener("abort",onAbort),
running.delete(child),child.stdin?.destroy(),child.stdout?.destroy(),child.stderr?.destroy(),child.unref()}}function endWithUs(child){running.add(child),!watchesExit&&
(watchesExit=!0,process.once("exit",()=>{for(let left of running)signalGroup(left,"SIGKILL")}))}function start(file,args,{cwd,environment,input}){return(0,import_node_child_process5.spawn)(
file,args,{cwd,env:environment,stdio:[input===void 0?"ignore":"pipe","pipe","pipe"],detached:HAS_PROCESS_GROUPS,windowsHide:!0})}function noProgram(command){return Object.
assign(new Error(`spawn ${command} ENOENT`),{code:"ENOENT"})}function whenEnded(child,output){return new Promise(resolve2=>{child.on("error",error=>resolve2({id:"\
not_started",error}));let exited=(code,signal)=>{resolve2({id:"exited",...output(),status:code??signal??"unknown"})};child.once("exit",(code,signal)=>{let cancel2=afterDeadline(
DRAIN_MS,()=>exited(code,signal));child.once("close",cancel2)}),child.once("close",exited)})}function signalGroup(child,signal){return child.pid===void 0||child.
exitCode!==null||child.signalCode!==null?!1:signalProcess(child.pid,signal,"group")}var import_node_child_process5,STDERR_TAIL_BYTES2,DRAIN_MS,running,watchesExit,
Head,init_bounded_process=__esm({"src/util/bounded-process.ts"(){"use strict";import_node_child_process5=require("node:child_process");init_deadline();init_deferred();
init_process_tree();init_program_file();init_tail();STDERR_TAIL_BYTES2=2*1024,DRAIN_MS=1e3;running=new Set,watchesExit=!1;Head=class{#limit;#onFull;#chunks=[];#left;constructor(limit,onFull){
this.#limit=limit,this.#left=limit,this.#onFull=onFull}push(chunk){chunk.length>this.#left&&this.#onFull(),this.#left>0&&this.#chunks.push(chunk.subarray(0,this.#left)),
this.#left=Math.max(0,this.#left-chunk.length)}bytes(){return Buffer.concat(this.#chunks).subarray(0,this.#limit)}}}});function parseVerdict(text2){let value;try{value=JSON.parse(withoutFence(text2.trim()))}catch(error){return{ok:!1,kind:"not_json",error:messageOf(error),raw:text2}}
let parsed2=safeParse(VerdictSchema,value);return parsed2.success?{ok:!0,verdict:parsed2.output}:{ok:!1,kind:"wrong_shape",error:shapeError(value,parsed2.issues[0]),
raw:text2}}function withoutFence(text2){return FENCE.exec(text2)?.[1]??text2}function shapeError(value,issue){if(typeof value!="object"||value===null||Array.isArray(
value))return"Expected a top-level JSON object.";let path20=getDotPath(issue)??"",missing=issue.input===void 0||issue.type!=="picklist"&&!path20.includes(".")?MISSING.
get(path20):void 0,received=oneLine(issue.received,MAX_QUOTED_CHARS);return missing??`Unexpected value at \`${path20}\`: expected ${issue.expected??"another"}, \
received ${received}`}var MAX_QUOTED_CHARS,SEVERITIES,VERDICTS,Line,FindingSchema,VerdictSchema,FENCE,MISSING,init_verdict=__esm({"src/review/verdict.ts"(){"use\
 strict";init_dist();init_fault();init_plain_text();MAX_QUOTED_CHARS=200,SEVERITIES=["critical","high","medium","low"],VERDICTS=["approve","needs-attention"],Line=
pipe(number(),integer(),minValue(1)),FindingSchema=object({severity:picklist(SEVERITIES),title:string(),body:string(),file:string(),line_start:Line,line_end:Line,
confidence:pipe(number(),minValue(0),maxValue(1)),recommendation:string()}),VerdictSchema=object({verdict:picklist(VERDICTS),summary:string(),findings:array(FindingSchema),
next_steps:array(string())});FENCE=/^```[a-z]*[ \t]*\r?\n([\s\S]*?)\r?\n?```$/iu;MISSING=new Map([["verdict","Missing string `verdict`."],["summary","Missing st\
ring `summary`."],["findings","Missing array `findings`."],["next_steps","Missing array `next_steps`."]])}});function summaryOf(job){if(job.status!=="completed")return job.summary;let[line2=`${job.title} finished.`]=FIRST_LINE.exec(wordsOf(job))??[];return oneLine(line2,
SUMMARY_CHARS)}function wordsOf({kind:kind2,finalMessage}){if(kind2!=="adversarial-review")return finalMessage;let parsed2=parseVerdict(finalMessage);return parsed2.
ok?parsed2.verdict.summary:parsed2.error}var SUMMARY_CHARS,FIRST_LINE,init_summary=__esm({"src/review/summary.ts"(){"use strict";init_plain_text();init_verdict();
SUMMARY_CHARS=500,FIRST_LINE=/\S.{0,9999}/u}});function cutOffItems({openItems,work:{unfinished}}){return openItems.filter(({itemId:itemId2})=>itemId2!==unfinished?.itemId).map(({label:label2})=>label2)}var init_cut_off=__esm(
{"src/status/cut-off.ts"(){"use strict"}});function witnessesOf(job,{isAlive:isAlive2,live:live2}){let broker={...job.broker,alive:isAlive2(job.broker),lastAnswerAt:live2?.answeredAt??null},appServer={...job.
appServer,alive:isAlive2(job.appServer),state:live2?.appServer.state??null,lastAnswerAt:live2?.appServer.lastAnswerAt??null},why=disagreement(broker,appServer);
return{verdict:why===null?"responsive":"unresponsive",why,broker,appServer,worker:live2?.worker?{pid:job.broker.pid,...live2.worker}:null}}function disagreement(broker,appServer){
return broker.alive?broker.lastAnswerAt===null?`the broker (pid ${broker.pid}) is alive and does not answer`:appServer.alive?appServer.state==="unresponsive"?`t\
he app-server (pid ${appServer.pid}) is alive and does not answer`:null:`the app-server (pid ${appServer.pid}) is gone`:`the broker (pid ${broker.pid}) is gone`}
var init_witnesses=__esm({"src/status/witnesses.ts"(){"use strict"}});function jobView(job,nowMs,extras){let startedAt=job.status==="queued"?null:job.startedAt,completedAt=isFinished(job)?job.completedAt:null,sinceStart=Math.max(0,
(completedAt===null?nowMs:Date.parse(completedAt))-Date.parse(startedAt??job.createdAt)-job.work.clockJumpMs);return{schemaVersion:job.schemaVersion,id:job.id,kind:job.
kind,...labelsOf(job),title:job.title,summary:job.summary,requestSummary:job.summary,status:job.status,phase:job.phase,position:extras.live?.position??null,waitingForJob:extras.
live?.waitingForJob??null,pid:job.status==="running"?job.broker.pid:null,threadId:job.threadId,turnId:job.turnId,sessionId:job.sessionId,key:job.key,retryOf:job.
retryOf,workspaceRoot:job.workspaceRoot,...permissionsOf(job),logFile:job.logFile,createdAt:job.createdAt,startedAt,completedAt,updatedAt:job.updatedAt,elapsed:extras.
formatMs(sinceStart),duration:completedAt===null?null:extras.formatMs(sinceStart),progressPreview:[...extras.progressPreview??[]],errorMessage:errorMessageOf(job),
...failureOf(job),deadlineAt:job.status==="running"?job.deadlineAt:null,idleSince:idleSinceOf(job,nowMs,extras.live?.idleMs??null),lastEventAt:job.lastEventAt,waitingFor:isFinished(
job)?null:waitingForOf(job.openItems,nowMs,extras.formatMs),clock:extras.live?.clock??null,attempt:job.attempt,retries:job.request.retries,retryAt:job.status===
"queued"?job.retryAt:null,resolved:job.resolved,usage:job.work.usage,partial:partialOf(job),witnesses:job.status==="running"?witnessesOf(job,{isAlive:extras.isAlive,
live:extras.live}):null}}function labelsOf(job){switch(job.kind){case"review":case"adversarial-review":return{kindLabel:job.kind,jobClass:"review"};case"task":case"\
stop-gate-review":return{kindLabel:"rescue",jobClass:"task"}}}function permissionsOf({request,questions}){let{sandbox,onApproval}=request;return{write:mayWrite(
request),sandbox:sandbox??"inherit",onApproval,questions}}function cancelledBy({history}){return history.at(-1)?.detail??"by user"}function errorMessageOf(job){
switch(job.status){case"failed":return job.errorMessage;case"cancelled":return`Cancelled ${cancelledBy(job)}.`;default:return null}}function failureOf(job){return job.
status==="failed"?{reason:job.reason,comeBackAt:job.comeBackAt}:{reason:null,comeBackAt:null}}function idleSinceOf(job,nowMs,idleMs){return job.status!=="runnin\
g"?null:idleMs===null?job.lastProgressAt:new Date(nowMs-idleMs).toISOString()}function waitingForOf(items,nowMs,formatMs2){let[oldest]=items;if(oldest===void 0)
return null;let waitedMs=Math.max(0,nowMs-Date.parse(oldest.since));return{label:oldest.label,since:oldest.since,for:formatMs2(waitedMs)}}function partialOf(job){
if(job.status!=="failed"&&job.status!=="cancelled")return null;let{lastMessage,unfinished,reasoningSummary,touchedFiles,commands,lastNotice:lastNotice2}=job.work,
cutOff=cutOffItems(job);if(isEmpty(job.work)&&cutOff.length===0)return null;let unfinishedMessage=unfinished?.text??null;return{lastMessage,unfinishedMessage,reasoningSummary,
touchedFiles,commands,cutOff,lastNotice:lastNotice2}}function isEmpty({lastMessage,unfinished,lastNotice:lastNotice2,reasoningSummary,touchedFiles,commands}){return(lastMessage??
unfinished??lastNotice2)===null&&[reasoningSummary,touchedFiles,commands].every(list=>list.length===0)}var init_job_view=__esm({"src/status/job-view.ts"(){"use \
strict";init_job();init_cut_off();init_witnesses()}});function parseNumber2(milliseconds){return{days:Math.trunc(milliseconds/864e5),hours:Math.trunc(milliseconds/36e5%24),minutes:Math.trunc(milliseconds/6e4%60),seconds:Math.
trunc(milliseconds/1e3%60),milliseconds:Math.trunc(milliseconds%1e3),microseconds:Math.trunc(toZeroIfInfinity(milliseconds*1e3)%1e3),nanoseconds:Math.trunc(toZeroIfInfinity(
milliseconds*1e6)%1e3)}}function parseBigint(milliseconds){return{days:milliseconds/86400000n,hours:milliseconds/3600000n%24n,minutes:milliseconds/60000n%60n,seconds:milliseconds/
1000n%60n,milliseconds:milliseconds%1000n,microseconds:0n,nanoseconds:0n}}function parseMilliseconds(milliseconds){switch(typeof milliseconds){case"number":{if(Number.
isFinite(milliseconds))return parseNumber2(milliseconds);break}case"bigint":return parseBigint(milliseconds)}throw new TypeError("Expected a finite number or bi\
gint")}var toZeroIfInfinity,init_parse_ms=__esm({"node_modules/parse-ms/index.js"(){toZeroIfInfinity=value=>Number.isFinite(value)?value:0}});function prettyMilliseconds(milliseconds,options){let isBigInt=typeof milliseconds=="bigint";if(!isBigInt&&!Number.isFinite(milliseconds))throw new TypeError("E\
xpected a finite number or bigint");options={...options};let sign=milliseconds<0?"-":"";milliseconds=milliseconds<0?-milliseconds:milliseconds,options.colonNotation&&
(options.compact=!1,options.formatSubMilliseconds=!1,options.separateMilliseconds=!1,options.verbose=!1),options.compact&&(options.unitCount=1,options.secondsDecimalDigits=
0,options.millisecondsDecimalDigits=0);let result=[],floorDecimals=(value,decimalDigits)=>{let flooredInterimValue=Math.floor(value*10**decimalDigits+SECOND_ROUNDING_EPSILON);
return(Math.round(flooredInterimValue)/10**decimalDigits).toFixed(decimalDigits)},add=(value,long,short,valueString)=>{if(!((result.length===0||!options.colonNotation)&&
isZero(value)&&!(options.colonNotation&&short==="m"))){if(valueString??=String(value),options.colonNotation){let wholeDigits=valueString.includes(".")?valueString.
split(".")[0].length:valueString.length,minLength2=result.length>0?2:1;valueString="0".repeat(Math.max(0,minLength2-wholeDigits))+valueString}else valueString+=
options.verbose?" "+pluralize(long,value):short;result.push(valueString)}},parsed2=parseMilliseconds(milliseconds),days2=BigInt(parsed2.days);if(options.hideYearAndDays?
add(BigInt(days2)*24n+BigInt(parsed2.hours),"hour","h"):(options.hideYear?add(days2,"day","d"):(add(days2/365n,"year","y"),add(days2%365n,"day","d")),add(Number(
parsed2.hours),"hour","h")),add(Number(parsed2.minutes),"minute","m"),!options.hideSeconds)if(options.separateMilliseconds||options.formatSubMilliseconds||!options.
colonNotation&&milliseconds<1e3&&!options.subSecondsAsDecimals){let seconds3=Number(parsed2.seconds),milliseconds2=Number(parsed2.milliseconds),microseconds=Number(
parsed2.microseconds),nanoseconds=Number(parsed2.nanoseconds);if(add(seconds3,"second","s"),options.formatSubMilliseconds)add(milliseconds2,"millisecond","ms"),
add(microseconds,"microsecond","\xB5s"),add(nanoseconds,"nanosecond","ns");else{let millisecondsAndBelow=milliseconds2+microseconds/1e3+nanoseconds/1e6,millisecondsDecimalDigits=typeof options.
millisecondsDecimalDigits=="number"?options.millisecondsDecimalDigits:0,roundedMilliseconds=millisecondsAndBelow>=1?Math.round(millisecondsAndBelow):Math.ceil(millisecondsAndBelow),
maximumMilliseconds=1e3-10**-millisecondsDecimalDigits,millisecondsString=millisecondsDecimalDigits?Math.min(millisecondsAndBelow,maximumMilliseconds).toFixed(millisecondsDecimalDigits):
Math.min(roundedMilliseconds,maximumMilliseconds);add(Number.parseFloat(millisecondsString),"millisecond","ms",millisecondsString)}}else{let seconds3=(isBigInt?
Number(milliseconds%ONE_DAY_IN_MILLISECONDS):milliseconds)/1e3%60,secondsDecimalDigits=typeof options.secondsDecimalDigits=="number"?options.secondsDecimalDigits:
1,secondsFixed=floorDecimals(seconds3,secondsDecimalDigits),secondsString=options.keepDecimalsOnWholeSeconds?secondsFixed:secondsFixed.replace(/\.0+$/,"");add(Number.
parseFloat(secondsString),"second","s",secondsString)}if(result.length===0)return sign+"0"+(options.verbose?" milliseconds":"ms");let separator=options.colonNotation?
":":" ";return typeof options.unitCount=="number"&&(result=result.slice(0,Math.max(options.unitCount,1))),sign+result.join(separator)}var isZero,pluralize,SECOND_ROUNDING_EPSILON,
ONE_DAY_IN_MILLISECONDS,init_pretty_ms=__esm({"node_modules/pretty-ms/index.js"(){init_parse_ms();isZero=value=>value===0||value===0n,pluralize=(word,count)=>count===
1||count===1n?word:`${word}s`,SECOND_ROUNDING_EPSILON=1e-7,ONE_DAY_IN_MILLISECONDS=24n*60n*60n*1000n}});function formatMs(ms2){return ms2<1e3?`${Math.round(ms2)}ms`:prettyMilliseconds(ms2,{secondsDecimalDigits:0})}var init_duration=__esm({"src/util/duration.ts"(){
"use strict";init_pretty_ms()}});function bounded(value){return typeof value=="string"?cut(value):Array.isArray(value)?value.slice(0,50).map(bounded):typeof value!="object"||value===null?value:
Object.fromEntries(Object.entries(value).map(([key,item])=>[key,bounded(item)]))}function cut(text2){return text2.length<=2e3?text2:`${text2.slice(0,1999).replace(
new RegExp("\\p{Cs}$","u"),"")}\u2026`}var init_bounded_json=__esm({"src/notify/bounded-json.ts"(){"use strict"}});function jobDocument(job){let view=jobView(job,Date.parse(job.completedAt),{formatMs,isAlive,live:null});return JSON.stringify(bounded({...view,summary:summaryOf(
job)}))}var init_job_document=__esm({"src/notify/job-document.ts"(){"use strict";init_summary();init_job_view();init_liveness();init_duration();init_bounded_json()}});function jobVariables(job){return Object.fromEntries(Object.entries(VALUES).map(([name,of])=>[name,onOneLine(of(job)??"")]))}function onOneLine(text2){return plainText(
text2).replace(/[\t\n]/gu," ").slice(0,MAX_VALUE_CHARS)}var MAX_VALUE_CHARS,VALUES,JOB_VARIABLES,init_job_variables=__esm({"src/notify/job-variables.ts"(){"use \
strict";init_plain_text();MAX_VALUE_CHARS=4096,VALUES={CODEX_COMPANION_JOB_ID:({id})=>id,CODEX_COMPANION_JOB_STATUS:({status:status2})=>status2,CODEX_COMPANION_JOB_REASON:job=>job.
status==="failed"?job.reason:null,CODEX_COMPANION_JOB_KIND:({kind:kind2})=>kind2,CODEX_COMPANION_JOB_TITLE:({title})=>title,CODEX_COMPANION_WORKSPACE:({workspaceRoot})=>workspaceRoot,
CODEX_COMPANION_SESSION_ID:({sessionId})=>sessionId},JOB_VARIABLES=Object.keys(VALUES)}});function programChannel(options){return{setting:"on_job_end",name:"program",tell:async(job,signal)=>verdict(await run2(job,options,signal),options)}}function run2(job,options,signal){
let[program="",...args]=options.command;return runBounded(program,args,{cwd:import_node_os4.default.homedir(),environment:{...options.environment,[RUN_TAG_VARIABLE]:void 0,
...jobVariables(job)},input:`${jobDocument(job)}
`,onStart:pid=>noteProgram(options.notes,pid),timeoutMs:options.timeoutMs,graceMs:GRACE_MS,maxBytes:MAX_OUTPUT_BYTES,beyondMax:"drop",signal})}function verdict(ended,{
command:[program=""],timeoutMs}){switch(ended.id){case"exited":{let output=oneLine(`${ended.stdout} ${ended.stderr}`,MAX_SAID_CHARS),said=output===""?null:`it s\
aid: ${output}`;return ended.status===0?{ok:!0,remark:said}:{ok:!1,why:`"${program}" ended with ${statusText(ended.status)}${said===null?"":`; ${said}`}`}}case"\
timed_out":return{ok:!1,why:`"${program}" was not done within ${timeoutMs} ms, and was ended`};case"stopped":return{ok:!1,why:`"${program}" was ended with the b\
roker`};case"cut":return{ok:!1,why:`"${program}" said too much`};case"not_started":return{ok:!1,why:`"${program}" cannot be started: ${messageOf(ended.error)}`}}}
function statusText(status2){return typeof status2=="number"?`status ${status2}`:status2}var import_node_os4,GRACE_MS,MAX_OUTPUT_BYTES,MAX_SAID_CHARS,init_program=__esm(
{"src/notify/channels/program.ts"(){"use strict";import_node_os4=__toESM(require("node:os"),1);init_fault();init_broker_label();init_running_programs();init_bounded_process();
init_plain_text();init_job_document();init_job_variables();GRACE_MS=1e3,MAX_OUTPUT_BYTES=8*1024,MAX_SAID_CHARS=2e3}});function webhookBody(job){let view=jobView(job,Date.parse(job.completedAt),{formatMs,isAlive,live:null}),sent=Object.fromEntries(SENT.map(key=>[key,view[key]]));
return JSON.stringify({version:WEBHOOK_VERSION,event:`job.${job.status}`,job:bounded(sent)})}var WEBHOOK_VERSION,SENT,init_webhook_body=__esm({"src/notify/webho\
ok-body.ts"(){"use strict";init_job_view();init_liveness();init_duration();init_bounded_json();WEBHOOK_VERSION=1,SENT=["id","kind","title","status","reason","co\
meBackAt","sessionId","key","retryOf","threadId","workspaceRoot","write","sandbox","createdAt","startedAt","completedAt","duration","attempt","retries","usage"]}});function webhookChannel(options){return{setting:"webhook",name:"webhook",tell:(job,signal)=>deliver(job,options,signal)}}async function deliver(job,options,signal){
let body=webhookBody(job),pauses=backoff(options.firstPauseMs??FIRST_PAUSE_MS,MAX_PAUSE_MS);for(let attempts=1;;attempts+=1){let attempt=await post(body,options,
signal);if(attempt.id==="taken")return{ok:!0,remark:null};if(attempt.id==="refused")return{ok:!1,why:attempt.why};if(!signal.aborted&&attempts>=MAX_ATTEMPTS)return{
ok:!1,why:`${attempt.why}, at the last of ${attempts} attempts`};if(await(0,import_promises4.setTimeout)(pauses.next().value,void 0,{signal}).catch(()=>{}),signal.
aborted)return{ok:!1,why:`${attempt.why}; the broker ends`,later:!0}}}async function post(body,{address:address2,timeoutMs},signal){let deadline=AbortSignal.timeout(
timeoutMs??ATTEMPT_TIMEOUT_MS);try{let response=await fetch(address2,{method:"POST",headers:{"content-type":"application/json","user-agent":`codex-companion/${VERSION}`},
body,redirect:"manual",signal:AbortSignal.any([signal,deadline])});return await response.body?.cancel(),judged2(response.status)}catch(error){return{id:"failed",
why:deadline.aborted?"no answer in time":causeOf(error)}}}function judged2(status2){return status2>=200&&status2<300?{id:"taken"}:status2>=300&&status2<400?{id:"\
refused",why:`status ${status2}, a redirect, which is not followed`}:{id:status2>=500||LATER.has(status2)?"failed":"refused",why:`status ${status2}`}}function causeOf(error){
let cause=error instanceof Error&&error.cause!==void 0?error.cause:error;return oneLine(messageOf(cause),MAX_WHY_CHARS)}var import_promises4,ATTEMPT_TIMEOUT_MS,
MAX_ATTEMPTS,FIRST_PAUSE_MS,MAX_PAUSE_MS,MAX_WHY_CHARS,LATER,init_webhook=__esm({"src/notify/channels/webhook.ts"(){"use strict";import_promises4=require("node:timers/promises");
init_fault();init_version();init_backoff();init_plain_text();init_webhook_body();ATTEMPT_TIMEOUT_MS=1e4,MAX_ATTEMPTS=4,FIRST_PAUSE_MS=1e3,MAX_PAUSE_MS=1e4,MAX_WHY_CHARS=
300,LATER=new Set([408,429])}});function announcements({config,place:place2,store,publisher,log}){let announcers=channelsOf(config,place2).map(channel=>new Announcer({channel,directory:store.directory,
read:jobId2=>store.read(jobId2),log}));return announcers.length===0?{resume:()=>{},close:()=>Promise.resolve()}:(publisher.tap(({event})=>{if(isJobEvent(event))
for(let announcer of announcers)event.type==="job.queued"||event.type==="job.adopted"?announcer.expect(event.jobId):endsStream(event)&&announcer.ended(event.jobId)}),
{resume:()=>{for(let announcer of announcers)announcer.resume()},close:async()=>{await Promise.all(announcers.map(announcer=>announcer.close()))}})}function channelsOf({
settings,environment},{paths:{programs:notes}}){let{onJobEnd:command,onJobEndTimeoutMs:timeoutMs,webhook:address2}=settings;return[...command===null?[]:[programChannel(
{command,timeoutMs,environment,notes})],...address2===null?[]:[webhookChannel({address:address2})]]}var init_announcements=__esm({"src/broker/announcements.ts"(){
"use strict";init_event();init_announcer();init_program();init_webhook()}});var Approvals,init_approvals=__esm({"src/broker/approvals.ts"(){"use strict";init_fault();init_ids();Approvals=class{#ledger;#log;#timeoutMs;#pending=new Map;constructor(ledger,log,timeoutMs){
this.#ledger=ledger,this.#log=log,this.#timeoutMs=timeoutMs}decide(jobId2,rule,{what,subject}){if(rule!=="ask")return Promise.resolve(rule);let question={id:newNonce(),
what,subject,since:new Date().toISOString()};return new Promise(resolve2=>{let timer=setTimeout(()=>this.answer(jobId2,question.id,"decline","nobody in time"),this.#timeoutMs),
answer3=(decision,by)=>{clearTimeout(timer),this.#tell({type:"job.answered",jobId:jobId2,questionId:question.id,decision,by}),resolve2(decision)};this.#pending.
set(question.id,{jobId:jobId2,answer:answer3}),this.#tell({type:"job.asked",jobId:jobId2,question})})}answer(jobId2,questionId,decision,by){let pending=this.#pending.
get(questionId);return pending?.jobId!==jobId2?!1:(this.#pending.delete(questionId),pending.answer(decision,by),!0)}drop(jobId2){for(let[id,pending]of this.#pending)
pending.jobId===jobId2&&this.answer(jobId2,id,"decline","the end of the job")}#tell(event){try{this.#ledger.apply(event)}catch(error){this.#log("error",`Cannot \
record ${event.type} of ${event.jobId}: ${messageOf(error)}`)}}}}});function runClocks(aggregator,publisher,actions){let timer,arm=(afterActing=!1)=>{clearTimeout(timer);let inMs=aggregator.nextExpiryInMs(),sleepMs=inMs===0&&afterActing?
ACT_AGAIN_MS:Math.min(inMs??0,LONGEST_SLEEP_MS);timer=inMs===null?void 0:setTimeout(tick,sleepMs)},tick=()=>{for(let{jobId:jobId2,clock}of aggregator.expired())
clock==="stuck"?actions.abandon(jobId2):actions.stop(jobId2,CAUSES[clock]);arm(!0)},untap=publisher.tap(({event})=>{isJobEvent(event)&&(event.type!=="job.progre\
ssed"||timer===void 0)&&arm()});return arm(),()=>{untap(),clearTimeout(timer)}}var LONGEST_SLEEP_MS,ACT_AGAIN_MS,CAUSES,init_clock_loop=__esm({"src/broker/clock\
-loop.ts"(){"use strict";init_event();LONGEST_SLEEP_MS=1e3,ACT_AGAIN_MS=1e3,CAUSES={queue:"queue_timeout",start:"start_timeout",idle:"idle_timeout",hard:"deadli\
ne_exceeded"}}});var WakeUp,init_wake_up=__esm({"src/util/wake-up.ts"(){"use strict";init_monotonic();WakeUp=class{#wake;#next;constructor(wake){this.#wake=wake}in(delayMs2){let atMs=monotonicMs()+
delayMs2;if(this.#next!==void 0&&this.#next.atMs<=atMs)return;this.cancel();let wake=()=>{this.#next=void 0,this.#wake()};this.#next={atMs,timer:setTimeout(wake,
Math.ceil(delayMs2)).unref()}}cancel(){clearTimeout(this.#next?.timer),this.#next=void 0}}}});var FairQueue,init_fair_queue=__esm({"src/workers/fair-queue.ts"(){"use strict";FairQueue=class{#places=[];#served=new Map;#round=0;push(entry){let last2=this.#of(
entry.session).at(-1)?.round??this.#served.get(entry.session),round=Math.max(this.#round,last2===void 0?0:last2+1),at=this.#places.findIndex(place2=>place2.round>
round);this.#places.splice(at<0?this.#places.length:at,0,{entry,round})}serve(id){let place2=this.#take(id);if(place2===null)return null;let{entry,round}=place2;
this.#round=Math.max(this.#round,round),this.#served.set(entry.session,Math.max(round,this.#served.get(entry.session)??0));for(let[session,last2]of this.#served)
last2<this.#round&&this.#served.delete(session);return entry}withdraw(id){let withdrawn=this.#take(id);if(withdrawn===null)return null;let{round}=withdrawn;for(let place2 of this.#of(
withdrawn.entry.session).filter(later=>later.round>round)){let free=round;round=place2.round,place2.round=free}return this.#places.sort((a,b)=>a.round-b.round),
withdrawn.entry}get entries(){return this.#places.map(({entry})=>entry)}positionOf(id){let at=this.#places.findIndex(({entry})=>entry.id===id);return at<0?null:
at+1}#of(session){return this.#places.filter(({entry})=>entry.session===session)}#take(id){let at=this.#places.findIndex(({entry})=>entry.id===id);return at<0?null:
this.#places.splice(at,1)[0]??null}}}});function isExpress({express}){return express===!0}var Gate,init_gate=__esm({"src/workers/gate.ts"(){"use strict";init_fair_queue();Gate=class{#limits;#waiting=new FairQueue;#inside=new Map;constructor(limits){
this.#limits=limits}enqueue(entry){this.#waiting.push(entry)}withdraw(id){return this.#waiting.withdraw(id)}claim(admits=()=>!0){let inside=[...this.#inside.values()],
express=inside.filter(isExpress).length,room={ordinary:inside.length-express<this.#limits.ordinary,express:express<this.#limits.express},taken=new Set(inside.flatMap(
entry=>entry.lanes)),next=this.#waiting.entries.find(entry=>{if((isExpress(entry)?room.express:room.ordinary)&&!entry.lanes.some(lane=>taken.has(lane))&&admits(
entry))return!0;for(let lane of entry.lanes)taken.add(lane);return!1});return next===void 0?null:(this.#waiting.serve(next.id),this.#inside.set(next.id,next),next)}release(id){
this.#inside.delete(id)}positionOf(id){return this.#waiting.positionOf(id)}blockedBy(id){let waiting=this.#waiting.entries,at=waiting.findIndex(entry=>entry.id===
id);if(at<0)return null;let lanes=waiting[at]?.lanes??[];for(let by of[...this.#inside.values(),...waiting.slice(0,at)]){let lane=by.lanes.find(one=>lanes.includes(
one));if(lane!==void 0)return{by,lane}}return null}get waiting(){return this.#waiting.entries}get running(){return this.#inside.size}}}});function endOrRetry(job,failed2,nowMs=Date.now()){if(job?.status!=="running"||!mayRetry(job,failed2.reason))return failed2;let{jobId:jobId2,reason:reason2,message:message2}=failed2,
retryAt=new Date(nowMs+delayMs(job.attempt)).toISOString();return{type:"job.retrying",jobId:jobId2,reason:reason2,message:message2,attempt:job.attempt+1,of:job.
request.retries+1,retryAt}}function mayRetry(job,reason2){return PASSING2.has(reason2)&&job.stopping===null&&!job.work.acted&&job.attempt<=job.request.retries}function delayMs(attempt){
return Math.min(LONGEST_RETRY_MS,FIRST_RETRY_MS*2**(attempt-1))*(.75+Math.random()*.25)}var PASSING2,FIRST_RETRY_MS,LONGEST_RETRY_MS,init_retry=__esm({"src/stat\
us/retry.ts"(){"use strict";PASSING2=new Set(["app_server_exited","app_server_unresponsive","broker_lost","server_overloaded"]),FIRST_RETRY_MS=1e3,LONGEST_RETRY_MS=
6e4}});function lanesOf(job){let lanes=[];return mayWrite(job.request)&&lanes.push(`${WRITE}${job.workspaceRoot}`),job.request.resumeThreadId!==null&&lanes.push(`${THREAD}${job.
request.resumeThreadId}`),lanes}function reasonOf(lane){return lane.startsWith(WRITE)?"writes to the same working tree":"same Codex thread"}var WRITE,THREAD,init_lanes=__esm(
{"src/broker/lanes.ts"(){"use strict";init_job();WRITE="write:",THREAD="thread:"}});function waitingEntry(job){let restMs=job.retryAt===null?0:Math.min(LONGEST_RETRY_MS,Date.parse(job.retryAt)-Date.now());return{id:job.id,session:job.sessionId,
lanes:lanesOf(job),express:job.kind==="stop-gate-review",job,dueAtMs:monotonicMs()+Math.max(0,restMs)}}var WRITER_POLL_MS,Admission,init_admission=__esm({"src/b\
roker/admission.ts"(){"use strict";init_fault();init_job();init_retry();init_monotonic();init_lanes();WRITER_POLL_MS=500,Admission=class{#deps;constructor(deps){
this.#deps=deps}admits({job,dueAtMs}){let{writerLane,log,askAgainIn}=this.#deps,restMs=dueAtMs-monotonicMs();if(restMs>0)return askAgainIn(restMs),!1;if(this.#holderOfThread(
job)!==null)return!1;if(!mayWrite(job.request))return!0;try{if(writerLane.take(job.id))return!0}catch(error){log("error",`Cannot see who writes to the working t\
ree, trying again: ${messageOf(error)}`)}return askAgainIn(WRITER_POLL_MS),!1}waitsFor(job){let holder=this.#holderOfThread(job);if(holder!==null)return{id:holder,
why:"same Codex thread"};let writer=mayWrite(job.request)?this.#deps.writerLane.takenBy():null;return writer===null?null:{id:writer,why:"writes to the same work\
ing tree"}}release(jobId2){this.#deps.writerLane.release(jobId2)}#holderOfThread({request:{resumeThreadId}}){return resumeThreadId===null?null:this.#deps.holderOf(
resumeThreadId)}}}});function stopMessage(cause,job){switch(cause){case"queue_timeout":return`The job waited longer than ${seconds(job?.request.clocks.queueMs)} for its turn (queue \
clock)`;case"start_timeout":return`Codex did not start the turn within ${seconds(job?.request.clocks.startMs)} (start clock)${lastNotice(job)}`;case"idle_timeou\
t":return`Codex made no progress for ${seconds(job?.request.clocks.idleMs)} (idle clock)${waitingFor(job)}${lastNotice(job)}`;case"deadline_exceeded":return`The\
 job did not finish within ${seconds(job?.request.clocks.hardMs)} (hard deadline, --timeout)${waitingFor(job)}`}}function seconds(ms2){return`${(ms2??0)/1e3} s`}
function waitingFor(job){let item=job?.openItems.at(-1);return item===void 0?"":`, waiting for ${item.label}`}function lastNotice(job){let notice=job?.work.lastNotice??
null;return notice===null?"":`; the last thing it said: ${notice}`}var init_stop_message=__esm({"src/broker/stop-message.ts"(){"use strict"}});function endingOf(jobId2,stop2,job,interruption2){return stop2.cause==="cancel"?{type:"job.cancelled",jobId:jobId2,by:stop2.by,interruption:interruption2}:{type:"\
job.failed",jobId:jobId2,reason:stop2.cause,message:stopMessage(stop2.cause,job),interruption:interruption2}}var init_job_ending=__esm({"src/broker/job-ending.t\
s"(){"use strict";init_stop_message()}});function withComeBack(fault,limit,nowMs){if(fault.reason!=="usage_limit")return fault;let resets=usedUpUntil(limit,nowMs),said=minuteSaid(fault.message,nowMs);if(said!==
null){let exact=resets.find(atMs=>atMs>=said&&atMs<said+6e4);return{...fault,comeBackAt:new Date(exact??said+6e4).toISOString()}}if(resets.length===0)return fault;
let comeBack=new Date(Math.max(...resets)),end2=/[.!?]$/u.test(fault.message)?"":".",message2=`${fault.message}${end2} Come back at ${localMinute(comeBack)}.`;return{
...fault,message:message2,comeBackAt:comeBack.toISOString()}}function usedUpUntil(limit,nowMs){return[limit?.primary??null,limit?.secondary??null].flatMap(window2=>{
if(window2===null||window2.resetsAt===null||window2.usedPercent<100)return[];let atMs=Date.parse(window2.resetsAt);return atMs>nowMs?[atMs]:[]})}function minuteSaid(sentence,nowMs){
let said=SAID.exec(sentence)?.groups;if(said===void 0)return null;let{month,day,year,hour,minute,half}=said,hours=Number(hour)%12+(half?.toLowerCase()==="pm"?12:
0);if(month===void 0)return new Date(nowMs).setHours(hours,Number(minute),0,0);let monthIndex=MONTHS.indexOf(month.toLowerCase());return monthIndex<0?null:new Date(
Number(year),monthIndex,Number(day),hours,Number(minute)).getTime()}function localMinute(at){let offset=-at.getTimezoneOffset(),sign=offset<0?"-":"+",local=new Date(
at.getTime()+offset*6e4).toISOString(),zone=`${sign}${two(Math.trunc(Math.abs(offset)/60))}:${two(Math.abs(offset)%60)}`;return`${local.slice(0,10)} ${local.slice(
11,16)} (UTC${zone})`}function two(value){return String(value).padStart(2,"0")}var SAID,MONTHS,init_usage_limit=__esm({"src/codex/usage-limit.ts"(){"use strict";
SAID=/\btry again at (?:(?<month>[a-z]{3}) (?<day>\d{1,2})[a-z]{2}, (?<year>\d{4}) )?(?<hour>\d{1,2}):(?<minute>\d\d) (?<half>[ap]m)\b/iu,MONTHS=["jan","feb","m\
ar","apr","may","jun","jul","aug","sep","oct","nov","dec"]}});function parseMessage(text2){let value;try{value=JSON.parse(text2)}catch{return invalid("not JSON")}return isRecord2(value)?"method"in value?parseCall(value):parseReply(
value):invalid("not an object")}function parseCall(value){let{id,method:method2,params}=value;return typeof method2!="string"?invalid('"method" is not a string'):
id===void 0?{kind:"notification",method:method2,params}:isRequestId(id)?{kind:"request",id,method:method2,params}:invalid('"id" is no id')}function parseReply(value){
let{id,result,error}=value;return isRequestId(id)?error==null?{kind:"response",id,result}:{kind:"error",id,error:errorObject(error)}:invalid("neither a call nor\
 a reply")}function errorObject(error){let{code,message:message2,data}=isRecord2(error)?error:{code:void 0,message:void 0,data:error};return{code:typeof code=="\
number"?code:RPC_ERRORS.internalError,message:typeof message2=="string"?message2:"an error without a message",...data===void 0?{}:{data}}}function invalid(why){
return{kind:"invalid",why}}function isRequestId(value){return typeof value=="number"||typeof value=="string"}function isRecord2(value){return typeof value=="obj\
ect"&&value!==null&&!Array.isArray(value)}var RPC_ERRORS,RpcError,init_message=__esm({"src/rpc/message.ts"(){"use strict";RPC_ERRORS={parseError:-32700,invalidRequest:-32600,
methodNotFound:-32601,invalidParams:-32602,internalError:-32603},RpcError=class extends Error{name="RpcError";code;data;constructor(code,message2,data){super(message2),
this.code=code,this.data=data}}}});async function endTurn(peer,thread){let all=[thread.threadId,...thread.childThreadIds],[confirmed]=await Promise.all([interrupt(peer,thread.threadId,thread.turnId),
...thread.childThreadIds.map(child=>interrupt(peer,child,null))]);return confirmed&&await Promise.all(all.map(threadId=>cleanTerminals(peer,threadId))),{attempted:!0,
confirmed}}async function giveBack(peer,thread){let all=[thread.threadId,...thread.childThreadIds];await Promise.all(thread.childThreadIds.map(child=>interrupt(
peer,child,null))),await Promise.all(all.map(threadId=>cleanTerminals(peer,threadId))),await Promise.all(all.map(threadId=>ask(peer,"thread/unsubscribe",{threadId})))}
async function keepName(peer,threadId,name){await ask(peer,"thread/name/set",{threadId,name})}async function interrupt(peer,threadId,turnId){let named=turnId===
null?"refused":await ask(peer,"turn/interrupt",{threadId,turnId});return named!=="refused"?named==="done":await ask(peer,"turn/interrupt",{threadId,turnId:""})===
"done"}function cleanTerminals(peer,threadId){return ask(peer,"thread/backgroundTerminals/clean",{threadId})}async function ask(peer,method2,params){try{return await peer.
request(method2,params,{timeoutMs:AFTERCARE_STEP_MS}),"done"}catch(error){return error instanceof RpcError?"refused":"silent"}}var AFTERCARE_STEP_MS,init_aftercare=__esm(
{"src/broker/aftercare.ts"(){"use strict";init_message();AFTERCARE_STEP_MS=2e3}});var AttemptMeter,init_attempt_meter=__esm({"src/broker/attempt-meter.ts"(){"use strict";init_notifications();init_usage();AttemptMeter=class{#account;#peer;#usage=NO_TOKENS;#told=NO_TOKENS;#turnEndHeardAtMs=null;constructor(account2,peer){
this.#account=account2,this.#peer=peer}get turnEndHeardAtMs(){return this.#turnEndHeardAtMs}read(list,threadId){for(let{notification}of list){if(notification===
null)continue;let used=this.#account.tokens.read(notification);used!==null&&(this.#usage=addUsage(this.#usage,used));let{method:method2,params}=notification;method2===
"turn/completed"&&threadIdOf(params)===threadId&&(this.#turnEndHeardAtMs??=this.#peer.lastReceivedAtMs)}}news(){return this.#usage===this.#told?[]:(this.#told=this.#usage,
[{kind:"usageUpdated",usage:this.#usage}])}}}});var SERVER_OVERLOADED,init_reasons=__esm({"src/codex/reasons.ts"(){"use strict";init_plain_text();init_fields();SERVER_OVERLOADED=-32001}});var LineDecoder,init_lines=__esm({"src/rpc/lines.ts"(){"use strict";LineDecoder=class{#maxLineBytes;#partial=Buffer.alloc(0);#held=0;#dropping=!1;constructor(maxLineBytes){
this.#maxLineBytes=maxLineBytes}push(chunk){let lines=[],start2=0;for(let end2=chunk.indexOf(10);end2!==-1;end2=chunk.indexOf(10,start2)){let line2=this.#complete(
chunk,start2,end2);line2!==void 0&&lines.push(line2),start2=end2+1}let oversize=this.#keep(chunk,start2);return oversize!==void 0&&lines.push(oversize),lines}end(){
return this.#held===0?[]:[{kind:"line",text:this.#takePartial()}]}#complete(chunk,start2,end2){if(this.#dropping){this.#dropping=!1;return}return this.#held+end2-
start2>this.#maxLineBytes?this.#oversize(chunk,start2,end2):this.#held===0?{kind:"line",text:chunk.toString("utf8",start2,end2)}:(this.#append(chunk,start2,end2),
{kind:"line",text:this.#takePartial()})}#keep(chunk,start2){if(!(this.#dropping||start2===chunk.length)){if(this.#held+chunk.length-start2>this.#maxLineBytes)return this.#dropping=
!0,this.#oversize(chunk,start2,chunk.length);this.#append(chunk,start2,chunk.length)}}#oversize(chunk,start2,end2){let bytes=this.#held+end2-start2,head=this.#held>
0?this.#partial.subarray(0,this.#held):chunk.subarray(start2,end2),sample=head.toString("utf8",0,Math.min(head.length,200));return this.#release(),{kind:"oversi\
ze",bytes,sample}}#append(chunk,start2,end2){let needed=this.#held+end2-start2;if(needed>this.#partial.length){let grown=Buffer.allocUnsafeSlow(Math.max(needed,
4096,this.#partial.length*2));this.#partial.copy(grown,0,0,this.#held),this.#partial=grown}chunk.copy(this.#partial,this.#held,start2,end2),this.#held=needed}#takePartial(){
let text2=this.#partial.toString("utf8",0,this.#held);return this.#release(),text2}#release(){this.#held=0,this.#partial.length>65536&&(this.#partial=Buffer.alloc(
0))}}}});function failureOf2(error){return error instanceof RpcError?"error":error instanceof DeadlineExceeded?"timeout":"closed"}var MAX_OVERDUE,Requests,init_requests=__esm(
{"src/rpc/requests.ts"(){"use strict";init_deadline();init_deferred();init_monotonic();init_message();MAX_OVERDUE=1e3,Requests=class{#options;#inFlight=new Map;#waiting=new Set;#overdue=new Map;#lastId=0;constructor(options){
this.#options=options}make(method2,params,what,options){let{timeoutMs,onLate}=options;this.#lastId+=1;let release2=afterDeadline(timeoutMs,()=>{onLate!==void 0&&
this.#inFlight.has(call.id)&&this.#expectLate(call.id,onLate),this.#settle(call,answer3=>answer3.reject(new DeadlineExceeded(what,timeoutMs)))}),call={id:this.#lastId,
method:method2,params,answer:deferred(),release:release2};return this.#watch(call),this.#waiting.add(call),this.#fill(),call.answer.promise}#watch({method:method2,
answer:answer3}){let{onSettled}=this.#options;if(onSettled===void 0)return;let madeAtMs=monotonicMs(),settled=outcome=>onSettled({method:method2,outcome,durationMs:monotonicMs()-
madeAtMs});answer3.promise.then(()=>settled("result"),error=>settled(failureOf2(error)))}resolve(id,result){let onLate=this.#overdue.get(id);return this.#overdue.
delete(id),onLate?.(result),this.#settleById(id,answer3=>answer3.resolve(result))}reject(id,error){return this.#overdue.delete(id),this.#settleById(id,answer3=>answer3.
reject(error))}rejectAll(reason2){let calls=[...this.#inFlight.values(),...this.#waiting];this.#inFlight.clear(),this.#waiting.clear(),this.#overdue.clear();for(let{
method:method2,answer:answer3,release:release2}of calls)release2(),answer3.reject(reason2(method2))}#expectLate(id,onLate){this.#overdue.set(id,onLate);let[oldest]=this.#overdue.
keys();this.#overdue.size>MAX_OVERDUE&&oldest!==void 0&&this.#overdue.delete(oldest)}#settleById(id,outcome){let call=typeof id=="number"?this.#inFlight.get(id):
void 0;return call===void 0?!1:(this.#settle(call,outcome),!0)}#settle(call,outcome){this.#inFlight.delete(call.id),this.#waiting.delete(call),call.release(),outcome(
call.answer),this.#fill()}#fill(){for(let call of this.#waiting){if(this.#inFlight.size>=this.#options.maxInFlight)return;this.#waiting.delete(call),this.#inFlight.
set(call.id,call),this.#options.send(call.id,call.method,call.params)}}}}});function endSoon(writable){if(writable.writableLength===0&&writable.destroy(),writable.destroyed)return;let timer=setTimeout(()=>writable.destroy(),LAST_WORDS_MS2);
writable.once("close",()=>clearTimeout(timer)),writable.end(()=>writable.destroy())}function toErrorObject(error){return error instanceof RpcError?{code:error.code,
message:error.message,...error.data===void 0?{}:{data:error.data}}:{code:RPC_ERRORS.internalError,message:error instanceof Error?error.message:String(error)}}var SAMPLE_CHARS,
MAX_IN_FLIGHT,REQUEST_TIMEOUT_MS,LAST_WORDS_MS2,ConnectionClosed,Peer,init_peer=__esm({"src/rpc/peer.ts"(){"use strict";init_deferred();init_monotonic();init_lines();
init_message();init_requests();SAMPLE_CHARS=200,MAX_IN_FLIGHT=64,REQUEST_TIMEOUT_MS=3e4,LAST_WORDS_MS2=1e3,ConnectionClosed=class extends Error{name="Connection\
Closed"},Peer=class{closed;#connection;#options;#decoder;#requests;#closed=deferred();#state="open";#lastReceivedAtMs=monotonicMs();#lateReplies=0;#cause;#lastWords;constructor(connection,options){
this.#connection=connection,this.#options=options,this.closed=this.#closed.promise,this.#decoder=new LineDecoder(options.maxLineBytes),this.#requests=new Requests(
{maxInFlight:options.maxInFlight??MAX_IN_FLIGHT,send:(id,method2,params)=>this.#send({id,method:method2,params}),onSettled:options.onSettled}),this.#listen()}get lastReceivedAtMs(){
return this.#lastReceivedAtMs}get lateReplies(){return this.#lateReplies}request(method2,params={},options={}){if(this.#state!=="open")return Promise.reject(this.#connectionClosed(
method2));let timeoutMs=options.timeoutMs??this.#options.requestTimeoutMs??REQUEST_TIMEOUT_MS,what=`${this.#options.name} to "${method2}"`;return this.#requests.
make(method2,params,what,{...options,timeoutMs})}notify(method2,params={}){this.#send({method:method2,params})}discard(line2){this.#options.onGarbage?.(line2.slice(
0,SAMPLE_CHARS),Buffer.byteLength(line2))}close(){if(this.#state!=="open")return;this.#state="closing",this.#requests.rejectAll(method2=>this.#connectionClosed(
method2));let{readable,writable}=this.#connection,isSocket=Object.is(readable,writable);writable.end(()=>{isSocket&&readable.destroy()}),this.#limitLastWords()}destroy(){
this.#connection.writable.destroy(),this.#connection.readable.destroy(),this.#finish()}#listen(){let{readable,writable}=this.#connection;readable.on("data",chunk=>this.#receive(
chunk)),readable.on("end",()=>this.#deliverAll(this.#decoder.end())),readable.on("error",error=>this.#fail(error));for(let event of["end","close"])readable.on(event,
()=>this.#finish());writable.on("error",error=>this.#fail(error)),writable.on("close",()=>this.#limitLastWords())}#receive(chunk){this.#lastReceivedAtMs=monotonicMs(),
this.#deliverAll(this.#decoder.push(chunk))}#deliverAll(lines){for(let line2 of lines){if(this.#state!=="open")return;line2.kind==="oversize"?this.#options.onGarbage?.(
line2.sample,line2.bytes):this.#options.onLine?.(line2.text)!==!0&&this.#deliver(parseMessage(line2.text),line2.text)}}#deliver(message2,text2){switch(message2.
kind){case"notification":this.#options.onNotification?.(message2.method,message2.params,text2);return;case"response":this.#requests.resolve(message2.id,message2.
result)||(this.#lateReplies+=1);return;case"error":{let{code,message:sentence,data}=message2.error;this.#requests.reject(message2.id,new RpcError(code,sentence,
data))||(this.#lateReplies+=1);return}case"request":this.#answer(message2.id,message2.method,message2.params);return;case"invalid":text2.trim()!==""&&this.discard(
text2)}}async#answer(id,method2,params){try{let handler=this.#options.onRequest;if(handler===void 0)throw new RpcError(RPC_ERRORS.methodNotFound,`Method not fou\
nd: "${method2}"`);let result=await handler(method2,params,id);this.#send({id,result:result===void 0?null:result})}catch(error){this.#send({id,error:toErrorObject(
error)})}}#send(message2){let{writable}=this.#connection;if(this.#state!=="open"||!writable.writable)return;let{maxBufferedBytes=Number.POSITIVE_INFINITY,jsonrpc,
onOverflow}=this.#options,buffered=writable.writableLength;if(buffered>maxBufferedBytes){this.destroy(),onOverflow?.(buffered);return}writable.write(`${JSON.stringify(
jsonrpc?{jsonrpc:"2.0",...message2}:message2)}
`)}#fail(error){this.#cause??=error,this.#limitLastWords()}#limitLastWords(){this.#state==="closed"||this.#lastWords!==void 0||(this.#lastWords=setTimeout(()=>this.
destroy(),LAST_WORDS_MS2))}#finish(){this.#state!=="closed"&&(this.#state="closed",clearTimeout(this.#lastWords),this.#requests.rejectAll(method2=>this.#connectionClosed(
method2)),endSoon(this.#connection.writable),this.#closed.resolve())}#connectionClosed(method2){let{name}=this.#options,options=this.#cause===void 0?{}:{cause:this.#cause};
return new ConnectionClosed(`No answer to "${method2}": the connection to ${name} is closed`,options)}}}});function callError(error){let message2=messageOf(error);return error instanceof RpcError?{kind:"rpc",code:error.code,message:message2,data:error.data}:error instanceof
DeadlineExceeded?{kind:"deadline",message:message2}:{kind:"rpc",code:RPC_ERRORS.internalError,message:message2}}var import_promises5,ALLOWED_CALLS,STARTS_TURN,MAX_OVERLOAD_RETRIES,
JobCalls,STOPPED,init_job_calls=__esm({"src/broker/job-calls.ts"(){"use strict";import_promises5=require("node:timers/promises");init_notifications();init_reasons();
init_fault();init_message();init_peer();init_backoff();init_deadline();init_aftercare();ALLOWED_CALLS=new Set(["thread/start","thread/resume","thread/name/set",
"turn/start","review/start"]),STARTS_TURN=new Set(["turn/start","review/start"]),MAX_OVERLOAD_RETRIES=5,JobCalls=class{#peer;#host;#pending=new Set;#state="open";constructor(peer,host){
this.#peer=peer,this.#host=host}async call({callId,method:method2,params}){if(!ALLOWED_CALLS.has(method2)){let message2=`Not allowed from a job: ${method2}`;this.#refuse(
callId,{kind:"rpc",code:RPC_ERRORS.methodNotFound,message:message2});return}if(this.#state!=="open"){this.#refuse(callId,STOPPED);return}this.#pending.add(callId);
try{this.#answered(callId,method2,params,await this.#request(callId,method2,params))}catch(error){error instanceof ConnectionClosed||this.#refuse(callId,callError(
error))}}stop(){this.#state==="open"&&(this.#state="stopping")}refusePending(){for(let callId of this.#pending)this.#refuse(callId,STOPPED)}end(){this.#state="o\
ver"}async#request(callId,method2,params){let onLate=result=>this.#answered(callId,method2,params,result),delays=backoff(250,2e3);for(let retries=0;;retries+=1)
try{return await this.#peer.request(method2,params,{onLate})}catch(error){if(!(error instanceof RpcError&&error.code===SERVER_OVERLOADED&&this.#state==="open")||
retries===MAX_OVERLOAD_RETRIES||(await(0,import_promises5.setTimeout)(delays.next().value),this.#state!=="open"))throw error}}#answered(callId,method2,params,result){
let startsTurn=STARTS_TURN.has(method2),threadId=threadIdOf(startsTurn?params:result);if(this.#state==="over"||!startsTurn&&!this.#pending.has(callId)){threadId!==
null&&this.#undo(threadId,startsTurn);return}threadId!==null&&!startsTurn&&this.#host.claim(threadId),threadId!==null&&startsTurn&&this.#state==="stopping"&&interrupt(
this.#peer,threadId,null),this.#pending.delete(callId)&&this.#host.post({type:"result",callId,result})}async#undo(threadId,startsTurn){let thread={threadId,turnId:null,
childThreadIds:[]};startsTurn&&!this.#host.isTaken(threadId)&&await endTurn(this.#peer,thread),this.#host.isTaken(threadId)||await giveBack(this.#peer,thread)}#refuse(callId,error){
this.#pending.delete(callId),this.#host.post({type:"callFailed",callId,error})}},STOPPED={kind:"closed",message:"The job was asked to stop"}}});var ThreadFeed,init_thread_feed=__esm({"src/broker/thread-feed.ts"(){"use strict";ThreadFeed=class{#options;#waiting=[];#waitingChars=0;#postedChars=0;#behind=!1;constructor(options){
this.#options=options}handOn(lines){if(!this.#behind){for(let line2 of lines)this.#add(line2);this.#postedChars===0?this.#postNext():this.#postedChars+this.#waitingChars>
67108864&&this.#giveUp()}}onRead(){this.#postedChars=0,this.#postNext()}flush(){for(;this.#waiting.length>0;)this.#postNext()}#add(line2){let last2=this.#waiting.
at(-1),message2=last2===void 0||last2.chars>=262144?{lines:[],chars:0}:last2;message2!==last2&&this.#waiting.push(message2),message2.lines.push(line2),message2.
chars+=line2.length,this.#waitingChars+=line2.length}#postNext(){let message2=this.#waiting.shift();message2!==void 0&&(this.#waitingChars-=message2.chars,this.#postedChars+=
message2.chars,this.#options.post({type:"notifications",lines:message2.lines}))}#giveUp(){this.#behind=!0,this.#waiting=[],this.#options.onBehind()}}}});var THREAD_GRACE_MS,JobRun,init_job_run=__esm({"src/broker/job-run.ts"(){"use strict";init_usage_limit();init_fact_text();init_fault();init_retry();init_backoff();
init_deadline();init_deferred();init_aftercare();init_attempt_meter();init_job_calls();init_job_ending();init_thread_feed();THREAD_GRACE_MS=500,JobRun=class{jobId;done;settled;#input;#deps;#settled=deferred();#abort=new AbortController;#task;#calls;#feed;#stop;#lost;#meter;#threadId=null;#threadNumber=null;#lastReportAt=null;constructor(input,deps){
this.jobId=input.jobId,this.#input=input,this.#deps=deps,this.settled=this.#settled.promise,this.#meter=new AttemptMeter(deps.account,deps.peer),this.#calls=new JobCalls(
deps.peer,{claim:threadId=>this.#claim(threadId),isTaken:threadId=>this.#isTaken(threadId),post:message2=>this.#task.post(message2)}),this.#feed=new ThreadFeed(
{post:message2=>this.#task.post(message2),onBehind:()=>this.#abort.abort(new Fault("worker_crashed","The thread does not read what Codex says any more"))}),this.#task=
deps.pool.run(input,this.#abort.signal,message2=>this.#onMessage(message2)),this.done=this.#finish()}get threadId(){return this.#threadId}#claim(threadId){this.#threadId=
threadId,this.#deps.router.claim(threadId,this)}#isTaken(threadId){let{router,ledger}=this.#deps,owner=router.ownerOf(threadId),others=ledger.active().filter(job=>job.
status==="running"&&job.id!==this.jobId);return owner!==void 0&&owner!==this||others.some(({request})=>request.resumeThreadId===threadId)}deliver(list){let record2=this.#record();
this.#meter.read(list,record2?.threadId??null),record2?.turnId!==null&&this.#report(this.#meter.news()),this.#feed.handOn(list.map(({line:line2})=>line2))}notice(message2){
this.#report([{kind:"noticed",message:message2}])}decide(question){return this.#deps.approvals.decide(this.jobId,this.#input.request.onApproval,question)}clockJumped(byMs){
this.#report([{kind:"clockJumped",byMs}])}stop(why){if(this.#stop!==void 0||this.#lost!==void 0)return;this.#calls.stop(),this.#apply({type:"job.stopping",jobId:this.
jobId,cause:why.cause});let job=this.#record();this.#stop={why,job,finished:this.#endTurn()}}abandon(){this.#abort.abort(new Fault("worker_crashed","The thread \
did not end in time after it was asked to"))}lose(fault){this.#lost??=fault,this.#feed.flush(),this.#task.post({type:"appServerGone",fault}),settledWithin(this.#task.
outcome,THREAD_GRACE_MS).then(ended=>{ended||this.#abort.abort(new Fault(fault.reason,fault.message))})}async#finish(){let outcome=await this.#task.outcome,interruption2=await this.#stop?.
finished??null,thread=this.#thread();this.#report(this.#meter.news()),await this.#settle(this.#ending(outcome,interruption2)),this.#calls.end(),this.#deps.approvals.
drop(this.jobId),this.#settled.resolve(),this.#deps.router.release(this),!(this.#lost!==void 0||thread===null)&&(outcome.status==="failed"&&this.#stop===void 0&&
await this.#endTurnOf(thread),this.#input.request.resumeThreadId===null&&await keepName(this.#deps.peer,thread.threadId,this.#input.threadName),await giveBack(this.#deps.
peer,thread))}#ending(outcome,interruption2){let{jobId:jobId2}=this;if(this.#stop!==void 0)return endingOf(jobId2,this.#stop.why,this.#stop.job,interruption2);switch(outcome.
status){case"completed":return{type:"job.completed",jobId:jobId2,finalMessage:outcome.finalMessage};case"interrupted":return{type:"job.failed",jobId:jobId2,reason:"\
turn_interrupted",message:"The turn was interrupted by somebody else",interruption:interruption2};case"failed":{let fault=withComeBack(outcome.fault,this.#deps.
account.latestLimit,Date.now());return endOrRetry(this.#record(),{type:"job.failed",jobId:jobId2,...fault,interruption:interruption2})}}}async#settle(event){for(let delayMs2 of backoff(
200,5e3))try{this.#deps.ledger.apply(event);return}catch(error){this.#deps.log("error",`Cannot record the end of ${this.jobId}, trying again: ${messageOf(error)}`),
await new Promise(resolve2=>setTimeout(resolve2,delayMs2))}}async#endTurn(){let thread=this.#thread(),interruption2=thread===null?null:await this.#endTurnOf(thread);
return this.#calls.refusePending(),await settledWithin(this.#task.outcome,THREAD_GRACE_MS)||this.abandon(),interruption2}async#endTurnOf(thread){let interruption2=await endTurn(
this.#deps.peer,thread);return interruption2.confirmed&&await this.#deps.sweepThreads([thread.threadId,...thread.childThreadIds]),interruption2}get worker(){return{
threadNumber:this.#threadNumber,lastReportAt:this.#lastReportAt}}get turnEndHeardAtMs(){return this.#meter.turnEndHeardAtMs}#onMessage(message2){switch(this.#lastReportAt=
new Date().toISOString(),message2.type){case"began":this.#threadNumber=message2.threadNumber;return;case"call":this.#calls.call(message2);return;case"threadRead\
y":this.#apply({type:"job.threadReady",jobId:this.jobId,threadId:message2.threadId,resolved:message2.resolved});return;case"turnStarted":this.#apply({type:"job.\
turnStarted",jobId:this.jobId,turnId:message2.turnId}),this.#report(this.#meter.news());return;case"facts":this.#report(readFacts(message2.facts));return;case"g\
arbage":this.#deps.peer.discard(message2.line);return;case"read":this.#feed.onRead();return}}#report(facts){if(facts.length===0)return;let own=facts.every(fact=>this.#isOwn(
fact))?facts:facts.filter(fact=>this.#isOwn(fact));this.#apply({type:"job.progressed",jobId:this.jobId,facts:own})}#isOwn(fact){return fact.kind!=="subAgentStar\
ted"||this.#deps.router.claimChild(fact.threadId,this)}#apply(event){try{this.#deps.ledger.apply(event)}catch(error){this.#deps.log("error",`Cannot record ${event.
type} of ${this.jobId}: ${messageOf(error)}`)}}#record(){return this.#deps.ledger.activeJob(this.jobId)}#thread(){let record2=this.#record();return record2===null||
record2.threadId===null?null:{threadId:record2.threadId,turnId:record2.turnId,childThreadIds:record2.work.childThreadIds}}}}});function deadlineOf(job){let{hardMs}=job.request.clocks;return hardMs===0?null:new Date(Date.now()+hardMs).toISOString()}var EXPRESS_JOBS,RETRY_DISPATCH_MS,Dispatcher,
init_dispatcher=__esm({"src/broker/dispatcher.ts"(){"use strict";init_fault();init_ids();init_liveness();init_wake_up();init_gate();init_admission();init_job_ending();
init_job_run();init_lanes();EXPRESS_JOBS=2,RETRY_DISPATCH_MS=1e3,Dispatcher=class{#deps;#gate;#runs=new Map;#onIdle=new Set;#admission;#pumpAgain=new WakeUp(()=>this.#pump());#appServer;constructor(deps){
this.#deps=deps,this.#gate=new Gate({ordinary:deps.maxJobs,express:EXPRESS_JOBS});let{writerLane,log}=deps;this.#admission=new Admission({holderOf:threadId=>[...this.#runs.
values()].find(run3=>run3.threadId===threadId)?.jobId??null,writerLane,log,askAgainIn:delayMs2=>this.#pumpAgain.in(delayMs2)})}open(appServer){this.#appServer=appServer,
this.#pump()}close(){this.#appServer=void 0,this.#pumpAgain.cancel()}enqueue(job){this.#gate.enqueue(waitingEntry(job));let position3=this.#gate.positionOf(job.
id)??0;return this.#pump(),position3}positionOf(jobId2){return this.#gate.positionOf(jobId2)}waitingForJob(jobId2){let entry=this.#gate.waiting.find(({id})=>id===
jobId2);if(entry===void 0)return null;let blocked=this.#gate.blockedBy(jobId2);return blocked!==null?{id:blocked.by.id,why:reasonOf(blocked.lane)}:this.#admission.
waitsFor(entry.job)}async stop(jobId2,stop2){if(this.#gate.positionOf(jobId2)!==null){this.#deps.ledger.apply(endingOf(jobId2,stop2,this.#deps.ledger.get(jobId2),
null)),this.#gate.withdraw(jobId2),this.#notifyIdle();return}let run3=this.#runs.get(jobId2);run3?.stop(stop2),await run3?.settled,this.#gate.positionOf(jobId2)!==
null&&await this.stop(jobId2,stop2)}requestStop(jobId2,stop2){this.stop(jobId2,stop2).catch(error=>{this.#deps.log("error",`Cannot stop ${jobId2} (${stop2.cause}\
): ${messageOf(error)}`)})}abandon(jobId2){this.#runs.get(jobId2)?.abandon()}async lose(fault){this.close();let runs=[...this.#runs.values()];for(let run3 of runs)
run3.lose(fault);await Promise.all(runs.map(run3=>run3.settled))}failQueued(fault){for(let{id}of[...this.#gate.waiting])try{this.#deps.ledger.apply({type:"job.f\
ailed",jobId:id,...fault.toData(),interruption:null}),this.#gate.withdraw(id)}catch(error){this.#deps.log("error",`Cannot record the end of ${id}: ${messageOf(error)}`)}}clockJumped(byMs){
for(let run3 of this.#runs.values())run3.clockJumped(byMs)}workerOf(jobId2){return this.#runs.get(jobId2)?.worker??null}turnEndHeardAtMs(jobId2){return this.#runs.
get(jobId2)?.turnEndHeardAtMs??null}get running(){return this.#runs.size}get queued(){return this.#gate.waiting.length}jobIds(){return[...this.#runs.keys(),...this.#gate.
waiting.map(entry=>entry.id)]}onIdle(listener){this.#onIdle.add(listener)}#pump(){let appServer=this.#appServer;if(appServer===void 0||!isAlive(appServer.identity))
return;let admits=entry=>!this.#runs.has(entry.id)&&this.#admission.admits(entry),claim=()=>this.#gate.claim(admits);for(let next=claim();next!==null;next=claim())
if(!this.#dispatch(next.job,appServer))return}#dispatch(job,appServer){try{let started2=this.#deps.ledger.apply({type:"job.started",jobId:job.id,title:job.title,
deadlineAt:deadlineOf(job),broker:self(),appServer:appServer.identity});return started2?.status==="running"?this.#run(started2,appServer):this.#leave(job.id),!0}catch(error){
return this.#deps.log("error",`Cannot start ${job.id}, trying again: ${messageOf(error)}`),this.#leave(job.id),this.#gate.enqueue(waitingEntry(job)),this.#pumpAgain.
in(RETRY_DISPATCH_MS),!1}}#run(job,appServer){let{ledger,pool,router,approvals,account:account2,log,sweepThreads:sweepThreads2}=this.#deps,version2=appServer.state.
id==="ready"?appServer.state.version:null,input={jobId:job.id,kind:job.kind,cwd:job.cwd,threadName:threadNameOf(job.kind,job.summary),request:job.request,codexVersion:version2},
{peer}=appServer,run3=new JobRun(input,{ledger,pool,router,approvals,account:account2,peer,log,sweepThreads:sweepThreads2});this.#runs.set(job.id,run3),run3.settled.
then(()=>this.#requeue(job.id)),run3.done.then(()=>{this.#runs.delete(job.id),this.#leave(job.id),this.#pump(),this.#notifyIdle()})}#requeue(jobId2){let job=this.#deps.
ledger.activeJob(jobId2);job?.status==="queued"&&(this.#gate.release(jobId2),this.#gate.enqueue(waitingEntry(job)))}#leave(jobId2){this.#gate.release(jobId2),this.#appServer!==
void 0&&this.#admission.release(jobId2)}#notifyIdle(){if(!(this.#runs.size>0||this.#gate.waiting.length>0))for(let listener of this.#onIdle)listener()}}}});function endEventOf(job){let jobId2=job.id;switch(job.status){case"completed":return{type:"job.completed",jobId:jobId2,finalMessage:job.finalMessage};case"faile\
d":{let{reason:reason2,errorMessage:message2,comeBackAt,interruption:interruption2}=job;return{type:"job.failed",jobId:jobId2,reason:reason2,message:message2,...comeBackAt===
null?{}:{comeBackAt},interruption:interruption2}}case"cancelled":return{type:"job.cancelled",jobId:jobId2,by:cancelledBy(job).replace(/^by /u,""),interruption:job.
interruption}}}var init_end_event=__esm({"src/status/end-event.ts"(){"use strict";init_job_view()}});function readRange(descriptor,start2,end2){let bytes=Buffer.alloc(Math.max(0,end2-start2)),done=0;for(;done<bytes.length;){let read3=(0,import_node_fs24.readSync)(
descriptor,bytes,done,bytes.length-done,start2+done);if(read3===0)break;done+=read3}return bytes.subarray(0,done)}var import_node_fs24,CHUNK_BYTES2,init_log_bytes=__esm(
{"src/status/log-bytes.ts"(){"use strict";import_node_fs24=require("node:fs");init_regular_file();init_system_error();CHUNK_BYTES2=64*1024}});var LOOK_BYTES,init_log_stamp=__esm({"src/status/log-stamp.ts"(){"use strict";init_log_bytes();LOOK_BYTES=64*1024}});function logLines(event,at){let log="";for(let{text:text2,body}of linesOf(event))log+=`[${at}] ${oneLine(text2,LINE_CHARS)}
`,body!==void 0&&(log+=`${plainText(body).trimEnd()}
`);return log}function linesOf(event){switch(event.type){case"job.queued":return[line("Queued",event.summary)];case"job.started":return[{text:`Starting ${event.
title}.`}];case"job.threadReady":return[{text:`Thread ready (${event.threadId}).`}];case"job.turnStarted":return[{text:`Turn started (${event.turnId}).`}];case"\
job.progressed":return event.facts.map(lineOfFact).filter(one=>one!==null);case"job.asked":return[line(`Codex asks to be allowed ${event.question.what}`,event.question.
subject)];case"job.answered":return[{text:`Answered by ${event.by}: ${event.decision}.`}];case"job.stopping":return[{text:event.cause==="cancel"?"Cancelling.":`\
Stopping (${event.cause}).`}];case"job.adopted":return[{text:`Taken over by another broker (${event.owner.brokerId}).`}];case"job.retrying":return[line(`Attempt\
 ${event.attempt-1} of ${event.of} failed (${event.reason}), trying again`,event.message)];case"job.completed":return[block("Final output",event.finalMessage)];case"\
job.failed":return[line(`Failed (${event.reason})`,event.message)];case"job.cancelled":return[{text:`Cancelled by ${event.by}.`}];default:return unreachable(event)}}
function lineOfFact(fact){switch(fact.kind){case"itemStarted":return startOf2(fact);case"itemEnded":return fact.status==="completed"?null:line(`Item ${fact.status}`,
fact.label);case"messageCompleted":return block("Assistant message",fact.text);case"reviewCompleted":return block("Review output",fact.text);case"reasoningCompl\
eted":return block("Reasoning summary",fact.sections.join(`

`));case"commandCompleted":return line(`Command ${fact.status}`,`${fact.command}${fact.exitCode===null?"":` (exit ${fact.exitCode})`}`);case"filesChanged":return line(
`File changes ${fact.status}`,severalOf(fact.paths));case"subAgentStarted":return line("Sub-agent started",`${fact.label} (${fact.threadId})`);case"retrying":return line(
"Retrying",fact.message);case"errorReported":return line("Error",fact.message);case"noticed":return line("Notice",fact.message);case"clockJumped":return line("N\
otice",clockSentence(fact.byMs));case"turnRenamed":case"streamed":case"messageStreamed":case"usageUpdated":return null;default:return unreachable(fact)}}function startOf2({
phase,label:label2,said}){return phase==="reviewing"?label2==="review output"?null:line("Reviewer started",label2):said===!0||phase==="editing"?null:{text:`Runn\
ing ${label2}`}}function clockSentence(byMs){let by=`${Math.round(Math.abs(byMs)/1e3)} s`;return byMs>0?`The wall clock went ahead by ${by}: the machine slept, \
or its clock was set; deadlines count the time it was awake`:`The wall clock went back by ${by}: it was set; deadlines do not feel it`}function line(head,detail){
return{text:`${head}: ${detail}`}}function block(text2,body){return{text:text2,body}}function severalOf(paths){let more=paths.length-FILES_SHOWN;return`${paths.
slice(0,FILES_SHOWN).join(", ")}${more>0?` and ${more} more`:""}`}var LINE_CHARS,FILES_SHOWN,init_log_lines=__esm({"src/status/log-lines.ts"(){"use strict";init_event();
init_plain_text();init_unreachable();LINE_CHARS=2e3,FILES_SHOWN=10}});var PREVIEW_BYTES,init_log=__esm({"src/status/log.ts"(){"use strict";init_log_bytes();init_log_stamp();init_log_lines();PREVIEW_BYTES=256*1024}});function olderPartOf(log){return`${log}.1`}var init_log_place=__esm({"src/status/log-place.ts"(){"use strict"}});function write(part,bytes){for(let done=0;done<bytes.length;){let written=(0,import_node_fs25.writeSync)(part.descriptor,bytes,done,bytes.length-done);done+=written,
part.size+=written}}function endsLine({descriptor,size}){return size===0||readRange(descriptor,size-1,size).toString()===`
`}var import_node_fs25,import_node_path19,MAX_LOG_BYTES,APPENDING,JobLogWriter,init_log_writer=__esm({"src/status/log-writer.ts"(){"use strict";import_node_fs25=
require("node:fs"),import_node_path19=__toESM(require("node:path"),1);init_directory_entry();init_is_there();init_regular_file();init_log_bytes();init_log_place();
MAX_LOG_BYTES=64*1024*1024,APPENDING=import_node_fs25.constants.O_RDWR|import_node_fs25.constants.O_APPEND|import_node_fs25.constants.O_CREAT,JobLogWriter=class{#file;#onError;#partBytes;#open;#closed=!1;#reported=!1;constructor(file,{
onError=()=>{},maxBytes=MAX_LOG_BYTES}={}){this.#file=file,this.#onError=onError,this.#partBytes=maxBytes/2}append(text2){let start2=this.#open?.size??0;if(this.#closed)
return{start:start2,end:start2};try{return this.#append(Buffer.from(text2,"utf8"))}catch(error){this.#reported||this.#onError(error),this.#reported=!0;let size=this.#open?.
size??0;return this.#closePart(),{start:size,end:size}}}close(){this.#closed=!0,this.#closePart()}#append(bytes){let part=this.#opened();part.size>0&&part.size+
bytes.length>this.#partBytes&&(part=this.#begunAnew());let start2=part.size;return write(part,bytes),part.isWhole?{start:start2,end:part.size}:null}#begunAnew(){
let older=olderPartOf(this.#file),dropped=isThere2(older)?"; what was there before has been dropped":"";this.#closePart(),renameFile(this.#file,older);let part=this.#opened(),
line2=`The log was too long and goes on here: what came before is in "${import_node_path19.default.basename(older)}"${dropped}.`;return write(part,Buffer.from(`\
[${new Date().toISOString()}] ${line2}
`)),part}#opened(){if(this.#open!==void 0)return this.#open;let descriptor=openRegularFile(this.#file,APPENDING,384),isWhole=!isThere2(olderPartOf(this.#file)),
part={descriptor,isWhole,size:(0,import_node_fs25.fstatSync)(descriptor).size};return this.#open=part,endsLine(part)||write(part,Buffer.from(`
`)),part}#closePart(){this.#open!==void 0&&(0,import_node_fs25.closeSync)(this.#open.descriptor),this.#open=void 0}}}});var PROGRESS_WRITE_MS,Ledger,init_ledger=__esm({"src/broker/ledger.ts"(){"use strict";init_fault();init_job();init_end_event();init_log();init_log_writer();init_reduce();
init_store();PROGRESS_WRITE_MS=250,Ledger=class{#store;#publisher;#log;#active=new Map;#logs=new Map;#logged=new WeakMap;#unwritten=new Set;#writeTimer;#progressRefused=!1;constructor(store,publisher,log){
this.#store=store,this.#publisher=publisher,this.#log=log}accept(job){this.#store.write(job,{durable:!0}),this.#active.set(job.id,job);let{id,kind:kind2,title,summary}=job;
this.#announce({type:"job.queued",jobId:id,kind:kind2,title,summary},job.createdAt)}adopt(job){this.#active.set(job.id,job)}apply(event){let before=this.#active.
get(event.jobId);if(before===void 0)return null;let at=new Date().toISOString(),after=reduce(before,event,{at,source:this.#publisher.brokerId});if(after===before)
return before;if(event.type==="job.progressed")after.work.acted&&!before.work.acted&&after.request.retries>0&&this.#writeAct(after),this.#writeSoon(after.id);else{
isFinished(after)&&this.#appendToLog(event,at);let ended=this.#writeOrEnd(before,after,{durable:event.type!=="job.threadReady"});if(ended!==null)return ended}return isFinished(
after)?this.#active.delete(after.id):this.#active.set(after.id,after),this.#announce(event,at),after}activeJob(jobId2){return this.#active.get(jobId2)??null}get(jobId2){
return this.activeJob(jobId2)??this.#store.read(jobId2)}active(){return[...this.#active.values()]}keepWritten(){let harmed=this.active().filter(job=>this.#store.
isHarmed(job.id));for(let job of harmed)this.#store.write(job,{durable:!0});return harmed.map(job=>job.id)}close(){clearTimeout(this.#writeTimer),this.#writeProgress();
for(let writer of this.#logs.values())writer.close();this.#logs.clear()}#announce(event,at){let log=this.#appendToLog(event,at);this.#publisher.publish(event,{log,
at}),this.#active.has(event.jobId)||this.#closeLog(event.jobId)}#appendToLog(event,at){let known2=this.#logged.get(event);if(known2!==void 0)return known2;let text2=logLines(
event,at);if(text2==="")return null;let range=this.#logOf(event.jobId).append(text2);return this.#logged.set(event,range),range}#logOf(jobId2){let open2=this.#logs.
get(jobId2);if(open2!==void 0)return open2;let writer=new JobLogWriter(this.#store.logFile(jobId2),{onError:error=>this.#log("error",`Cannot write the log of ${jobId2}\
: ${messageOf(error)}`)});return this.#logs.set(jobId2,writer),writer}#closeLog(jobId2){this.#logs.get(jobId2)?.close(),this.#logs.delete(jobId2)}#writeNow(job,options={
durable:!0}){this.#store.write(job,options),this.#unwritten.delete(job.id)}#writeOrEnd(before,after,options){try{return this.#writeNow(after,options),null}catch(error){
let runsOn=before.status==="running"&&after.status==="running";if(!(error instanceof AlreadyFinished)||runsOn)throw error;let{finished}=error;return this.#active.
delete(finished.id),this.#publisher.publish(endEventOf(finished),{log:null,at:finished.completedAt}),this.#closeLog(finished.id),finished}}#writeAct(job){try{this.#writeNow(
job)}catch(error){this.#log("error",`Cannot record that ${job.id} has begun to act: ${messageOf(error)}`)}}#writeSoon(jobId2){this.#unwritten.add(jobId2),this.#writeTimer??=
setTimeout(()=>this.#writeProgress(),PROGRESS_WRITE_MS)}#writeProgress(){this.#writeTimer=void 0;for(let jobId2 of this.#unwritten){let job=this.#active.get(jobId2);
if(job!==void 0)try{this.#store.write(job,{durable:!1}),this.#progressRefused=!1}catch(error){this.#progressRefused||this.#log("error",messageOf(error)),this.#progressRefused=
!0}}this.#unwritten.clear()}}}});var Text,RateLimitWindowSchema,RateLimitSchema,init_rate_limit=__esm({"src/contract/rate-limit.ts"(){"use strict";init_dist();init_finite_number();init_instant();
Text=nullable(string()),RateLimitWindowSchema=object({usedPercent:FiniteNumberSchema,windowDurationMins:nullable(FiniteNumberSchema),resetsAt:nullable(InstantSchema)}),
RateLimitSchema=object({limitId:Text,limitName:Text,planType:Text,primary:nullable(RateLimitWindowSchema),secondary:nullable(RateLimitWindowSchema),credits:nullable(
object({hasCredits:boolean(),unlimited:boolean(),balance:Text})),updatedAt:InstantSchema})}});function writeLimits(file,limits){writeFileAtomic(file,`${JSON.stringify(limits)}
`,!1)}var LimitsSchema,init_limits_file=__esm({"src/status/limits-file.ts"(){"use strict";init_dist();init_rate_limit();init_atomic_file();init_regular_file();LimitsSchema=
array(RateLimitSchema)}});var NOTE_EVERY_MS,LimitsNote,init_limits_note=__esm({"src/broker/limits-note.ts"(){"use strict";init_fault();init_limits_file();NOTE_EVERY_MS=1e3,LimitsNote=class{#file;#log;#limits=[];#timer;#isNews=!1;constructor(file,log){
this.#file=file,this.#log=log}note(limits){this.#limits=limits,this.#isNews=!0,this.#timer===void 0&&this.#write()}close(){clearTimeout(this.#timer)}#write(){if(this.#timer=
void 0,!!this.#isNews){this.#isNews=!1,this.#timer=setTimeout(()=>this.#write(),NOTE_EVERY_MS).unref();try{writeLimits(this.#file,this.#limits)}catch(error){this.#log(
"error",`Cannot write down the limits of the account: ${messageOf(error)}`)}}}}}});var Histogram,init_histogram=__esm({"src/metrics/histogram.ts"(){"use strict";Histogram=class{#bounds;#counts;#count=0;#sum=0;constructor(bounds){this.#bounds=bounds,
this.#counts=bounds.map(()=>0)}observe(value){this.#count+=1,this.#sum+=value;let at=this.#bounds.findIndex(bound=>value<=bound);at>=0&&(this.#counts[at]=(this.#counts[at]??
0)+1)}get count(){return this.#count}get sum(){return this.#sum}get buckets(){let below=0;return this.#bounds.map((le,at)=>(below+=this.#counts[at]??0,{le,count:below}))}}}});function fitted(value,allowed){return allowed==="open"||allowed.includes(value)?value:OTHER}function keyOf(labels){return JSON.stringify(labels)}function combinations(labels){
return labels.reduce((made2,[name,allowed])=>allowed==="open"?[]:made2.flatMap(before=>allowed.map(value=>({...before,[name]:value}))),[{}])}var OTHER,SeriesSet,
init_series=__esm({"src/metrics/series.ts"(){"use strict";OTHER="other",SeriesSet=class{#labels;#make;#series=new Map;constructor({labels},make){this.#labels=labels,
this.#make=make}of(labels){let known2=this.#series.get(keyOf(labels));if(known2!==void 0)return known2;let fitting=this.#each((name,allowed)=>fitted(labels[name]??
"",allowed)),isNew=!this.#series.has(keyOf(fitting));return this.#take(isNew&&this.#series.size>=100?this.#each(()=>OTHER):fitting)}makeAll(){for(let labels of combinations(
Object.entries(this.#labels)))this.of(labels)}clear(){this.#series.clear()}all(){return[...this.#series.values()]}#take(labels){let key=keyOf(labels),series=this.#series.
get(key)??{labels,value:this.#make()};return this.#series.set(key,series),series}#each(value){return Object.fromEntries(Object.entries(this.#labels).map(([name,
allowed])=>[name,value(name,allowed)]))}}}});var Registry,init_registry=__esm({"src/metrics/registry.ts"(){"use strict";init_histogram();init_series();Registry=class{#numbers=new Map;#histograms=new Map;#collectors=[];constructor(table){
for(let[key,definition]of Object.entries(table))if(definition.type==="histogram"){let series=new SeriesSet(definition,()=>new Histogram(definition.buckets));this.#histograms.
set(key,{definition,series})}else{let series=new SeriesSet(definition,()=>0);definition.type==="counter"&&series.makeAll(),this.#numbers.set(key,{definition,series})}}add(key,labels,by=1){
let series=this.#numbers.get(key)?.series.of(labels);series!==void 0&&(series.value+=by)}set(key,labels,value){let series=this.#numbers.get(key)?.series.of(labels);
series!==void 0&&(series.value=value)}observe(key,labels,value){this.#histograms.get(key)?.series.of(labels).value.observe(value)}clear(key){this.#numbers.get(key)?.
series.clear()}onCollect(collector){this.#collectors.push(collector)}collect(){for(let collector of this.#collectors)collector();let numbers=[...this.#numbers.values()].
map(({definition,series})=>{let{type,unit:unit2,meaning:meaning2}=definition,samples=series.all().map(({labels,value})=>({labels:{...labels},value}));return[definition.
name,{type,unit:unit2,meaning:meaning2,samples}]}),histograms=[...this.#histograms.values()].map(({definition,series})=>{let{type,unit:unit2,meaning:meaning2}=definition,
samples=series.all().map(({labels,value:{count,sum,buckets}})=>({labels:{...labels},count,sum,buckets}));return[definition.name,{type,unit:unit2,meaning:meaning2,
samples}]});return Object.fromEntries([...numbers,...histograms])}}}});function codexVersionIn(userAgent){return/\/(\d+\.\d+\.\d+\S*)/u.exec(userAgent??"")?.[1]??null}function sandboxWord(sandbox){if(typeof sandbox=="string")return sandbox;
let parsed2=safeParse(object({type:string()}),sandbox);return parsed2.success?parsed2.output.type.replace(/[A-Z]/gu,letter=>`-${letter.toLowerCase()}`):null}function policyWord(policy){
return typeof policy=="string"?policy:typeof policy=="object"&&policy!==null?Object.keys(policy)[0]??null:null}var OptionalText2,InitializeResultSchema,ThreadResultSchema,
TurnStartResultSchema,AccountResultSchema,ConfigResultSchema,ThreadListResultSchema,ImportResultSchema,AnyResultSchema,CODEX_RESULTS,init_requests2=__esm({"src/\
codex/requests.ts"(){"use strict";init_dist();init_id();OptionalText2=nullish(string(),null),InitializeResultSchema=object({userAgent:OptionalText2,codexHome:OptionalText2}),
ThreadResultSchema=object({thread:object({id:pipe(IdSchema,minLength(1)),name:OptionalText2}),model:OptionalText2,reasoningEffort:OptionalText2,sandbox:optional(
pipe(unknown(),transform(sandboxWord)),null),approvalPolicy:optional(pipe(unknown(),transform(policyWord)),null)}),TurnStartResultSchema=object({turn:object({id:pipe(
IdSchema,minLength(1)),rootTurnId:OptionalText2})}),AccountResultSchema=object({account:nullish(object({type:string(),email:OptionalText2,planType:OptionalText2}),
null),requiresOpenaiAuth:nullish(boolean(),null)}),ConfigResultSchema=object({config:object({model:OptionalText2,model_provider:OptionalText2,model_providers:fallback(
nullish(record(string(),looseObject({name:OptionalText2})),{}),{})})}),ThreadListResultSchema=object({data:array(object({id:string(),name:OptionalText2,updatedAt:nullish(
number(),null)}))}),ImportResultSchema=object({importId:OptionalText2}),AnyResultSchema=unknown(),CODEX_RESULTS={initialize:InitializeResultSchema,"thread/start":ThreadResultSchema,
"thread/resume":ThreadResultSchema,"thread/name/set":AnyResultSchema,"thread/unsubscribe":AnyResultSchema,"thread/loaded/list":AnyResultSchema,"turn/start":TurnStartResultSchema,
"review/start":TurnStartResultSchema,"turn/interrupt":AnyResultSchema,"thread/backgroundTerminals/clean":AnyResultSchema,"account/read":AccountResultSchema,"con\
fig/read":ConfigResultSchema,"thread/list":ThreadListResultSchema,"externalAgentConfig/import":ImportResultSchema}}});var Labels,HistogramSampleSchema,SampleSchema,meaning,unit,FamilySchema,MetricsSchema,init_metrics=__esm({"src/contract/metrics.ts"(){"use strict";init_dist();init_finite_number();
init_instant();Labels=record(string(),string()),HistogramSampleSchema=object({labels:Labels,count:number(),sum:FiniteNumberSchema,buckets:array(object({le:number(),
count:number()}))}),SampleSchema=object({labels:Labels,value:FiniteNumberSchema}),meaning=string(),unit=nullable(string()),FamilySchema=variant("type",[object({
type:picklist(["counter","gauge"]),unit,meaning,samples:array(SampleSchema)}),object({type:literal("histogram"),unit,meaning,samples:array(HistogramSampleSchema)})]),
MetricsSchema=object({since:InstantSchema,families:record(string(),FamilySchema)})}});var CONTROL_VERSION,CONTROL_ERRORS,APP_SERVER_STATES,AppServerStatusSchema,MetricsEndpointStatusSchema,BrokerStatusSchema,WAIT_REASONS,WaitingForJobSchema,WorkerSchema,
DueClockSchema,LiveJobSchema,AccountSchema,Nothing,CONTROL_METHODS,SHUTTING_DOWN,ShuttingDownSchema,init_control=__esm({"src/contract/control.ts"(){"use strict";
init_dist();init_event();init_ids();init_job();init_metrics();init_process_identity();init_rate_limit();CONTROL_VERSION=1,CONTROL_ERRORS={helloRequired:-32010,versionMismatch:-32011,
draining:-32012,jobNotFound:-32013,codexUnavailable:-32014,codexSilent:-32015,codexTooOld:-32016,keyTaken:-32017,queueFull:-32018},APP_SERVER_STATES=["starting",
"ready","unresponsive","stopping","gone"],AppServerStatusSchema=object({pid:nullable(number()),version:nullable(string()),state:picklist(APP_SERVER_STATES),lastAnswerAt:nullable(
string())}),MetricsEndpointStatusSchema=object({url:nullable(string()),problem:nullable(string())}),BrokerStatusSchema=object({running:literal(!0),pid:number(),
identity:ProcessIdentitySchema,brokerId:string(),brokerKey:string(),startedAt:string(),uptimeMs:number(),version:string(),endpoint:string(),events:string(),workspaceRoot:string(),
codexHome:string(),codexPath:string(),appServer:AppServerStatusSchema,jobs:object({running:number(),queued:number()}),clients:number(),subscribers:number(),rateLimits:optional(
array(RateLimitSchema),[]),metricsEndpoint:optional(nullable(MetricsEndpointStatusSchema),null)}),WAIT_REASONS=["writes to the same working tree","same Codex th\
read"],WaitingForJobSchema=object({id:string(),why:picklist(WAIT_REASONS)}),WorkerSchema=object({threadNumber:nullable(number()),lastReportAt:nullable(string())}),
DueClockSchema=object({name:picklist(["queue","start","idle","hard","stuck"]),inMs:number()}),LiveJobSchema=object({job:JobRecordSchema,answeredAt:string(),appServer:AppServerStatusSchema,
worker:nullable(WorkerSchema),position:nullable(number()),waitingForJob:optional(nullable(WaitingForJobSchema),null),runningMs:optional(nullable(number()),null),
idleMs:nullable(number()),clock:nullable(DueClockSchema)}),AccountSchema=object({account:nullable(object({type:string(),email:nullable(string()),planType:nullable(
string())})),requiresOpenaiAuth:nullable(boolean()),provider:nullable(object({id:string(),name:nullable(string())})),codexVersion:nullable(string())}),Nothing=object(
{}),CONTROL_METHODS={hello:{params:object({protocolVersion:number(),client:object({name:string(),version:string(),pid:number()}),watching:optional(boolean(),!1),
submitting:optional(boolean(),!1)}),result:object({seq:optional(number(),0),protocolVersion:number(),brokerId:string(),brokerVersion:string(),events:string(),proof:optional(
string())})},"broker/ping":{params:Nothing,result:Nothing},"broker/status":{params:Nothing,result:BrokerStatusSchema},"broker/metrics":{params:Nothing,result:MetricsSchema},
"broker/stop":{params:object({mode:picklist(["drain","now"])}),result:object({running:number(),queued:number()})},"job/submit":{params:JobSpecSchema,result:object(
{job:JobRecordSchema,position:number()})},"job/cancel":{params:object({jobId:JobIdSchema,by:string()}),result:object({job:JobRecordSchema,alreadyFinished:boolean(),
interruption:nullable(InterruptionSchema)})},"job/answer":{params:object({jobId:JobIdSchema,questionId:string(),decision:picklist(["accept","decline"]),by:string()}),
result:object({answered:boolean()})},"job/live":{params:Nothing,result:object({jobs:array(LiveJobSchema),seq:optional(number(),0)})},"session/release":{params:object(
{sessionId:string()}),result:object({cancelled:array(JobIdSchema)})},"codex/account":{params:object({cwd:string()}),result:AccountSchema},"codex/threads":{params:object(
{cwds:array(string()),search:string(),limit:number()}),result:object({threads:array(object({id:string(),name:nullable(string())}))})},"codex/importSession":{params:object(
{path:string(),cwd:string()}),result:object({threadId:nullable(string()),failure:nullable(string())})},"events/missed":{params:object({count:pipe(number(),integer(),
minValue(1))}),result:Nothing},"events/recent":{params:object({afterSeq:number(),topic:string()}),result:object({envelopes:array(unknown()),firstSeq:number(),lastSeq:number()})}},
SHUTTING_DOWN="notifications/broker/shuttingDown",ShuttingDownSchema=object({brokerId:string(),cause:ShutdownCauseSchema,message:string(),exitStatus:number(),successor:boolean()})}});function counter2(name,rest){return{type:"counter",name:`codex_companion_${name}`,...rest}}function gauge(name,rest){return{type:"gauge",name:`codex_companion_${name}`,
...rest}}function histogram(name,rest){return{type:"histogram",name:`codex_companion_${name}`,...rest}}var QUICK,WAITING,WORKING,kind,codexMethod,controlMethod,
eventType,METRICS,init_table=__esm({"src/broker/metrics/table.ts"(){"use strict";init_requests2();init_control();init_event();init_fault();init_ids();init_retry();
QUICK=[.001,.0025,.005,.01,.025,.05,.1,.25,.5,1,2.5,5,10,30],WAITING=[.005,.025,.1,.5,1,5,10,30,60,300,600,1800,3600],WORKING=[.5,1,2.5,5,10,30,60,120,300,600,1200,
1800,3600,7200],kind=JOB_KINDS,codexMethod=Object.keys(CODEX_RESULTS),controlMethod=Object.keys(CONTROL_METHODS),eventType=BusEventSchema.options.map(({entries})=>entries.
type.literal);METRICS={brokerInfo:gauge("broker_info",{unit:null,labels:{version:"open",codex_version:"open"},meaning:"Always 1; its labels say which versions r\
un."}),brokerStartTime:gauge("broker_start_time_seconds",{unit:"seconds",labels:{},meaning:"When this broker started, since 1970. Every counter began at 0 then."}),
jobsAccepted:counter2("jobs_accepted_total",{unit:null,labels:{kind},meaning:"Jobs that this broker has taken on."}),jobsAdopted:counter2("jobs_adopted_total",{
unit:null,labels:{kind},meaning:"Jobs that another broker had taken on and this one took over, in the queue."}),jobsFinished:counter2("jobs_finished_total",{unit:null,
labels:{kind,outcome:["completed","cancelled",...REASONS]},meaning:"Jobs whose end this broker has recorded; the outcome of one that failed is its reason."}),attemptsLost:counter2(
"job_attempts_lost_total",{unit:null,labels:{reason:[...PASSING2]},meaning:"Attempts after which a job went back to the queue."}),jobsRunning:gauge("jobs_runnin\
g",{unit:null,labels:{},meaning:"Jobs that run."}),jobsQueued:gauge("jobs_queued",{unit:null,labels:{},meaning:"Jobs that wait for their turn."}),queueSeconds:histogram(
"job_queue_seconds",{unit:"seconds",labels:{kind},buckets:WAITING,meaning:"How long an attempt waited for its turn: from when it was accepted, taken over, or du\
e again, until it started."}),turnStartSeconds:histogram("job_turn_start_seconds",{unit:"seconds",labels:{kind},buckets:QUICK,meaning:"How long an attempt took \
from its start until Codex had begun the turn."}),runSeconds:histogram("job_run_seconds",{unit:"seconds",labels:{kind,status:["completed","failed","cancelled","\
retried"]},buckets:WORKING,meaning:"How long an attempt ran, from its start to its end."}),turnEndDetection:histogram("turn_end_detection_seconds",{unit:"second\
s",labels:{},buckets:QUICK,meaning:"From the read of the bytes with which Codex says that a turn has ended until the end of the job was on disk and published."}),
tokens:counter2("tokens_total",{unit:null,labels:{type:["input","cached_input","cache_write_input","output","reasoning_output"]},meaning:"Tokens that jobs have \
used, as Codex has told. Cached ones are among those of the input, reasoning among those of the output."}),rateLimitUsed:gauge("rate_limit_used_ratio",{unit:"ra\
tio",labels:{limit:"open",window:["primary","secondary"]},meaning:"How much of a usage limit of the account is used, 1 for all of it. Of a window that has begun\
 anew since, there is no series."}),appServerUp:gauge("app_server_up",{unit:null,labels:{},meaning:"1 while the app-server is ready and answers, else 0."}),appServerStartSeconds:gauge(
"app_server_start_seconds",{unit:"seconds",labels:{},meaning:"How long the app-server took to answer for the first time."}),appServerRestarts:counter2("app_serv\
er_restarts_total",{unit:null,labels:{},meaning:"How often an app-server was lost and the next broker went on with the jobs that were queued: in the unbroken li\
ne of brokers that ends with this one."}),appServerLossDetection:gauge("app_server_loss_detection_seconds",{unit:"seconds",labels:{reason:["app_server_exited","\
app_server_unresponsive"]},meaning:"Of the last of these losses: from the notice of its exit (or from its last byte, of one that had fallen silent) until the en\
d of the last job that it took along was recorded."}),appServerGarbledLines:counter2("app_server_garbled_lines_total",{unit:null,labels:{},meaning:"Lines of the\
 app-server that were no messages, and were skipped."}),appServerLateReplies:counter2("app_server_late_replies_total",{unit:null,labels:{},meaning:"Answers of t\
he app-server that came when nobody waited for them any more."}),appServerRpcSeconds:histogram("app_server_rpc_seconds",{unit:"seconds",labels:{method:codexMethod},
buckets:QUICK,meaning:"How long a request to the app-server took until it was answered, with a result or an error; the time for which it was held back is part o\
f it. The probe is thread/loaded/list."}),appServerRpcFailures:counter2("app_server_rpc_failures_total",{unit:null,labels:{outcome:["error","timeout","closed"]},
meaning:"Requests to the app-server that had no result: it answered with an error, or not in time, or its connection ended first."}),controlSeconds:histogram("c\
ontrol_request_seconds",{unit:"seconds",labels:{method:controlMethod},buckets:QUICK,meaning:"How long a request of a client took until it was answered. Of job/c\
ancel the end of the turn is part of it."}),controlClients:gauge("control_clients",{unit:null,labels:{},meaning:"Clients that are connected to the control socke\
t."}),eventsPublished:counter2("bus_events_published_total",{unit:null,labels:{type:eventType},meaning:"Events that were published on the bus."}),eventsUnsent:counter2(
"bus_events_unsent_total",{unit:null,labels:{},meaning:"Events that could not be encoded or handed to the socket. Every reader sees each as a gap."}),busSubscribers:gauge(
"bus_subscribers",{unit:null,labels:{},meaning:"Readers of the bus that have made the handshake."}),busGaps:counter2("bus_gaps_reported_total",{unit:null,labels:{},
meaning:"Gaps that readers have noticed and told of. ZeroMQ drops what a slow reader does not take without a word: only the reader knows."}),busEventsMissed:counter2(
"bus_events_missed_total",{unit:null,labels:{},meaning:"Events that were missing in those gaps."}),memory:gauge("broker_memory_bytes",{unit:"bytes",labels:{kind:[
"resident","heap_total","heap_used","external"]},meaning:"Memory of the broker\u2019s process, with its threads."}),appServerMemory:gauge("app_server_resident_m\
emory_bytes",{unit:"bytes",labels:{},meaning:"Resident memory of the app-server\u2019s process. Linux only."}),cpuSeconds:counter2("broker_cpu_seconds_total",{unit:"\
seconds",labels:{mode:["user","system"]},meaning:"Processor time of the broker\u2019s process, with its threads."}),eventLoopDelay:histogram("broker_event_loop_\
delay_seconds",{unit:"seconds",labels:{},buckets:QUICK,meaning:"How late a timer of the broker\u2019s main thread was, looked at 20 times a second while jobs run."}),
threads:gauge("broker_worker_threads",{unit:null,labels:{},meaning:"Threads of the pool, of which each runs a job or is kept for the next."})}}});function withoutZeros(family){if(family.type!=="counter")return family;let samples=family.samples.filter(({labels,value})=>value!==0||Object.keys(labels).length===
0);return{...family,samples}}var BrokerMetrics,init_broker_metrics=__esm({"src/broker/metrics/broker-metrics.ts"(){"use strict";init_registry();init_table();BrokerMetrics=
class{registry=new Registry(METRICS);#since;constructor(since){this.#since=since,this.registry.set("brokerStartTime",{},since.getTime()/1e3)}collect(){let families=Object.
entries(this.registry.collect()).map(([name,family])=>[name,withoutZeros(family)]);return{since:this.#since.toISOString(),families:Object.fromEntries(families)}}appServerAnswered({
method:method2,outcome,durationMs}){(outcome==="result"||outcome==="error")&&this.registry.observe("appServerRpcSeconds",{method:method2},durationMs/1e3),outcome!==
"result"&&this.registry.add("appServerRpcFailures",{outcome})}clientAnswered(method2,durationMs){this.registry.observe("controlSeconds",{method:method2},durationMs/
1e3)}gapReported(events){this.registry.add("busGaps",{}),this.registry.add("busEventsMissed",{},events)}}}});function seconds2(ms2){return Math.max(0,ms2)/1e3}var JobMetrics,init_job_metrics=__esm({"src/broker/metrics/job-metrics.ts"(){"use strict";init_event();init_usage();
JobMetrics=class{#deps;#attempts=new Map;constructor(deps){this.#deps=deps}observe({event}){this.#deps.registry.add("eventsPublished",{type:event.type}),isJobEvent(
event)&&this.#observe(event)}#observe(event){let{registry}=this.#deps;switch(event.type){case"job.queued":registry.add("jobsAccepted",{kind:event.kind}),this.#waits(
event.jobId,event.kind,null);return;case"job.adopted":this.#adopted(event.jobId);return;case"job.started":this.#started(event.jobId);return;case"job.turnStarted":
this.#turnStarted(event.jobId);return;case"job.progressed":for(let fact of event.facts)fact.kind==="usageUpdated"&&this.#used(event.jobId,fact.usage);return;case"\
job.stopping":this.#change(event.jobId,{stopping:!0});return;case"job.retrying":registry.add("attemptsLost",{reason:event.reason}),this.#ran(event.jobId,"retrie\
d"),this.#waits(event.jobId,this.#kindOf(event.jobId),event.retryAt);return;case"job.completed":this.#ended(event.jobId,"completed","completed");return;case"job\
.failed":this.#ended(event.jobId,"failed",event.reason);return;case"job.cancelled":this.#ended(event.jobId,"cancelled","cancelled");return;default:return}}#waits(jobId2,kind2,dueAt){
let restMs=dueAt===null?0:Math.max(0,Date.parse(dueAt)-Date.now()),waitingSinceMs=this.#deps.now()+restMs,fresh={startedAtMs:null,turnStarted:!1,stopping:!1,usage:NO_TOKENS};
this.#attempts.set(jobId2,{kind:kind2,waitingSinceMs,...fresh})}#adopted(jobId2){let job=this.#deps.lookup(jobId2),kind2=job?.kind??"task";this.#deps.registry.add(
"jobsAdopted",{kind:kind2}),this.#waits(jobId2,kind2,job?.status==="queued"?job.retryAt:null)}#started(jobId2){let attempt=this.#attempts.get(jobId2);if(attempt===
void 0)return;let nowMs=this.#deps.now(),{kind:kind2,waitingSinceMs}=attempt;this.#deps.registry.observe("queueSeconds",{kind:kind2},seconds2(nowMs-waitingSinceMs)),
this.#change(jobId2,{startedAtMs:nowMs})}#turnStarted(jobId2){let attempt=this.#attempts.get(jobId2);if(attempt===void 0||attempt.startedAtMs===null||attempt.turnStarted)
return;let{kind:kind2,startedAtMs}=attempt;this.#deps.registry.observe("turnStartSeconds",{kind:kind2},seconds2(this.#deps.now()-startedAtMs)),this.#change(jobId2,
{turnStarted:!0})}#used(jobId2,usage){let since=usageSince(usage,this.#attempts.get(jobId2)?.usage??NO_TOKENS);this.#change(jobId2,{usage});let{registry}=this.#deps;
registry.add("tokens",{type:"input"},since.inputTokens),registry.add("tokens",{type:"cached_input"},since.cachedInputTokens),registry.add("tokens",{type:"cache_\
write_input"},since.cacheWriteInputTokens),registry.add("tokens",{type:"output"},since.outputTokens),registry.add("tokens",{type:"reasoning_output"},since.reasoningOutputTokens)}#ended(jobId2,status2,outcome){
let{registry,turnEndHeardAtMs,now}=this.#deps;registry.add("jobsFinished",{kind:this.#kindOf(jobId2),outcome}),this.#ran(jobId2,status2);let heardAtMs=turnEndHeardAtMs(
jobId2),stopped=this.#attempts.get(jobId2)?.stopping??!1;heardAtMs!==null&&!stopped&&registry.observe("turnEndDetection",{},seconds2(now()-heardAtMs)),this.#attempts.
delete(jobId2)}#ran(jobId2,status2){let attempt=this.#attempts.get(jobId2);if(attempt===void 0||attempt.startedAtMs===null)return;let{kind:kind2,startedAtMs}=attempt;
this.#deps.registry.observe("runSeconds",{kind:kind2,status:status2},seconds2(this.#deps.now()-startedAtMs))}#kindOf(jobId2){return this.#attempts.get(jobId2)?.
kind??this.#deps.lookup(jobId2)?.kind??"task"}#change(jobId2,change2){let attempt=this.#attempts.get(jobId2);attempt!==void 0&&this.#attempts.set(jobId2,{...attempt,
...change2})}}}});function recover(recovery){let{store,log}=recovery;store.sweepTemporaries();for(let{file,why}of store.quarantine())log("error",`Set aside the damaged record "${file}\
": ${why}`);let waiting=[];for(let job of store.listActive())try{let adopted2=takeOver(job,recovery);adopted2!==null&&waiting.push(adopted2)}catch(error){log("e\
rror",`Cannot take over ${job.id}: ${messageOf(error)}`)}return waiting.sort(byAge)}function byAge(a,b){return a.createdAt===b.createdAt?0:a.createdAt<b.createdAt?
-1:1}function takeOver(job,recovery){if(job.owner.brokerKey!==recovery.place.key)return job.status==="queued"?inherit(job,recovery):null;if(job.status==="queued")
return keep(job,recovery);recovery.ledger.adopt(job);let message2=`The broker of this job (pid ${job.broker.pid}) ended without finishing it`,failed2={type:"job\
.failed",jobId:job.id,reason:"broker_lost",message:message2,interruption:null},after=recovery.ledger.apply(endOrRetry(job,failed2));return after?.status==="queu\
ed"?adopt(after,recovery):null}function inherit(job,recovery){let{identity,workspaceDirectory:workspaceDirectory2,store}=recovery;if(job.owner.codexHome!==identity.
owner.codexHome)return null;let directory=brokerPaths(workspaceDirectory2,job.owner.brokerKey).lock,claim=tryAcquire(directory,{role:"reader",holder:identity.brokerId});
if(!claim.ok)return null;try{let current=store.read(job.id);return current?.status==="queued"&&current.owner.brokerKey===job.owner.brokerKey?adopt(current,recovery):
null}finally{claim.lock.release()}}function keep(job,recovery){try{return adopt(job,recovery)}catch(error){return recovery.log("error",`Cannot record who has ta\
ken over ${job.id}: ${messageOf(error)}`),job}}function adopt(job,{ledger,identity}){ledger.adopt(job);let adopted2=ledger.apply({type:"job.adopted",jobId:job.id,
owner:identity.owner});return adopted2?.status==="queued"?adopted2:null}var init_recovery=__esm({"src/broker/recovery.ts"(){"use strict";init_paths();init_fault();
init_lock();init_retry()}});function totalOf(threads2){return[...threads2.values()].reduce((total,{chars})=>total+chars,0)}function dropOldest(threads2,limit){for(let oldest of threads2.keys()){
if(threads2.size<=limit)return;threads2.delete(oldest)}}var MAX_UNCLAIMED_THREADS,MAX_UNCLAIMED_NOTIFICATIONS,MAX_UNCLAIMED_CHARS,MAX_RELEASED_THREADS,ThreadRouter,
init_router=__esm({"src/broker/router.ts"(){"use strict";init_notifications();MAX_UNCLAIMED_THREADS=64,MAX_UNCLAIMED_NOTIFICATIONS=512,MAX_UNCLAIMED_CHARS=32*1024*
1024,MAX_RELEASED_THREADS=1e3,ThreadRouter=class{#listeners=new Map;#unaddressed=new Set;#unclaimed=new Map;#released=new Set;#batch=new Map;claim(threadId,listener){
this.#listeners.set(threadId,listener),this.#released.delete(threadId);let early=this.#unclaimed.get(threadId);this.#unclaimed.delete(threadId),early!==void 0&&
listener.deliver(early.list)}claimChild(threadId,listener){return this.#listeners.has(threadId)||this.claim(threadId,listener),this.#listeners.get(threadId)===listener}release(listener){
this.#batch.delete(listener);for(let[threadId,owner]of this.#listeners)owner===listener&&(this.#listeners.delete(threadId),this.#released.add(threadId));dropOldest(
this.#released,MAX_RELEASED_THREADS)}ownerOf(threadId){return this.#listeners.get(threadId)}onUnaddressed(listener){return this.#unaddressed.add(listener),()=>this.#unaddressed.
delete(listener)}route(notification,line2){let{method:method2,params}=notification,threadId=threadIdOf(params);if(threadId===null){for(let listener of this.#unaddressed)
listener(method2,params);return}this.#bring(threadId,{line:line2,notification})}passOn(threadId,line2){this.#bring(threadId,{line:line2,notification:null})}flush(){
let batch=this.#batch;this.#batch=new Map;for(let[listener,list]of batch)listener.deliver(list)}#bring(threadId,received){let listener=this.#listeners.get(threadId);
listener===void 0?this.#keep(threadId,received):this.#enqueue(listener,received)}#enqueue(listener,received){this.#batch.size===0&&queueMicrotask(()=>this.flush());
let list=this.#batch.get(listener);list===void 0?this.#batch.set(listener,[received]):list.push(received)}#keep(threadId,received){let more=received.line.length;
if(this.#released.has(threadId))return;let{list,chars}=this.#unclaimed.get(threadId)??{list:[],chars:0};if(!(list.length>=MAX_UNCLAIMED_NOTIFICATIONS||more>MAX_UNCLAIMED_CHARS))
for(this.#unclaimed.delete(threadId),this.#unclaimed.set(threadId,{list:[...list,received],chars:chars+more}),dropOldest(this.#unclaimed,MAX_UNCLAIMED_THREADS);totalOf(
this.#unclaimed)>MAX_UNCLAIMED_CHARS;)dropOldest(this.#unclaimed,this.#unclaimed.size-1)}}}});var WriterLane,init_writer_lane=__esm({"src/broker/writer-lane.ts"(){"use strict";init_job();init_liveness();init_lock();WriterLane=class{#options;#held;constructor(options){
this.#options=options}take(jobId2){if(this.takenBy()!==null)return!1;let attempt=tryAcquire(this.#options.directory,{role:"writer",holder:jobId2});return attempt.
ok?this.#stranger()!==null?(attempt.lock.release(),!1):(this.#held={jobId:jobId2,lock:attempt.lock},!0):!1}takenBy(){return this.#held?.jobId??inspect(this.#options.
directory)?.holder??this.#stranger()?.id??null}release(jobId2){this.#held?.jobId===jobId2&&this.close()}sweep(){removeDead(this.#options.directory)}close(){this.#held?.
lock.release(),this.#held=void 0}#stranger(){let{active,brokerId}=this.#options;for(let job of active())if(!(job.status!=="running"||job.owner.brokerId===brokerId||
!mayWrite(job.request))&&(isAlive(job.broker)||isAlive(job.appServer)))return job;return null}}}});var compose_exports={};__export(compose_exports,{compose:()=>compose});async function compose(options){let{config,place:place2,instance:instance2,log,startedAt,
tag,appServerProcess}=options,directory=workspaceDirectory(config.stateRoot,options.identity.workspaceRoot),store=JobStore.open(directory),publisher=await EventPublisher.
bind(place2.sockets.events,options.identity.brokerId),identity={...options.identity,events:publisher.endpoint};identity.events!==options.identity.events&&instance2.
announce(labelOf({...options,identity}));let ledger=new Ledger(store,publisher,log),aggregator=new Aggregator({lookup:jobId2=>ledger.get(jobId2),current:jobId2=>ledger.
activeJob(jobId2),now:()=>monotonicMs(),stuckMs:config.settings.stuckTimeoutMs});publisher.tap(envelope=>aggregator.observe(envelope));let metrics=new BrokerMetrics(
startedAt),{maxJobs}=config.settings,threadFiles=new ThreadFiles(options.threadProgram,place2.paths.threads),pool=new JobPool({entry:threadFiles.entry,maxThreads:maxJobs+
EXPRESS_JOBS}),router=new ThreadRouter,limitsNote=new LimitsNote(place2.paths.limits,log),account2=new AccountUse(router,limits=>limitsNote.note(limits)),approvals=new Approvals(
ledger,log,config.settings.approvalTimeoutMs),writerLane=new WriterLane({directory:writerLock(directory),brokerId:identity.brokerId,active:()=>store.listActive()}),
dispatcher=new Dispatcher({ledger,pool,router,approvals,account:account2,writerLane,log,maxJobs,sweepThreads:async threadIds=>{try{let swept=await sweepThreads(
tag.value,threadIds);swept>0&&log("info",`Ended ${swept} processes that a turn had left behind`)}catch(error){log("error",`Cannot look for what a turn has left \
behind: ${messageOf(error)}`)}}}),told=announcements({config,place:place2,store,publisher,log}),jobMetrics=new JobMetrics({registry:metrics.registry,lookup:jobId2=>ledger.
get(jobId2),turnEndHeardAtMs:jobId2=>dispatcher.turnEndHeardAtMs(jobId2),now:()=>monotonicMs()});publisher.tap(envelope=>jobMetrics.observe(envelope));let waiting=recover(
{store,ledger,identity,place:place2,workspaceDirectory:directory,log});return{config,place:place2,workspaceDirectory:directory,identity,instance:instance2,appServerProcess,
log,startedAt,tag,store,publisher,ledger,aggregator,router,pool,threadFiles,dispatcher,approvals,account:account2,limitsNote,metrics,writerLane,announcements:told,
keyLock:keyLock(directory),waiting,announce:()=>{let{version:version2,workspaceRoot}=identity;publisher.publish({type:"broker.started",process:self(),version:version2,
workspaceRoot})},runClocks:()=>runClocks(aggregator,publisher,{stop:(jobId2,cause)=>dispatcher.requestStop(jobId2,{cause}),abandon:jobId2=>dispatcher.abandon(jobId2)}),
sweep:async()=>{let swept=await sweepRun(tag.value);swept>0&&log("info",`Ended ${swept} processes that the app-server had left behind`)}}}var init_compose=__esm(
{"src/broker/compose.ts"(){"use strict";init_publisher();init_paths();init_fault();init_aggregator();init_liveness();init_store();init_tagged_processes();init_monotonic();
init_pool();init_account_use();init_announcements();init_approvals();init_clock_loop();init_dispatcher();init_ledger();init_limits_note();init_broker_metrics();
init_job_metrics();init_recovery();init_router();init_start();init_thread_files();init_writer_lane()}});var init_broker_exit=__esm({"src/contract/broker-exit.ts"(){"use strict"}});var Teardown,init_teardown=__esm({"src/util/teardown.ts"(){"use strict";Teardown=class{#closers=[];#running;#onError;constructor(onError=()=>{}){this.#onError=onError}add(what,close){
this.#running===void 0?this.#closers.push({what,close}):this.#running=this.#running.then(()=>this.#close(what,close))}run(){return this.#running??=this.#closeAll(),
this.#running}async#closeAll(){for(let next=this.#closers.pop();next!==void 0;next=this.#closers.pop())await this.#close(next.what,next.close)}async#close(what,close){
try{await close()}catch(error){this.#onError(what,error)}}}}});function itemThreadOf(line2){let about=IN_FRONT.exec(line2);return about===null?null:about[1]!==void 0?about[1]:(BEHIND.lastIndex=Math.max(0,line2.lastIndexOf('\
},"threadId":"')),BEHIND.exec(line2)?.[1]??null)}var ITEM_METHODS,IN_FRONT,BEHIND,init_item_address=__esm({"src/codex/item-address.ts"(){"use strict";ITEM_METHODS=
["item/started","item/completed","item/agentMessage/delta","item/commandExecution/outputDelta","item/fileChange/outputDelta","item/plan/delta","item/reasoning/s\
ummaryPartAdded","item/reasoning/summaryTextDelta","item/reasoning/textDelta"],IN_FRONT=new RegExp(String.raw`^\{"method":"(?:${ITEM_METHODS.join("|")})","params":\{(?:"threadId":"([^"\\]+)",)?`,
"u"),BEHIND=/\},"threadId":"([^"\\]+)","turnId":"[^"\\]+"(?:,"\w+":(?:null|true|false|[\d.]+|"[^"\\]*"))*\}(?:,"emittedAtMs":\d+)?\}$/uy}});function commandText(command){let beginning=command.trim().slice(0,READ_CHARS),inner=beginning.replace(SHELL,"");return oneLine(inner===beginning?beginning:unquoted(
inner)??inner,COMMAND_CHARS)}function unquoted(text2){if(text2.startsWith("'")&&text2.indexOf("'",1)===text2.length-1)return text2.slice(1,-1);let word="",end2=0;
for(let match of text2.matchAll(PIECE)){let[piece,single,double,escaped2,plain]=match;word+=single??double?.replace(/\\(["\\$`])/gu,"$1")??escaped2??plain??"",end2+=
piece.length}return end2===text2.length?word:void 0}var COMMAND_CHARS,READ_CHARS,SHELL,PIECE,PREFIX,CHECKERS,RUNNERS,CHECKS,VERIFYING,init_command_text=__esm({"\
src/codex/command-text.ts"(){"use strict";init_plain_text();COMMAND_CHARS=200,READ_CHARS=65536,SHELL=/^(?:\S*\/)?(?:ba|z|da|k)?sh\s+-[a-z]*c\s+/u,PIECE=/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/guy;
PREFIX=String.raw`(?:^|&&|\|\||[;|(\n])\s*(?:\w+=\S*\s+)*(?:(?:npx|pnpm exec|yarn dlx|bunx|uv run|poetry run|bundle exec|time|env|sudo)\s+(?:-\S+\s+)*)*(?:\S*\/)?`,
CHECKERS="vitest|jest|mocha|ava|pytest|py\\.test|tox|nox|rspec|phpunit|ctest|tsc|eslint|biome|ruff|mypy|pyright|flake8|pylint|shellcheck|golangci-lint|make|ninja\
|bazel|gradlew?|mvn|xcodebuild",RUNNERS="(?:npm|pnpm|yarn|bun|deno|cargo|go|dotnet|swift|mix|zig|rake|just|task|node|python3?)\\s+(?:run(?:-script)?\\s+|-m\\s+|--(\
?=test))*",CHECKS="[\\w:.-]*(?:test|build|lint|check|vet|clippy|verify|mypy|compileall)",VERIFYING=new RegExp(`${PREFIX}(?:(?:${CHECKERS})\\b|${RUNNERS}${CHECKS}\
)`,"u")}});function approvalIn(method2,params){if(!isAcceptable(method2))return null;let details=parse(Details,fieldsOf(params)),[subject=""]=subjectOf(details);return{threadId:threadOf(
details),what:APPROVALS[method2],subject}}function answerServerRequest(method2,params,decision){let details=parse(Details,fieldsOf(params)),threadId=threadOf(details);
if(decision==="accept"&&isAcceptable(method2)){let notice2=[`Approved ${APPROVALS[method2]}`,...subjectOf(details)].join(": ");return{kind:"reply",result:ACCEPTANCES[method2],
threadId,notice:notice2}}if(!isRefusable(method2))return{kind:"error",error:{code:METHOD_NOT_FOUND,message:`Cannot serve "${method2}": this client does not supp\
ort it`},threadId,notice:`Refused the request "${oneLine(method2,SUBJECT_CHARS)}"`};let notice=[WORDS[method2],...subjectOf(details)].join(": ");return{kind:"re\
ply",result:REFUSALS[method2],threadId,notice}}function isAcceptable(method2){return Object.hasOwn(ACCEPTANCES,method2)}function threadOf({threadId,conversationId}){
return threadId??conversationId}function isRefusable(method2){return Object.hasOwn(REFUSALS,method2)}function subjectOf(details){let command=Array.isArray(details.
command)?details.command.join(" "):details.command;if(command!==null)return[commandText(command)];let subject=details.tool??details.message??details.serverName??
details.reason;return subject===null?[]:[oneLine(subject,SUBJECT_CHARS)]}var METHOD_NOT_FOUND,SUBJECT_CHARS,REJECTION,REFUSALS,ACCEPTANCES,APPROVALS,WORDS,Details,
init_server_requests=__esm({"src/codex/server-requests.ts"(){"use strict";init_dist();init_plain_text();init_command_text();init_fields();METHOD_NOT_FOUND=-32601,
SUBJECT_CHARS=200,REJECTION="This job runs without a person to ask; go on without it",REFUSALS={"item/commandExecution/requestApproval":{decision:"decline"},"it\
em/fileChange/requestApproval":{decision:"decline"},"item/permissions/requestApproval":{permissions:{},scope:"turn"},"item/tool/requestUserInput":{answers:{}},"\
mcpServer/elicitation/request":{action:"decline",content:null,_meta:null},"item/tool/call":{contentItems:[{type:"inputText",text:REJECTION}],success:!1},execCommandApproval:{
decision:{denied:{rejection:REJECTION}}},applyPatchApproval:{decision:{denied:{rejection:REJECTION}}}},ACCEPTANCES={"item/commandExecution/requestApproval":{decision:"\
accept"},"item/fileChange/requestApproval":{decision:"accept"},execCommandApproval:{decision:"approved"},applyPatchApproval:{decision:"approved"}},APPROVALS={"i\
tem/commandExecution/requestApproval":"a command","item/fileChange/requestApproval":"a file change",execCommandApproval:"a command",applyPatchApproval:"a file c\
hange"},WORDS={"item/commandExecution/requestApproval":"Declined to approve a command","item/fileChange/requestApproval":"Declined to approve a file change","it\
em/permissions/requestApproval":"Declined to grant further permissions","item/tool/requestUserInput":"Left a question of Codex unanswered","mcpServer/elicitatio\
n/request":"Declined a question of an MCP server","item/tool/call":"Refused a tool call",execCommandApproval:"Declined to approve a command",applyPatchApproval:"\
Declined to approve a file change"},Details=object({threadId:fallback(nullish(string(),null),null),conversationId:fallback(nullish(string(),null),null),command:fallback(
nullish(union([string(),array(string())]),null),null),reason:fallback(nullish(string(),null),null),message:fallback(nullish(string(),null),null),serverName:fallback(
nullish(string(),null),null),tool:fallback(nullish(string(),null),null)})}});async function answerFor(router,method2,params){let answer3=answerServerRequest(method2,params,await decisionOn(router,method2,params));if(answer3.threadId!==null&&
router.ownerOf(answer3.threadId)?.notice(answer3.notice),answer3.kind==="error")throw new RpcError(answer3.error.code,answer3.error.message);return answer3.result}
async function decisionOn(router,method2,params){let question=approvalIn(method2,params),owner=question===null||question.threadId===null?void 0:router.ownerOf(question.
threadId);return question===null||owner===void 0?"decline":owner.decide(question)}var init_server_requests2=__esm({"src/broker/server-requests.ts"(){"use strict";
init_server_requests();init_message()}});var import_node_events2,import_promises6,MAX_LINE_BYTES,MAX_UNSENT_BYTES,DRAIN_MS2,STDERR_DRAIN_MS,EXIT_AFTER_EOF_MS,AppServer,init_app_server=__esm({"src/broke\
r/child/app-server.ts"(){"use strict";import_node_events2=require("node:events"),import_promises6=require("node:timers/promises");init_dist();init_requests2();init_fault();
init_peer();init_deadline();init_monotonic();init_tail();init_process();MAX_LINE_BYTES=16*1024*1024,MAX_UNSENT_BYTES=256*1024*1024,DRAIN_MS2=250,STDERR_DRAIN_MS=
50,EXIT_AFTER_EOF_MS=1e3,AppServer=class _AppServer{peer;gone;identity;#process;#stderrEnded;#stderr=new Tail(STDERR_TAIL_BYTES);#state;#endNoticedAtMs=null;#ending;constructor(process2,options){
this.#process=process2,this.identity=process2.identity,this.#state={id:"starting",identity:process2.identity},process2.stderr.on("data",chunk=>this.#stderr.push(
chunk)),this.#stderrEnded=(0,import_node_events2.once)(process2.stderr,"close").catch(()=>{}),this.peer=new Peer({readable:process2.stdout,writable:process2.stdin},
{name:"the app-server",jsonrpc:!1,maxLineBytes:MAX_LINE_BYTES,maxBufferedBytes:MAX_UNSENT_BYTES,requestTimeoutMs:options.requestTimeoutMs,onLine:options.onLine,
onNotification:options.onNotification,onRequest:options.onRequest,onGarbage:options.onGarbage,onSettled:options.onSettled}),this.gone=this.#whenGone()}static async open(process2,options){
let server=new _AppServer(process2,options);try{return await server.#initialize(options),server}catch(error){await server.stop({frozen:!1});let{stderrTail}=await server.
gone;throw startFault(process2.command,[messageOf(error),stderrTail.trim()].filter(Boolean).join("; "),error)}}get state(){return this.#state}get endNoticedAtMs(){
return this.#endNoticedAtMs}async stop({frozen}){this.#state.id!=="gone"&&(this.#state={id:"stopping",identity:this.identity}),await this.#end(frozen)||this.peer.
destroy(),await this.gone}#end(frozen){return this.#ending??=this.#process.end({frozen}),this.#ending}async#initialize(options){let startedAtMs=monotonicMs(),answer3=this.
peer.request("initialize",{clientInfo:{name:"codex-companion",title:"Codex Companion",version:options.clientVersion},capabilities:{experimentalApi:!0,requestAttestation:!1}},
{timeoutMs:options.startTimeoutMs}),result=parse(InitializeResultSchema,await answer3);this.peer.notify("initialized",{}),this.#state={id:"ready",identity:this.
identity,version:codexVersionIn(result.userAgent)??"unknown",startedInMs:Math.round(monotonicMs()-startedAtMs)},await(0,import_promises6.setImmediate)(),this.#stderr=
new Tail(STDERR_TAIL_BYTES)}async#whenGone(){let{exited}=this.#process;await Promise.race([exited,this.peer.closed]),this.#endNoticedAtMs=monotonicMs();let ended=await settledWithin(
exited,EXIT_AFTER_EOF_MS)||await this.#end(!1);await Promise.all([settledWithin(this.peer.closed,DRAIN_MS2),settledWithin(this.#stderrEnded,STDERR_DRAIN_MS)]),this.
peer.close();let exit={...ended?await exited:{code:null,signal:null},stderrTail:this.#stderr.toString()};return this.#state={id:"gone",exit},exit}}}});function watchHealth(peer,options){let heardAtMs=monotonicMs(),tickedAtMs=heardAtMs,timer=setInterval(()=>{let now=monotonicMs();now-tickedAtMs>2*options.intervalMs&&
(heardAtMs=now),tickedAtMs=now,heardAtMs=Math.max(heardAtMs,peer.lastReceivedAtMs);let silentMs=now-heardAtMs;if(silentMs>=options.timeoutMs){clearInterval(timer),
options.onSilent(Math.round(silentMs));return}peer.request(PROBE,{},{timeoutMs:options.timeoutMs}).catch(()=>{})},options.intervalMs);return()=>clearInterval(timer)}
var PROBE,init_health=__esm({"src/broker/child/health.ts"(){"use strict";init_monotonic();PROBE="thread/loaded/list"}});function lossMessage(pid,exit,unresponsive){let stderr=plainText(exit.stderrTail).replace(/\s+/gu," ").trim(),tail=stderr===""?"":`; its stderr ended with: ${stderr.
slice(-MAX_QUOTED_CHARS2)}`;return`The Codex app-server (pid ${pid}) ${endOf(exit,unresponsive)}${tail}`}function endOf({code,signal},unresponsive){let ended=code!==
null||signal!==null;return unresponsive?ended?"stopped answering and was ended":"stopped answering and cannot be ended":ended?signal===null?`exited with code ${code}`:
`was killed by ${signal}`:"closed its output and cannot be ended"}var MAX_QUOTED_CHARS2,init_loss_message=__esm({"src/broker/child/loss-message.ts"(){"use stric\
t";init_plain_text();MAX_QUOTED_CHARS2=1e3}});function passOn(router,line2){let threadId=itemThreadOf(line2);return threadId!==null&&router.passOn(threadId,line2),threadId!==null}var Supervisor,init_supervisor=__esm(
{"src/broker/child/supervisor.ts"(){"use strict";init_item_address();init_fault();init_deferred();init_monotonic();init_server_requests2();init_app_server();init_health();
init_loss_message();Supervisor=class{#options;#onLost;#ready=deferred();#appServer=null;#stopProbing=()=>{};#stopped=!1;#unresponsive=!1;#garbled=0;#startedInMs=null;constructor(options,onLost){
this.#ready.promise.catch(()=>{}),this.#options=options,this.#onLost=onLost}get ready(){return this.#ready.promise}async start(){try{let appServer=await this.#start();
return this.#ready.resolve(appServer),appServer}catch(error){throw this.#ready.reject(error),error}}async#start(){let{process:process2,clientVersion,settings,router,
publisher,metrics}=this.#options,appServer=await AppServer.open(await process2,{clientVersion,startTimeoutMs:settings.appServerStartMs,requestTimeoutMs:settings.
rpcTimeoutMs,onLine:line2=>passOn(router,line2),onNotification:(method2,params,line2)=>router.route({method:method2,params},line2),onRequest:(method2,params)=>answerFor(
router,method2,params),onGarbage:sample=>this.#onGarbage(sample),onSettled:request=>metrics.appServerAnswered(request)});if(this.#appServer=appServer,this.#stopped)
return await appServer.stop({frozen:!1}),null;if(appServer.state.id==="ready"){let{identity,version:version2,startedInMs}=appServer.state;this.#startedInMs=startedInMs,
publisher.publish({type:"appServer.ready",process:identity,version:version2,startedInMs})}return this.#watch(appServer),appServer}async stop(){this.#stopped=!0,
this.#stopProbing(),await this.#appServer?.stop({frozen:this.#unresponsive})}get status(){let appServer=this.#appServer;if(appServer===null)return{pid:null,version:null,
state:"starting",lastAnswerAt:null};let{state}=appServer,silentMs=monotonicMs()-appServer.peer.lastReceivedAtMs,silent=this.#unresponsive||silentMs>2*this.#options.
settings.probeIntervalMs;return{pid:appServer.identity.pid,version:state.id==="ready"?state.version:null,state:silent?"unresponsive":state.id,lastAnswerAt:new Date(
Date.now()-silentMs).toISOString()}}get figures(){let late=this.#appServer?.peer.lateReplies??0;return{garbled:this.#garbled,late,startedInMs:this.#startedInMs}}get lostSinceMs(){
return this.#appServer===null?null:this.#unresponsive?this.#appServer.peer.lastReceivedAtMs:this.#appServer.endNoticedAtMs}#watch(appServer){let{probeIntervalMs,
probeTimeoutMs}=this.#options.settings;this.#stopProbing=watchHealth(appServer.peer,{intervalMs:probeIntervalMs,timeoutMs:probeTimeoutMs,onSilent:silentMs=>this.#onSilent(
appServer,silentMs)}),appServer.gone.then(exit=>this.#onGone(appServer,exit))}#onSilent(appServer,silentMs){this.#unresponsive=!0,this.#options.publisher.publish(
{type:"appServer.unresponsive",silentMs}),appServer.stop({frozen:!0})}#onGone(appServer,exit){if(this.#stopped)return;this.#stopProbing(),this.#options.router.flush(),
this.#options.publisher.publish({type:"appServer.exited",...exit});let reason2=this.#unresponsive?"app_server_unresponsive":"app_server_exited";this.#onLost(new Fault(
reason2,lossMessage(appServer.identity.pid,exit,this.#unresponsive)))}#onGarbage(sample){this.#garbled+=1,Number.isInteger(Math.log10(this.#garbled))&&(this.#options.
log("info",`Skipped ${this.#garbled} lines of the app-server that are no messages: ${sample}`),this.#options.publisher.publish({type:"appServer.garbled",lines:this.#garbled,
sample}))}}}});function importedThread(params,importId,path20){let parsed2=safeParse(ImportCompletedNotification,params??{});if(!parsed2.success)return null;let{importId:told}=parsed2.
output;if(importId!==null&&told!==null&&told!==importId)return null;let results=parsed2.output.itemTypeResults,successes=results.flatMap(result=>result.successes),
success=successes.find(({source})=>source===path20)??successes[0],[failure=null]=results.flatMap(result=>result.failures.map(({message:message2})=>message2));return{
threadId:success?.target??null,failure}}var Result,ImportCompletedNotification,init_session_import=__esm({"src/codex/session-import.ts"(){"use strict";init_dist();
Result=object({successes:fallback(array(object({source:nullish(string(),null),target:nullish(string(),null)})),[]),failures:fallback(array(object({message:nullish(
string(),"")})),[])}),ImportCompletedNotification=object({importId:nullish(string(),null),itemTypeResults:fallback(nullish(array(Result),[]),[])})}});function sessionItem(path20,cwd){return{itemType:"SESSIONS",description:"Claude Code session",cwd:null,details:{plugins:[],skills:[],sessions:[{path:path20,cwd,
title:null}],mcpServers:[],hooks:[],subagents:[],commands:[]}}}async function answered2(peer,method2,params){let giveUpAtMs=monotonicMs()+QUERY_MS2;for(let delayMs2 of backoff(
100,1e3)){let leftMs=giveUpAtMs-monotonicMs();try{return await peer.request(method2,params,{timeoutMs:Math.max(1,leftMs)})}catch(error){if(!(error instanceof RpcError&&
error.code===SERVER_OVERLOADED)||delayMs2>=leftMs)throw error;await(0,import_promises7.setTimeout)(delayMs2)}}throw new Error("Unexpected end of an endless back\
-off")}function refusal(method2,error){return error instanceof DeadlineExceeded?new RpcError(CONTROL_ERRORS.codexSilent,error.message):error instanceof ConnectionClosed?
new RpcError(CONTROL_ERRORS.draining,error.message):error instanceof RpcError?error.code===SERVER_OVERLOADED?new RpcError(CONTROL_ERRORS.codexSilent,error.message):
isUnknownMethod(error)?new RpcError(CONTROL_ERRORS.codexTooOld,`This Codex has no "${method2}"`):error:new RpcError(CONTROL_ERRORS.codexUnavailable,unreadable(method2,
error))}function unreadable(method2,error){return`Cannot read the answer of the app-server to "${method2}": ${messageOf(error)}`}function isUnknownMethod({code,
message:message2}){return code===RPC_ERRORS.methodNotFound||/unknown (?:variant|method)/iu.test(message2)}var import_promises7,QUERY_MS2,IMPORT_MS,CodexQueries,
init_codex_queries=__esm({"src/broker/codex-queries.ts"(){"use strict";import_promises7=require("node:timers/promises");init_dist();init_reasons();init_requests2();
init_session_import();init_control();init_fault();init_message();init_peer();init_backoff();init_deadline();init_deferred();init_monotonic();QUERY_MS2=1e4,IMPORT_MS=
6e4,CodexQueries=class{#ready;#router;constructor(ready,router){this.#ready=ready,this.#router=router}async ask(method2,params){let{peer}=await this.#appServer();
try{let answer3=await answered2(peer,method2,params),schema=CODEX_RESULTS[method2];return parse(schema,answer3)}catch(error){throw refusal(method2,error)}}async importSession(path20,cwd){
let{peer}=await this.#appServer(),completed=deferred(),asked=null,early=[],take=(importId,params)=>{let outcome=importedThread(params,importId,path20);outcome!==
null&&completed.resolve(outcome)},stop2=this.#router.onUnaddressed((method2,params)=>{method2==="externalAgentConfig/import/completed"&&(asked===null?early.push(
params):take(asked.importId,params))});peer.closed.then(()=>completed.reject(new ConnectionClosed("The app-server ended during the import"))),completed.promise.
catch(()=>{});try{asked=await this.ask("externalAgentConfig/import",{migrationItems:[sessionItem(path20,cwd)]});for(let params of early)take(asked.importId,params);
return await within2(completed.promise,IMPORT_MS,"the app-server about the end of the import")}catch(error){throw error instanceof RpcError?error:refusal("exter\
nalAgentConfig/import",error)}finally{stop2()}}async#appServer(){let appServer=await this.#ready().catch(error=>{throw new RpcError(CONTROL_ERRORS.codexUnavailable,
messageOf(error))});if(appServer===null)throw new RpcError(CONTROL_ERRORS.draining,"The broker is ending");return appServer}}}});async function configurationOf(codex,cwd){try{return await codex.ask("config/read",{cwd})}catch(error){if(error instanceof RpcError&&error.code===CONTROL_ERRORS.
codexTooOld)return null;throw error}}function accountOf({account:known2}){return known2===null?null:{type:known2.type,email:known2.email,planType:known2.planType}}
function providerOf(result){let id=result?.config.model_provider??null;return id===null?null:{id,name:result?.config.model_providers?.[id]?.name??null}}var account,
init_account=__esm({"src/broker/control/account.ts"(){"use strict";init_control();init_message();account=async({cwd},{codex,lifecycle})=>{let[known2,config]=await Promise.
all([codex.ask("account/read",{refreshToken:!1}),configurationOf(codex,cwd)]);return{account:accountOf(known2),requiresOpenaiAuth:known2.requiresOpenaiAuth,provider:providerOf(
config),codexVersion:lifecycle.status().appServer.version}}}});var answer,init_answer=__esm({"src/broker/control/answer.ts"(){"use strict";answer=({jobId:jobId2,questionId,decision,by},{approvals})=>({answered:approvals.answer(
jobId2,questionId,decision,by)})}});function known(ledger,jobId2){let job=ledger.get(jobId2);if(job===null)throw new RpcError(CONTROL_ERRORS.jobNotFound,`No job "${jobId2}" in this workspace`);return job}
function answer2(job,alreadyFinished){let interruption2=job.status==="cancelled"||job.status==="failed"?job.interruption:null;return{job,alreadyFinished,interruption:interruption2}}
var cancel,init_cancel=__esm({"src/broker/control/cancel.ts"(){"use strict";init_control();init_job();init_message();cancel=async({jobId:jobId2,by},{ledger,dispatcher})=>{
let before=known(ledger,jobId2);return isFinished(before)?answer2(before,!0):(await dispatcher.stop(jobId2,{cause:"cancel",by}),answer2(known(ledger,jobId2),!1))}}});var importSession,init_import_session=__esm({"src/broker/control/import-session.ts"(){"use strict";importSession=({path:path20,cwd},{codex})=>codex.importSession(
path20,cwd)}});function liveJob(job,{aggregator,dispatcher,lifecycle}){let expiry=aggregator.expiryOf(job.id);return{job,answeredAt:new Date().toISOString(),appServer:lifecycle.
status().appServer,worker:dispatcher.workerOf(job.id),position:dispatcher.positionOf(job.id),waitingForJob:dispatcher.waitingForJob(job.id),runningMs:aggregator.
runningMs(job.id),idleMs:aggregator.idleMs(job.id),clock:expiry===null?null:{name:expiry.clock,inMs:Math.max(0,Math.round(expiry.atMs-monotonicMs()))}}}var live,
init_live=__esm({"src/broker/control/live.ts"(){"use strict";init_monotonic();live=(_params,services)=>({jobs:services.aggregator.active().map(job=>liveJob(job,
services)),seq:services.publisher.seq})}});var recent,init_recent2=__esm({"src/broker/control/recent.ts"(){"use strict";recent=({afterSeq,topic},{publisher})=>publisher.recent(afterSeq,topic)}});var release,init_release=__esm({"src/broker/control/release.ts"(){"use strict";release=({sessionId},{ledger,dispatcher})=>{let cancelled=ledger.active().filter(
job=>job.foreground&&job.sessionId===sessionId).map(job=>job.id);for(let jobId2 of cancelled)dispatcher.requestStop(jobId2,{cause:"cancel",by:"the end of its se\
ssion"});return{cancelled}}}});var stop,init_stop=__esm({"src/broker/control/stop.ts"(){"use strict";stop=({mode},{dispatcher,lifecycle})=>(setImmediate(()=>lifecycle.stop(mode)),{running:dispatcher.
running,queued:dispatcher.queued})}});function jobWithKey(key,read3){for(let id of idsOfKey(key)){let job=read3(id);if(job!==null)return job}return null}function knownJob(spec,read3){if(spec.key===null)
return null;let job=jobWithKey(spec.key,read3);if(job===null)return null;let others=differences(spec,job);if(others.length===0)return job;throw new KeyTaken(`Ca\
nnot hand in the job under the key "${spec.key}": ${job.id} has it, with another ${others.join(" and another ")} (choose another key, or see "codex-companion re\
sult ${job.id}")`)}function differences(spec,job){let[asked,had]=[spec.request,job.request];return[["kind",spec.kind,job.kind],["prompt",asked.prompt,had.prompt],
["target",asked.review?.target??null,had.review?.target??null],["sandbox",[asked.sandbox,asked.network,asked.addDirs],[had.sandbox,had.network,had.addDirs]],["r\
ule for approvals",asked.onApproval,had.onApproval],["model",[asked.model,asked.effort],[had.model,had.effort]]].flatMap(([what,one,other])=>JSON.stringify(one)===
JSON.stringify(other)?[]:[what])}var KeyTaken,init_keyed_job=__esm({"src/status/keyed-job.ts"(){"use strict";init_ids();KeyTaken=class extends Error{name="KeyTa\
ken"}}});function accept(spec,{identity,ledger,dispatcher,lifecycle,store,maxQueued}){let known2=spec.key===null?ledger.get(spec.id):withKey(spec,ledger);if(known2!==null)
return{job:known2,position:dispatcher.positionOf(known2.id)??0};if(!lifecycle.accepting())throw new RpcError(CONTROL_ERRORS.draining,`Broker ${identity.brokerId}\
 is ending and takes no more jobs`);if(dispatcher.queued>=maxQueued&&spec.kind!=="stop-gate-review")throw new RpcError(CONTROL_ERRORS.queueFull,`as many jobs wa\
it already as may, ${maxQueued}`);let job=newRecord(spec,{owner:identity.owner,workspaceRoot:identity.workspaceRoot,logFile:store.logFile(spec.id),at:new Date().
toISOString()});ledger.accept(job);let position3=dispatcher.enqueue(job);return{job:ledger.get(spec.id)??job,position:position3}}function withKey(spec,ledger){try{
return knownJob(spec,jobId2=>ledger.get(jobId2))}catch(error){throw error instanceof KeyTaken?new RpcError(CONTROL_ERRORS.keyTaken,error.message):error}}function heldUp(key,pid){
return`Cannot look up the key "${key}": pid ${pid} holds the lock of the keys (try again)`}var KEY_LOCK_MS,submit,init_submit=__esm({"src/broker/control/submit.\
ts"(){"use strict";init_control();init_ids();init_message();init_keyed_job();init_lock();init_new_record();KEY_LOCK_MS=5e3,submit=async(spec,services)=>{let{key}=spec;
if(key===null)return accept(spec,services);if(!idsOfKey(key).includes(spec.id))throw new RpcError(RPC_ERRORS.invalidParams,`Cannot use "${spec.id}" for the key \
"${key}": another id belongs to it`);let{keyLock:keyLock2,identity}=services,attempt=await acquire(keyLock2,{role:"reader",holder:identity.brokerId,timeoutMs:KEY_LOCK_MS});
if(!attempt.ok)throw new RpcError(RPC_ERRORS.internalError,heldUp(key,attempt.heldBy.pid));try{return accept(spec,services)}finally{attempt.lock.release()}}}});var threads,init_threads=__esm({"src/broker/control/threads.ts"(){"use strict";threads=async({cwds,search,limit},{codex})=>{let[only,...others]=cwds,cwd=only===
void 0||others.length>0?cwds:only,{data}=await codex.ask("thread/list",{cwd,searchTerm:search,limit,sortKey:"updated_at"});return{threads:data.map(({id,name})=>({
id,name}))}}}});async function callMethod(name,params,services){let found=METHODS.get(name);if(found===void 0)throw new RpcError(RPC_ERRORS.methodNotFound,`No method "${name}" \
on the control socket`);let askedAtMs=monotonicMs();try{return await found(params,services)}finally{services.metrics.clientAnswered(name,monotonicMs()-askedAtMs)}}
function parseParams(name,params){let schema=CONTROL_METHODS[name].params,parsed2=safeParse(schema,params);if(parsed2.success)return parsed2.output;let[issue]=parsed2.
issues,where=getDotPath(issue)??"params";throw new RpcError(RPC_ERRORS.invalidParams,`Cannot use the parameters of "${name}": ${where}: ${issue.message}`)}function method(name,handler){
return[name,(params,services)=>handler(parseParams(name,params),services)]}var METHODS,init_methods=__esm({"src/broker/control/methods.ts"(){"use strict";init_dist();
init_control();init_message();init_monotonic();init_account();init_answer();init_cancel();init_import_session();init_live();init_recent2();init_release();init_stop();
init_submit();init_threads();METHODS=new Map([method("broker/ping",()=>({})),method("broker/status",(_params,{lifecycle})=>lifecycle.status()),method("broker/me\
trics",(_params,{metrics})=>metrics.collect()),method("broker/stop",stop),method("job/submit",submit),method("job/cancel",cancel),method("job/answer",answer),method(
"job/live",live),method("session/release",release),method("codex/account",account),method("codex/threads",threads),method("codex/importSession",importSession),method(
"events/missed",({count},{metrics})=>(metrics.gapReported(count),{})),method("events/recent",recent)])}});function versionMismatch({brokerId,version:version2},theirs){let remedy='run "codex-companion broker restart --force" to replace it, which ends its jobs';return new RpcError(
CONTROL_ERRORS.versionMismatch,`Broker ${brokerId} (codex-companion ${version2}) speaks protocol ${CONTROL_VERSION}, not ${theirs} (${remedy})`,{protocolVersion:CONTROL_VERSION,
brokerVersion:version2})}var import_node_net,MAX_REQUEST_BYTES,MAX_UNSENT_BYTES2,HELLO_MS,FLUSH_MS,ControlServer,SpokenSchema,init_server=__esm({"src/broker/con\
trol/server.ts"(){"use strict";import_node_net=require("node:net");init_dist();init_control();init_fault();init_message();init_peer();init_deadline();init_local_endpoint();
init_methods();MAX_REQUEST_BYTES=8*1024*1024,MAX_UNSENT_BYTES2=32*1024*1024,HELLO_MS=15e3,FLUSH_MS=200,ControlServer=class _ControlServer{#server;#open=!0;#services;#log;#peers=new Set;#watching=new Set;#garbled=0;#onChange;constructor(services,log,onChange){
this.#services=services,this.#log=log,this.#onChange=onChange,this.#server=this.#newServer()}static async listen(services,log,onChange){let control=new _ControlServer(
services,log,onChange);return await control.#listen(),control}async reopen(){return!this.#open||!hasLostFile(this.#services.identity.endpoint)?!1:(this.#server.
close(),this.#server=this.#newServer(),await this.#listen(),this.#open||this.#server.close(),!0)}get clients(){return this.#peers.size}get users(){return this.#peers.
size-this.#watching.size}broadcast(method2,params){for(let peer of this.#peers)peer.notify(method2,params)}refuseNew(){this.#open=!1,this.#server.close()}async close(){
this.refuseNew();let peers=[...this.#peers];for(let peer of peers)peer.close();await settledWithin(Promise.all(peers.map(peer=>peer.closed)),FLUSH_MS);for(let peer of peers)
peer.destroy()}#newServer(){return(0,import_node_net.createServer)(socket=>this.#welcome(socket)).on("error",error=>this.#log("error",`The control socket failed\
: ${messageOf(error)}`))}#listen(){return new Promise((resolve2,reject)=>{this.#server.once("error",reject),this.#server.listen(this.#services.identity.endpoint,
resolve2)})}#welcome(socket){let greeted=!1,peer=new Peer({readable:socket,writable:socket},{name:"a client",jsonrpc:!0,maxLineBytes:MAX_REQUEST_BYTES,maxBufferedBytes:MAX_UNSENT_BYTES2,
onRequest:async(method2,params)=>{if(method2==="hello"){let{watching,submitting,...result}=this.#hello(params);return greeted=!0,submitting&&this.#services.expectJob(),
watching&&this.#onlyLooksOn(peer),result}if(!greeted)throw new RpcError(CONTROL_ERRORS.helloRequired,'Say "hello" with your protocol version first');return callMethod(
method2,params,this.#services)},onGarbage:sample=>this.#onGarbage(sample)});this.#peers.add(peer),this.#onChange();let timer=setTimeout(()=>{greeted||peer.close()},
HELLO_MS);peer.closed.then(()=>{clearTimeout(timer),this.#peers.delete(peer),this.#watching.delete(peer),this.#onChange()})}#onlyLooksOn(peer){this.#peers.has(peer)&&
(this.#watching.add(peer),this.#onChange())}#onGarbage(sample){this.#garbled+=1,Number.isInteger(Math.log10(this.#garbled))&&this.#log("info",`Skipped ${this.#garbled}\
 lines of clients that are not JSON-RPC: ${sample}`)}#hello(params){let{identity,publisher}=this.#services,spoken=safeParse(SpokenSchema,params);if(spoken.success&&
spoken.output.protocolVersion!==CONTROL_VERSION)throw versionMismatch(identity,spoken.output.protocolVersion);let{watching,submitting}=parseParams("hello",params);
return{watching,submitting,protocolVersion:CONTROL_VERSION,brokerId:identity.brokerId,brokerVersion:identity.version,events:identity.events,...identity.proof===
void 0?{}:{proof:identity.proof},seq:publisher.seq}}},SpokenSchema=object({protocolVersion:number()})}});function keepRuleOf({keepJobs,keepMs}){return{newest:keepJobs===0||keepMs===0?Number.POSITIVE_INFINITY:keepJobs,withinMs:keepMs,unreadWithinMs:null}}function judge(entries,rule,seen,nowMs){
let removable=[],[position3,keptUnread]=[0,0];for(let entry of entries){let ageMs=nowMs-entry.completedAtMs,isNew=position3<(rule.newest??0)||ageMs<Math.max(JUST_ENDED_MS,
rule.withinMs??0),isUnread=ageMs<(rule.unreadWithinMs??0)&&!seen.has(entry.id);!isNew&&!isUnread&&removable.push(entry),!isNew&&isUnread&&(keptUnread+=1),position3+=
1}return{removable:removable.reverse(),kept:position3-removable.length,keptUnread}}var JUST_ENDED_MS,init_keep_rule=__esm({"src/status/keep-rule.ts"(){"use stri\
ct";JUST_ENDED_MS=6e4}});function seenJobs(workspaceDirectory2){return new Set(namesIn(placeOf2(workspaceDirectory2)).filter(isJobId))}function forgetSeen(workspaceDirectory2,jobIds){for(let id of jobIds)
removeIfPossible(markOf(workspaceDirectory2,id))}function markOf(workspaceDirectory2,jobId2){return within(placeOf2(workspaceDirectory2),jobId2)}function placeOf2(workspaceDirectory2){
return within(workspaceDirectory2,"seen")}var init_seen=__esm({"src/status/seen.ts"(){"use strict";init_ids();init_names_in();init_within();init_mark();init_remove_file()}});function strayFiles(store,nowMs){let logs=namesIn(store.logDirectory).map(name=>({id:name.split(".")[0]??"",name})),marks=[...seenJobs(store.directory)],untold=untoldMarks(
store.directory),known2=store.idsOnDisk();return[...logs.filter(({id})=>isJobId(id)&&!known2.has(id)).map(({name})=>within(store.logDirectory,name)),...marks.filter(
id=>!known2.has(id)).map(id=>markOf(store.directory,id)),...untold.filter(({id})=>!known2.has(id)).map(({file})=>file)].filter(file=>isOlder(file,nowMs-STRAY_AFTER_MS))}
function isOlder(file,thanMs){let found=(0,import_node_fs26.lstatSync)(file,{throwIfNoEntry:!1});return found!==void 0&&found.mtimeMs<thanMs}var import_node_fs26,
STRAY_AFTER_MS,init_stray_files=__esm({"src/status/stray-files.ts"(){"use strict";import_node_fs26=require("node:fs");init_ids();init_names_in();init_within();init_seen();
init_untold();STRAY_AFTER_MS=24*36e5}});async function prune(store,{rule,nowMs,dryRun=!1,signal}){let seen=seenJobs(store.directory),judged3=judge(store.finishedEntries(),rule,seen,nowMs),candidates=store.
removable(judged3.removable),removed=[],[tried,problem]=[0,null];for(let entry of candidates){if(signal?.aborted)break;let why=dryRun?null:removeWhole(store,entry);
why===null&&removed.push(entry),problem??=why,tried+=1,!dryRun&&tried%AT_ONCE===0&&await(0,import_promises8.setImmediate)()}let found=signal?.aborted?[]:strayFiles(
store,nowMs),strays=dryRun?found:found.filter(removeIfPossible),kept=judged3.kept+judged3.removable.length-removed.length;return{removed,kept,keptUnread:judged3.
keptUnread,strays:strays.length,problem}}function removeWhole(store,entry){let{id}=entry;try{store.removeFinished(entry)}catch(error){return`Cannot remove ${id}\
: ${messageOf(error)}`}return removeIfPossible(store.logFile(id)),removeIfPossible(olderPartOf(store.logFile(id))),forgetSeen(store.directory,[id]),null}var import_promises8,
AT_ONCE,init_prune=__esm({"src/status/prune.ts"(){"use strict";import_promises8=require("node:timers/promises");init_fault();init_keep_rule();init_log_place();init_remove_file();
init_seen();init_stray_files();AT_ONCE=10}});var AGAIN_AFTER_MS,Housekeeping,init_housekeeping=__esm({"src/broker/housekeeping.ts"(){"use strict";init_fault();init_keep_rule();init_prune();init_monotonic();
AGAIN_AFTER_MS=36e5,Housekeeping=class{#parts;#ending=new AbortController;#lastAtMs=Number.NEGATIVE_INFINITY;#running;constructor(parts){this.#parts=parts}run(){
let nowMs=monotonicMs();!(nowMs-this.#lastAtMs>=AGAIN_AFTER_MS)||this.#running!==void 0||this.#ending.signal.aborted||!this.#parts.isHeld()||(this.#lastAtMs=nowMs,
this.#running=this.#prune().finally(()=>{this.#running=void 0}))}async stop(){this.#ending.abort(),await this.#running}async#prune(){let{store,settings,log}=this.#parts;
try{let rule=keepRuleOf(settings),pruned=await prune(store,{rule,nowMs:Date.now(),signal:this.#ending.signal}),{removed,kept,strays,problem}=pruned;removed.length>
0&&log("info",`Removed ${removed.length} old jobs; ${kept} finished ones are kept`),strays>0&&log("info",`Removed ${strays} logs and marks of jobs that are no m\
ore`),problem!==null&&log("error",problem)}catch(error){log("error",`Cannot remove old jobs: ${messageOf(error)}`)}}}}});var IdleWatch,init_idle_watch=__esm({"src/broker/idle-watch.ts"(){"use strict";IdleWatch=class{#idleMs;#busy;#onIdle;#timer;#stopped=!1;constructor(idleMs,busy,onIdle){
this.#idleMs=idleMs,this.#busy=busy,this.#onIdle=onIdle}touch(atLeastMs=0){clearTimeout(this.#timer),!(this.#stopped||this.#idleMs===0||this.#busy())&&(this.#timer=
setTimeout(()=>{this.#busy()||this.#onIdle()},Math.max(this.#idleMs,atLeastMs)))}hurry(graceMs){this.#idleMs=graceMs,this.touch()}stop(){this.#stopped=!0,clearTimeout(
this.#timer)}}}});function exposition(families){return Object.entries(families).filter(([,family])=>family.samples.length>0).map(([name,family])=>`${[...headOf(name,family),...linesOf2(
name,family)].join(`
`)}
`).join("")}function headOf(name,{type,meaning:meaning2}){return[`# HELP ${name} ${meaning2.replaceAll("\\","\\\\").replaceAll(`
`,"\\n")}`,`# TYPE ${name} ${type}`]}function linesOf2(name,family){return family.type==="histogram"?family.samples.flatMap(sample=>histogramLines(name,sample)):
family.samples.map(({labels,value})=>`${name}${labelText(labels)} ${number2(value)}`)}function histogramLines(name,{labels,count,sum,buckets}){return[...buckets.
map(bucket=>`${name}_bucket${labelText({...labels,le:number2(bucket.le)})} ${bucket.count}`),`${name}_bucket${labelText({...labels,le:"+Inf"})} ${count}`,`${name}\
_sum${labelText(labels)} ${number2(sum)}`,`${name}_count${labelText(labels)} ${count}`]}function labelText(labels){let pairs=Object.entries(labels).map(([name,value])=>`${name}\
="${escaped(value)}"`);return pairs.length===0?"":`{${pairs.join(",")}}`}function escaped(value){return value.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll(
`
`,"\\n")}function number2(value){return Number.isFinite(value)?String(value):Number.isNaN(value)?"NaN":value>0?"+Inf":"-Inf"}var EXPOSITION_TYPE,init_exposition=__esm(
{"src/metrics/exposition.ts"(){"use strict";EXPOSITION_TYPE="text/plain; version=0.0.4; charset=utf-8"}});var LOOPBACK,PATH,MAX_CONNECTIONS,MAX_HEAD_BYTES,REQUEST_MS,TRY_AGAIN_MS,MetricsEndpoint,init_endpoint2=__esm({"src/broker/metrics/endpoint.ts"(){"use strict";init_fault();
init_exposition();init_system_error();LOOPBACK="127.0.0.1",PATH="/metrics",MAX_CONNECTIONS=16,MAX_HEAD_BYTES=8*1024,REQUEST_MS=5e3,TRY_AGAIN_MS=3e4,MetricsEndpoint=
class{#options;#server;#problem=null;#again;#closed=!1;constructor(options){this.#options=options}async open(){if(!(this.#options.port===0||this.#closed))try{this.#server=
await this.#listen(),this.#problem=null,this.#options.log("info",`Metrics are served at ${this.#url}`),this.#closed&&this.close()}catch(error){this.#failed(error)}}close(){
this.#closed=!0,clearTimeout(this.#again),this.#server?.close(),this.#server?.closeAllConnections()}get status(){return this.#options.port===0?null:{url:this.#server===
void 0?null:this.#url,problem:this.#problem}}get#url(){return`http://${LOOPBACK}:${this.#options.port}${PATH}`}#failed(error){let why=errorCode(error)==="EADDRI\
NUSE"?"somebody else has the port, another broker maybe":messageOf(error),problem=`Cannot serve metrics at ${this.#url}: ${why} (tried again every ${TRY_AGAIN_MS/
1e3} s; metrics_port chooses another)`;problem!==this.#problem&&this.#options.log("error",problem),this.#problem=problem,this.#again=setTimeout(()=>{this.open()},
TRY_AGAIN_MS).unref()}async#listen(){let{createServer:createServer2}=await Promise.resolve().then(()=>__toESM(require("node:http"),1)),{requestMs=REQUEST_MS}=this.#options,
server=createServer2({maxHeaderSize:MAX_HEAD_BYTES,headersTimeout:requestMs,requestTimeout:requestMs,connectionsCheckingInterval:requestMs/5},(request,response)=>this.#answer(
request,response));return server.maxConnections=MAX_CONNECTIONS,server.setTimeout(requestMs),await new Promise((resolve2,reject)=>{server.once("error",reject),server.
listen(this.#options.port,LOOPBACK,resolve2)}),server.on("error",error=>this.#options.log("error",`The metrics' server failed: ${messageOf(error)}`)),server.unref()}#answer({
headers,method:method2,url},response){let refusal2=this.#refusal({host:headers.host,method:method2,path:url?.split("?")[0]});if(response.setHeader("Connection",
"close"),response.setHeader("Cache-Control","no-store"),response.setHeader("X-Content-Type-Options","nosniff"),refusal2===null){response.setHeader("Content-Type",
EXPOSITION_TYPE),response.end(exposition(this.#options.metrics.registry.collect()));return}response.statusCode=refusal2.status,refusal2.status===405&&response.setHeader(
"Allow","GET"),response.setHeader("Content-Type","text/plain; charset=utf-8"),response.end(`${refusal2.message}
`)}#refusal({host,method:method2,path:path20}){let{port:port2}=this.#options;return host!==`${LOOPBACK}:${port2}`&&host?.toLowerCase()!==`localhost:${port2}`?{status:403,
message:`Ask for ${this.#url} by that name`}:path20!==PATH?{status:404,message:`There is nothing but ${PATH}`}:method2==="GET"?null:{status:405,message:"There i\
s nothing but GET"}}}}});function residentBytes(pid){try{let kilobytes=/^VmRSS:\s+(\d+) kB$/mu.exec((0,import_node_fs27.readFileSync)(`/proc/${pid}/status`,"latin1"))?.[1];return kilobytes===
void 0?null:Number(kilobytes)*1024}catch{return null}}var import_node_fs27,init_resident_memory=__esm({"src/status/resident-memory.ts"(){"use strict";import_node_fs27=
require("node:fs")}});var EVERY_MS,EventLoopDelay,init_event_loop_delay=__esm({"src/broker/metrics/event-loop-delay.ts"(){"use strict";init_monotonic();EVERY_MS=50,EventLoopDelay=class{#onDelay;#timer;constructor(onDelay){
this.#onDelay=onDelay}start(){this.#timer??=this.#look()}stop(){clearTimeout(this.#timer),this.#timer=void 0}#look(){let dueAtMs=monotonicMs()+EVERY_MS;return setTimeout(
()=>{this.#onDelay(Math.max(0,monotonicMs()-dueAtMs)),this.#timer=this.#look()},EVERY_MS).unref()}}}});function measure(parts,{supervisor,clients,past}){let{registry}=parts.metrics;return tellOfPast(registry,past),registry.onCollect(()=>{measureJobs(registry,parts),
measureReaders(registry,parts,clients()),measureAppServer(registry,parts.identity.version,supervisor),measureLimits(registry,parts.account.rateLimits),measureProcess(
registry)}),measureEventLoop(registry,parts)}function tellOfPast(registry,{restarts,loss}){registry.set("appServerRestarts",{},restarts),loss!==null&&registry.set(
"appServerLossDetection",{reason:loss.reason},loss.detectedInMs/1e3)}function measureJobs(registry,{dispatcher,pool}){registry.set("jobsRunning",{},dispatcher.running),
registry.set("jobsQueued",{},dispatcher.queued),registry.set("threads",{},pool.threads)}function measureReaders(registry,{publisher},clients){registry.set("cont\
rolClients",{},clients),registry.set("busSubscribers",{},publisher.subscribers),registry.set("eventsUnsent",{},publisher.unsent)}function measureAppServer(registry,version2,supervisor){
let{pid,version:codexVersion,state}=supervisor.status,{garbled,late,startedInMs}=supervisor.figures;registry.clear("brokerInfo"),registry.set("brokerInfo",{version:version2,
codex_version:codexVersion??""},1),registry.set("appServerUp",{},state==="ready"?1:0),startedInMs!==null&&registry.set("appServerStartSeconds",{},startedInMs/1e3),
registry.set("appServerGarbledLines",{},garbled),registry.set("appServerLateReplies",{},late);let resident=pid===null?null:residentBytes(pid);registry.clear("ap\
pServerMemory"),resident!==null&&registry.set("appServerMemory",{},resident)}function measureLimits(registry,limits){registry.clear("rateLimitUsed");for(let{limitId,
...windows}of limits)for(let window2 of["primary","secondary"]){let{[window2]:known2}=windows;isCurrent(known2)&&registry.set("rateLimitUsed",{limit:limitId??"",
window:window2},known2.usedPercent/100)}}function isCurrent(window2){return window2!==null&&(window2.resetsAt===null||Date.parse(window2.resetsAt)>Date.now())}function measureProcess(registry){
let{rss,heapTotal,heapUsed,external}=process.memoryUsage();registry.set("memory",{kind:"resident"},rss),registry.set("memory",{kind:"heap_total"},heapTotal),registry.
set("memory",{kind:"heap_used"},heapUsed),registry.set("memory",{kind:"external"},external);let{user,system}=process.cpuUsage();registry.set("cpuSeconds",{mode:"\
user"},user/1e6),registry.set("cpuSeconds",{mode:"system"},system/1e6)}function measureEventLoop(registry,{publisher,dispatcher}){let delay=new EventLoopDelay(delayMs2=>registry.
observe("eventLoopDelay",{},delayMs2/1e3)),untap=publisher.tap(({event})=>{event.type==="job.started"&&delay.start()});return dispatcher.onIdle(()=>delay.stop()),
()=>{untap(),delay.stop()}}var init_measure=__esm({"src/broker/metrics/measure.ts"(){"use strict";init_resident_memory();init_event_loop_delay()}});function watchPlace(place2,everyMs,onLockLost){let timer=setInterval(()=>{place2.instance.isHeld()?restore(place2):onLockLost()},everyMs);return()=>clearInterval(
timer)}async function restore({instance:instance2,control,publisher,ledger,threadFiles,log}){try{instance2.keepAnnounced()&&log("error","Wrote the label anew: i\
t was removed or damaged");let jobs=ledger.keepWritten();jobs.length>0&&log("error",`Wrote records anew that were removed or damaged: ${jobs.join(", ")}`),threadFiles.
keepWritten()&&log("error","Wrote the files of the threads anew: they were removed or damaged"),await control.reopen()&&log("error","Opened the control socket a\
new: its file was removed"),publisher.reopen()&&log("error","Opened the socket of the bus anew: its file was removed")}catch(error){log("error",`Cannot restore \
what was removed from under the broker, trying again: ${messageOf(error)}`)}}var init_place_watch=__esm({"src/broker/place-watch.ts"(){"use strict";init_fault()}});function servicesOf(parts,codex,lifecycle){let{identity,store,ledger,dispatcher,aggregator,publisher,approvals,account:account2,metrics}=parts,{keyLock:keyLock2,
config,pool,log}=parts,{maxQueued}=config.settings;return{identity,...{store,ledger,dispatcher,aggregator,approvals,keyLock:keyLock2,maxQueued},expectJob:()=>pool.
warm(),publisher,account:account2,metrics,codex,log,lifecycle}}var init_services=__esm({"src/broker/services.ts"(){"use strict"}});function brokerStatus(parts,{appServer,clients,metricsEndpoint}){let{identity,startedAt,dispatcher,publisher,account:account2}=parts;return{running:!0,pid:process.
pid,identity:self(),brokerId:identity.brokerId,brokerKey:identity.owner.brokerKey,startedAt:startedAt.toISOString(),uptimeMs:Math.round(process.uptime()*1e3),version:identity.
version,endpoint:identity.endpoint,events:shownEndpoint(identity.events),workspaceRoot:identity.workspaceRoot,codexHome:identity.owner.codexHome,codexPath:identity.
owner.codexPath,appServer,jobs:{running:dispatcher.running,queued:dispatcher.queued},clients,subscribers:publisher.subscribers,rateLimits:[...account2.rateLimits],
metricsEndpoint}}var init_status=__esm({"src/broker/status.ts"(){"use strict";init_endpoint();init_liveness()}});function newerBroker(workspaceDirectory2,own){for(let{directory,lock,label:file}of allBrokerPaths(workspaceDirectory2)){if(directory===own.directory)continue;let label2=readBrokerLabel(
file);if(!(label2?.codexHome!==own.codexHome||label2.startedAt<=own.startedAt)&&inspect(lock)?.role==="broker")return label2}return null}function watchForNewer({
place:place2,workspaceDirectory:workspaceDirectory2,startedAt,config,log},onNewer){let own={directory:place2.paths.directory,codexHome:config.codexHome,startedAt:startedAt.
toISOString()},look=()=>{try{return newerBroker(workspaceDirectory2,own)}catch(error){return log("error",`Cannot look for a newer broker, trying again: ${messageOf(
error)}`),null}},timer=setInterval(()=>{let newer=look();newer!==null&&(clearInterval(timer),onNewer(`${newer.brokerId} (codex-companion ${newer.version}, "${newer.
codexPath}")`))},config.settings.probeIntervalMs);return()=>clearInterval(timer)}var init_superseded=__esm({"src/broker/superseded.ts"(){"use strict";init_paths();
init_fault();init_broker_label();init_lock()}});function watchWallClock(onJump){let offsetMs=Date.now()-monotonicMs(),timer=setInterval(()=>{let byMs=Date.now()-monotonicMs()-offsetMs;offsetMs+=byMs,Math.abs(
byMs)>=MIN_JUMP_MS&&onJump(Math.round(byMs))},LOOK_EVERY_MS);return()=>clearInterval(timer)}var MIN_JUMP_MS,LOOK_EVERY_MS,init_wall_clock=__esm({"src/broker/wal\
l-clock.ts"(){"use strict";init_monotonic();MIN_JUMP_MS=5e3,LOOK_EVERY_MS=1e3}});var broker_exports={};__export(broker_exports,{Broker:()=>Broker});var FIRST_JOB_MS,LATECOMERS_MS,SETTLE_MS,Broker,init_broker=__esm({"src/broker/broker.ts"(){"\
use strict";init_broker_exit();init_control();init_fault();init_deadline();init_deferred();init_monotonic();init_teardown();init_supervisor();init_codex_queries();
init_server();init_housekeeping();init_idle_watch();init_endpoint2();init_measure();init_past();init_place_watch();init_services();init_status();init_successor();
init_superseded();init_wall_clock();FIRST_JOB_MS=2e3,LATECOMERS_MS=1e3,SETTLE_MS=1e4,Broker=class{ended;#parts;#teardown;#idle;#supervisor;#opened=deferred();#firstJob=deferred();#endpoint;#state={
id:"starting"};#control;#crashes;#past;#newer;#resolveEnded=()=>{};constructor(parts,crashesBefore,past){this.#parts=parts,this.#crashes=crashesBefore,this.#past=
past,this.#teardown=new Teardown((what,error)=>parts.log("error",`Cannot close ${what}: ${messageOf(error)}`)),this.#idle=new IdleWatch(parts.config.settings.brokerIdleMs,
()=>parts.dispatcher.running+parts.dispatcher.queued+(this.#control?.users??0)>0,()=>this.#endUnused()),this.#supervisor=new Supervisor({process:parts.appServerProcess,
clientVersion:parts.identity.version,settings:parts.config.settings,router:parts.router,publisher:parts.publisher,metrics:parts.metrics,log:parts.log},fault=>this.#onAppServerLost(
fault));let{metrics,config,log}=parts;this.#endpoint=new MetricsEndpoint({port:config.settings.metricsPort,metrics,log}),this.ended=new Promise(resolve2=>{this.#resolveEnded=
resolve2})}get opened(){return this.#opened.promise}get state(){return this.#state}get clients(){return this.#control?.clients??0}async serve(){let{instance:instance2,
publisher,pool,ledger,dispatcher,writerLane,announcements:announcements2,log,limitsNote}=this.#parts;this.#teardown.add("the instance",()=>instance2.release()),
this.#teardown.add("the writer lane",()=>writerLane.close()),this.#teardown.add("claims of killed writers",()=>writerLane.sweep()),this.#teardown.add("the bus",
()=>publisher.close()),this.#teardown.add("the files",()=>instance2.removeFiles()),this.#teardown.add("the ledger",()=>ledger.close()),this.#teardown.add("the a\
nnouncements",()=>announcements2.close()),this.#teardown.add("the note of the limits",()=>limitsNote.close()),this.#teardown.add("the thread pool",()=>pool.destroy()),
this.#watchJobs();let control=await ControlServer.listen(this.#services(),log,()=>this.#idle.touch());this.#control=control,this.#teardown.add("the control sock\
et",()=>control.close()),this.#parts.announce();for(let job of this.#parts.waiting)dispatcher.enqueue(job);announcements2.resume(),this.#idle.touch(FIRST_JOB_MS),
this.#watchPlace(control),this.#watchForNewer(),this.#measure(),this.#opened.resolve(),await this.#startAppServer(),this.#keepHouse()}stop(mode){if(this.#state.
id==="ending")return;let{dispatcher,publisher}=this.#parts;if(this.#state.id!=="draining"&&(this.#state={id:"draining"},publisher.publish({type:"broker.draining"})),
mode==="now")for(let jobId2 of dispatcher.jobIds())dispatcher.requestStop(jobId2,{cause:"cancel",by:"broker stop"});this.#endIfDrained()}async end(ending){if(this.#state.
id==="ending")return;this.#state={id:"ending"},ending.exitStatus===1&&(this.#crashes+=1);let{dispatcher,publisher,log}=this.#parts;log(ending.exitStatus===0?"in\
fo":"error",`Ending (${ending.cause}): ${ending.message}`),this.#idle.stop(),this.#control?.refuseNew(),dispatcher.close(),ending.fault!==null&&await this.#settleJobs(
ending.fault);let successor=this.#passOnQueue(ending),{cause,message:message2,exitStatus}=ending;publisher.publish({type:"broker.shuttingDown",cause,message:message2,
exitStatus,successor});let{brokerId}=this.#parts.identity;this.#control?.broadcast(SHUTTING_DOWN,{brokerId,cause,message:message2,exitStatus,successor}),this.#teardown.
add("what the app-server left behind",()=>this.#parts.sweep()),this.#teardown.add("the app-server",()=>this.#supervisor.stop()),await this.#teardown.run(),this.#resolveEnded(
{...ending,successor,crashes:this.#crashes,past:this.#past})}async#settleJobs(fault){let{dispatcher,log}=this.#parts,{running:running2}=dispatcher,settled=await settledWithin(
dispatcher.lose(fault.toData()),SETTLE_MS),sinceMs=this.#supervisor.lostSinceMs,detectedInMs=settled&&running2>0&&sinceMs!==null?monotonicMs()-sinceMs:null;detectedInMs!==
null&&log("info",`Recorded the ends of what ran (${running2}) in ${Math.round(detectedInMs)} ms`),this.#past=pastAfter(this.#past,fault.reason,detectedInMs)}#passOnQueue({
cause,fault}){let{dispatcher}=this.#parts;return dispatcher.queued===0?!1:(cause==="app_server_exited"||cause==="app_server_unresponsive"||cause==="internal")&&
this.#crashes<MAX_CRASHES_IN_A_ROW?!0:(fault!==null&&cause!=="signal"&&dispatcher.failQueued(fault),!1)}async#startAppServer(){let{dispatcher,log}=this.#parts;try{
let appServer=await this.#supervisor.start();if(appServer===null||this.#state.id==="ending")return;this.#state.id==="starting"&&(this.#state={id:"serving"}),dispatcher.
open(appServer)}catch(error){let fault=Fault.from(error,"app_server_start_failed");log("error",fault.message),dispatcher.queued===0&&await settledWithin(this.#firstJob.
promise,FIRST_JOB_MS);let exitStatus=5;await this.end({cause:"app_server_start_failed",message:fault.message,exitStatus,fault})}}#onAppServerLost(fault){let cause=fault.
reason==="app_server_unresponsive"?fault.reason:"app_server_exited";this.end({cause,message:fault.message,exitStatus:1,fault})}#watchPlace(control){let{instance:instance2,
publisher,ledger,threadFiles,log,config}=this.#parts,stop2=watchPlace({instance:instance2,control,publisher,ledger,threadFiles,log},config.settings.probeIntervalMs,
()=>{let message2="The lock was removed from under the broker";this.end({cause:"internal",message:message2,exitStatus:1,fault:new Fault("broker_lost",message2)})});
this.#teardown.add("the watch on the place",stop2)}#watchForNewer(){let stop2=watchForNewer(this.#parts,newer=>{this.#newer=newer,this.#parts.log("info",`Supers\
eded by ${newer}: ends when it has nothing to do`),this.#idle.hurry(LATECOMERS_MS)});this.#teardown.add("the watch for a newer broker",stop2)}#endUnused(){let cause=this.#newer===
void 0?"idle":"superseded",message2=this.#newer===void 0?"Nobody used the broker":`Superseded by ${this.#newer}`;this.end({cause,message:message2,exitStatus:0,fault:null})}#keepHouse(){
if(this.#state.id==="ending")return;let{store,instance:instance2,dispatcher,log,config}=this.#parts,{settings}=config,housekeeping=new Housekeeping({store,settings,
isHeld:()=>instance2.isHeld(),log});this.#teardown.add("the housekeeping",()=>housekeeping.stop()),dispatcher.onIdle(()=>housekeeping.run()),housekeeping.run()}#watchJobs(){
let{publisher,dispatcher}=this.#parts,untap=publisher.tap(({event})=>{event.type==="job.queued"&&this.#firstJob.resolve(),event.type==="job.completed"&&(this.#crashes=
0)});this.#teardown.add("the watch on the jobs",untap),this.#teardown.add("the clocks",this.#parts.runClocks());let unwatch=watchWallClock(byMs=>this.#onClockJump(
byMs));this.#teardown.add("the watch on the wall clock",unwatch),dispatcher.onIdle(()=>{this.#idle.touch(),this.#endIfDrained()})}#measure(){let moment={supervisor:this.#supervisor,
clients:()=>this.clients,past:this.#past};this.#teardown.add("the measuring",measure(this.#parts,moment)),this.#teardown.add("the endpoint of the metrics",()=>this.#endpoint.
close()),this.#endpoint.open()}#onClockJump(byMs){this.#parts.log("info",`The wall clock jumped by ${byMs} ms`),this.#parts.dispatcher.clockJumped(byMs)}#endIfDrained(){
let{dispatcher}=this.#parts;this.#state.id!=="draining"||dispatcher.running+dispatcher.queued>0||this.end({cause:"stopped",message:"Asked to stop",exitStatus:0,
fault:null})}#services(){let codex=new CodexQueries(()=>this.#supervisor.ready,this.#parts.router);return servicesOf(this.#parts,codex,{accepting:()=>this.#state.
id==="starting"||this.#state.id==="serving",stop:mode=>this.stop(mode),status:()=>this.#status()})}#status(){let moment={appServer:this.#supervisor.status,clients:this.
clients,metricsEndpoint:this.#endpoint.status};return brokerStatus(this.#parts,moment)}}}});var main_exports={};__export(main_exports,{open:()=>open});module.exports=__toCommonJS(main_exports);var import_node_fs28=require("node:fs"),import_node_path20=__toESM(require("node:path"),1),
import_promises9=require("node:timers/promises"),import_node_util=require("node:util");var import_node_path10=__toESM(require("node:path"),1);init_version();init_private_directory();init_search_path();var import_node_fs3=require("node:fs"),import_node_module=require("node:module"),import_node_path4=__toESM(require("node:path"),1);init_config_error();var import_node_path3=__toESM(require("node:path"),1);function isShim(file){return/\.(?:cmd|bat)$/iu.test(file)}var GIVEN_ALL=/"(?:(%dp0%|%~dp0)[\\/]*)?([^"%]+\.(?:[cm]?js|exe|cmd))"\s+%\*/giu;
function shimTarget(text2,directory){let targets=[...text2.matchAll(GIVEN_ALL)].map(([,own,file=""])=>targetOf(file,own?directory:null)),[first4=null,...others]=[
...new Set(targets)];return others.length===0?first4:null}function targetOf(file,directory){return directory!==null?import_node_path3.default.join(directory,...file.
split(/[\\/]+/u)):import_node_path3.default.win32.isAbsolute(file)?file:null}var WINDOWS_SUFFIXES=[".exe",".cmd"],MAX_SHIMS=4,CodexNotFound=class extends ConfigError{detail;constructor(message2,detail){super(message2),this.detail=detail}};
function findCodex(named,directories,platform=process.platform){let found=named===null?onPath(directories,platform):atPath(named.path,platform);if(found===null)
throw notFound(named);let file=platform==="win32"?throughShims(found):found,native=nativeBehindWrapper(file,platform),target2=native?.command??file,stat=(0,import_node_fs3.statSync)(
target2),byNode=platform==="win32"&&isScript(target2);return{path:found,command:byNode?process.execPath:target2,script:byNode?[target2]:[],environment:native?.environment??
{},fingerprint:`${(0,import_node_fs3.realpathSync)(target2)}:${stat.size}:${stat.mtimeMs}`}}function notFound(named){if(named===null){let remedy='run "npm insta\
ll -g @openai/codex", or set CODEX_COMPANION_CODEX';return new CodexNotFound(`Cannot find Codex: no "codex" on PATH (${remedy})`,"not found")}let why=`"${named.
path}" (from ${named.by}) is not an executable file`;return new CodexNotFound(`Cannot find Codex: ${why}`,`not found: ${why}`)}function onPath(directories,platform){
let names=platform==="win32"?WINDOWS_SUFFIXES.map(suffix=>`codex${suffix}`):["codex"];return first(directories.flatMap(directory=>names.map(name=>import_node_path4.default.
join(directory,name))))}function atPath(file,platform){let isShort=platform==="win32"&&import_node_path4.default.extname(file)==="";return first([...isShort?WINDOWS_SUFFIXES.
map(suffix=>`${file}${suffix}`):[],file])}function first(files){for(let file of files){let found=onDisk(file);if(found!==null)return found}return null}function onDisk(file){
let absolute2=import_node_path4.default.resolve(file);try{return(0,import_node_fs3.statSync)(absolute2).isFile()?((0,import_node_fs3.accessSync)(absolute2,import_node_fs3.constants.
X_OK),absolute2):null}catch{return null}}function throughShims(found){let file=found;for(let count=0;isShim(file);count+=1){let target2=count<MAX_SHIMS?shimTarget(
(0,import_node_fs3.readFileSync)(file,"utf8"),import_node_path4.default.dirname(file)):null;if(target2===null)throw onlyByShell(`"${found}" is a script that onl\
y a shell could start`);if(!(0,import_node_fs3.existsSync)(target2))throw onlyByShell(`"${found}" would start "${target2}", which is not there`);file=target2}return file}
function onlyByShell(why){let remedy="set CODEX_COMPANION_CODEX to codex.exe, or to the codex.cmd of npm";return new CodexNotFound(`Cannot start Codex: ${why} (${remedy}\
)`,why)}function isScript(file){return/\.[cm]?js$/iu.test(file)}var TARGETS={"linux-x64":"x86_64-unknown-linux-musl","linux-arm64":"aarch64-unknown-linux-musl",
"darwin-x64":"x86_64-apple-darwin","darwin-arm64":"aarch64-apple-darwin","win32-x64":"x86_64-pc-windows-msvc","win32-arm64":"aarch64-pc-windows-msvc"};function nativeBehindWrapper(file,platform){
let wrapper=(0,import_node_fs3.realpathSync)(file),root=import_node_path4.default.resolve(wrapper,"..","..");if(import_node_path4.default.basename(wrapper)!=="c\
odex.js"||packageName(root)!=="@openai/codex")return null;let build2=`${platform}-${process.arch}`,target2=TARGETS[build2];if(target2===void 0)return null;let name=platform===
"win32"?"codex.exe":"codex";for(let vendor of vendorFolders(wrapper,root,build2)){let command=import_node_path4.default.join(vendor,target2,"bin",name);if((0,import_node_fs3.existsSync)(
command))return{command,environment:{CODEX_MANAGED_PACKAGE_ROOT:root,CODEX_MANAGED_BY_NPM:"1"}}}return null}function vendorFolders(wrapper,root,build2){let own=import_node_path4.default.
join(root,"vendor");try{let manifest=(0,import_node_module.createRequire)(wrapper).resolve(`@openai/codex-${build2}/package.json`);return[import_node_path4.default.
join(import_node_path4.default.dirname(manifest),"vendor"),own]}catch{return[own]}}function packageName(root){try{let manifest=JSON.parse((0,import_node_fs3.readFileSync)(
import_node_path4.default.join(root,"package.json"),"utf8"));return typeof manifest=="object"&&manifest!==null&&"name"in manifest&&typeof manifest.name=="string"?
manifest.name:null}catch{return null}}init_config_error();init_paths();init_config_error();init_job();var NOTIFY_WAYS=["off","bell","desktop","all"];var import_node_fs7=require("node:fs"),import_node_os=__toESM(require("node:os"),1),import_node_path7=__toESM(require("node:path"),1);init_local_endpoint();function defaultStateRoot(environment){
return import_node_path7.default.join(stateHome(environment),"codex-companion")}function stateHome(environment){let home=import_node_os.default.homedir(),xdg=absolute(
environment.XDG_STATE_HOME);return xdg!==null?xdg:process.platform==="darwin"?import_node_path7.default.join(home,"Library","Application Support"):process.platform===
"win32"?localAppData(environment,home):import_node_path7.default.join(home,".local","state")}function defaultUserFile(environment){return import_node_path7.default.
join(configHome(environment),"codex-companion","config.toml")}function configHome(environment){let home=import_node_os.default.homedir(),xdg=absolute(environment.
XDG_CONFIG_HOME);return xdg!==null?xdg:process.platform==="darwin"?import_node_path7.default.join(home,"Library","Application Support"):process.platform==="win3\
2"?environment.APPDATA||import_node_path7.default.join(home,"AppData","Roaming"):import_node_path7.default.join(home,".config")}function localAppData(environment,home){
return environment.LOCALAPPDATA||import_node_path7.default.win32.join(home,"AppData","Local")}function thisUser(){return{platform:process.platform,home:import_node_os.default.
homedir(),uid:process.getuid?.()??null}}function defaultRuntimeRoot(environment,user=thisUser()){let fallback2=ownRuntimeRoot(environment,user),xdg=absolute(environment.
XDG_RUNTIME_DIR);if(xdg===null||!(0,import_node_fs7.existsSync)(xdg))return fallback2;let preferred=import_node_path7.default.join(xdg,"codex-companion");return fitsSocket(
import_node_path7.default.join(preferred,`${"0".repeat(16)}.control`))?preferred:fallback2}function ownRuntimeRoot(environment,{platform,home,uid}){return platform===
"win32"?import_node_path7.default.win32.join(localAppData(environment,home),"codex-companion","run"):import_node_path7.default.posix.join("/tmp",`codex-companio\
n-${uid}`)}function absolute(directory){return directory!==void 0&&import_node_path7.default.isAbsolute(directory)?directory:null}function defaultCodexHome(){return import_node_path7.default.
join(import_node_os.default.homedir(),".codex")}var import_ms=__toESM(require_ms(),1);init_job();function refused(why){return{ok:!1,why}}function readDuration(text2,maxMs=MAX_DURATION_MS){let value=/^\d+$/u.test(text2)?Number(text2):parseUnits(text2);return value===void 0||!Number.isFinite(value)||
value<0||value>maxMs?refused(`is not a duration from 0 to ${maxMs} ms (write 90s, 45m, 1.5h, or milliseconds)`):{ok:!0,value:Math.round(value)}}function parseUnits(text2){
return isUnitText(text2)?(0,import_ms.default)(text2):void 0}function isUnitText(text2){return/^\d+(?:\.\d+)?\s*(?:ms|s|sec|secs|m|min|mins|h|hr|hrs|d)$/iu.test(
text2)}var DAY_MS=864e5,UNITS=[["d",DAY_MS],["h",36e5],["m",6e4],["s",1e3]];function writeDuration(value){if(value===0)return"0";let[unit2,size]=UNITS.find(([,size2])=>value%
size2===0)??["ms",1];return`${value/size}${unit2}`}var import_node_os2=__toESM(require("node:os"),1),import_node_path8=__toESM(require("node:path"),1);function textual(allowed,read3,write2,otherwise){return{allowed,fromText:read3,fromFile:written=>typeof written=="string"?read3(written):refused(otherwise),write:write2}}
function duration({positive=!1}={}){let read3=text2=>{let reading=readDuration(text2);return positive&&reading.ok&&reading.value===0?refused("would be over at o\
nce (use 1 ms or more, or unset it)"):reading};return{allowed:positive?"duration":"duration, 0 = none",...positive?{}:{off:0},fromText:read3,fromFile:written=>typeof written==
"string"||written===0?read3(String(written)):refused('is not a duration (write it as text with a unit, such as "90s", "45m", "1.5h")'),write:writeDuration}}function wholeNumber({
min,max,of}){return integer2(min,max,`is not a number of ${of}`)}function port(){return integer2(0,MAX_PORT,"is not a port")}var MAX_PORT=65535;function integer2(min,max,what){
let wrong=refused(`${what} (use a whole number from ${min} to ${max})`),inRange=value=>Number.isInteger(value)&&value>=min&&value<=max?{ok:!0,value}:wrong;return{
allowed:`${min} to ${max}`,fromText:text2=>/^\d+$/u.test(text2)?inRange(Number(text2)):wrong,fromFile:written=>typeof written=="number"?inRange(written):wrong,write:value=>value}}
function days(max){let count=wholeNumber({min:0,max,of:"days"}),inMs=reading=>reading.ok?{ok:!0,value:reading.value*DAY_MS}:reading;return{allowed:count.allowed,
fromText:text2=>inMs(count.fromText(text2)),fromFile:written=>inMs(count.fromFile(written)),write:value=>value/DAY_MS}}function choice(words,what){let wrong=refused(
`is no ${what} (use one of ${words.join(", ")})`),read3=text2=>{let word=words.find(known2=>known2===text2);return word===void 0?wrong:{ok:!0,value:word}};return textual(
words.join(", "),read3,value=>value,wrong.why)}function text(){return textual("text",value=>({ok:!0,value}),String,"is no text")}function shortText(what,maxChars){
let wrong=refused(`is no ${what} (use 1 to ${maxChars} characters on one line)`);return textual("text",given=>{let value=given.trim();return value===""||value.length>
maxChars||new RegExp("\\p{Cc}","u").test(value)?wrong:{ok:!0,value}},String,wrong.why)}function place(){let wrong=refused('is not an absolute path (write it fro\
m the root on, or from "~/")');return{allowed:"path",fromText:given=>({ok:!0,value:import_node_path8.default.resolve(given)}),fromFile:written=>{if(typeof written!=
"string")return wrong;let expanded=written.startsWith("~/")?import_node_path8.default.join(import_node_os2.default.homedir(),written.slice(2)):written;return import_node_path8.default.
isAbsolute(expanded)?{ok:!0,value:import_node_path8.default.normalize(expanded)}:wrong},write:String}}function webhookAddress(){return textual("https address, o\
r http to localhost",given=>{if(!/^https?:\/\//iu.test(given)||!URL.canParse(given))return refused("is not an address (write it with its scheme, http:// or http\
s://)");let{protocol,hostname,username,password,href}=new URL(given);return username!==""||password!==""?refused("has a user or a password in it (put a secret i\
nto its path)"):protocol==="http:"&&!isLoopback(hostname)?refused("would be told without encryption (use https://; http:// is for localhost)"):{ok:!0,value:href}},
String,"is not an address (write it as text)")}function isLoopback(hostname){return hostname==="localhost"||hostname==="[::1]"||/^127(?:\.\d{1,3}){3}$/u.test(hostname)}
function commandLine(){let wrong=refused('is no program with its arguments (write an array of texts, such as ["notify-send", "done"])'),read3=value=>isWords(value)&&
value[0]!==""&&value.length>0?{ok:!0,value}:wrong;return{allowed:"array of texts: a program and its arguments",fromText:given=>read3(parsed(given)),fromFile:read3,
write:value=>value}}function isWords(value){return Array.isArray(value)&&value.every(word=>typeof word=="string"&&!word.includes("\0"))}function parsed(json){try{
return JSON.parse(json)}catch{return null}}init_paths();function setting({kind:kind2,fallback:fallback2,flag,...rest}){let derived=isDerived(fallback2)?fallback2:{text:null,of:()=>fallback2};return{...rest,kind:kind2,
flag:flag??null,fallback:derived.of,fallbackText:derived.text}}function isDerived(fallback2){return typeof fallback2=="object"&&fallback2!==null&&"of"in fallback2&&
"text"in fallback2}var MAX_MAX_JOBS=64,MAX_MAX_QUEUED=1e5,MAX_KEEP_JOBS=1e6,MAX_KEEP_DAYS=36500,MAX_KEEP_MS=MAX_KEEP_DAYS*DAY_MS,MAX_MODEL_CHARS=200,LOG_LEVELS=["error","info","de\
bug"],SETTINGS={model:setting({key:"model",variable:"CODEX_COMPANION_MODEL",flag:"--model",kind:shortText("name of a model",MAX_MODEL_CHARS),fallback:{text:"Cod\
ex's own",of:()=>null},setBy:"project",readBy:"job",meaning:"model of a job; `spark` is short for gpt-5.3-codex-spark"}),effort:setting({key:"effort",variable:"\
CODEX_COMPANION_EFFORT",flag:"--effort",kind:choice(EFFORTS,"effort"),fallback:{text:"Codex's own",of:()=>null},setBy:"project",readBy:"job",meaning:"reasoning \
effort of a job"}),retries:setting({key:"retries",variable:"CODEX_COMPANION_RETRIES",flag:"--retries",kind:wholeNumber({min:0,max:MAX_RETRIES,of:"retries"}),fallback:0,
setBy:"project",readBy:"job",meaning:"how often a job is tried again when an attempt was lost before it had done anything"}),onApproval:setting({key:"on_approva\
l",variable:"CODEX_COMPANION_ON_APPROVAL",flag:"--on-approval",kind:choice(APPROVAL_RULES,"rule for approvals"),fallback:"decline",setBy:"user",readBy:"job",meaning:"\
what a task answers when Codex asks for more than its sandbox allows; where there is no terminal to ask on, `ask` is `decline`"}),jobTimeoutMs:setting({key:"job\
_timeout",variable:"CODEX_COMPANION_JOB_TIMEOUT_MS",flag:"--timeout",kind:duration(),fallback:18e5,setBy:"project",readBy:"job",meaning:"hard deadline of a job,\
 from its start"}),idleTimeoutMs:setting({key:"idle_timeout",variable:"CODEX_COMPANION_IDLE_TIMEOUT_MS",flag:"--idle-timeout",kind:duration(),fallback:6e5,setBy:"\
project",readBy:"job",meaning:"longest time without progress; a running shell command does not count as silence"}),startTimeoutMs:setting({key:"start_timeout",variable:"\
CODEX_COMPANION_START_TIMEOUT_MS",flag:"--start-timeout",kind:duration(),fallback:6e4,setBy:"project",readBy:"job",meaning:"longest time from the start of a job\
 until its turn has started"}),queueTimeoutMs:setting({key:"queue_timeout",variable:"CODEX_COMPANION_QUEUE_TIMEOUT_MS",flag:"--queue-timeout",kind:duration(),fallback:0,
setBy:"project",readBy:"job",meaning:"longest time in the queue"}),maxJobs:setting({key:"max_jobs",variable:"CODEX_COMPANION_MAX_JOBS",kind:wholeNumber({min:1,max:MAX_MAX_JOBS,
of:"jobs"}),fallback:8,setBy:"project",readBy:"broker",meaning:"jobs at once in one workspace; more wait in order"}),maxQueued:setting({key:"max_queued",variable:"\
CODEX_COMPANION_MAX_QUEUED",kind:wholeNumber({min:1,max:MAX_MAX_QUEUED,of:"jobs"}),fallback:1e3,setBy:"user",readBy:"broker",meaning:"jobs that may wait in one \
workspace; one more is refused"}),stuckTimeoutMs:setting({key:"stuck_timeout",variable:"CODEX_COMPANION_STUCK_TIMEOUT_MS",kind:duration(),fallback:1e4,setBy:"us\
er",readBy:"broker",meaning:"longest time for a job that was asked to stop; then its thread is ended"}),approvalTimeoutMs:setting({key:"approval_timeout",variable:"\
CODEX_COMPANION_APPROVAL_TIMEOUT_MS",kind:duration({positive:!0}),fallback:3e5,setBy:"user",readBy:"broker",meaning:"longest time for you to answer what Codex a\
sks; then it is no"}),notify:setting({key:"notify",variable:"CODEX_COMPANION_NOTIFY",kind:choice(NOTIFY_WAYS,"way to notify"),fallback:"off",setBy:"user",readBy:"\
command",meaning:"how a command on a terminal that has waited for more than 10 s says that it is done; `--notify` says so in any case"}),onJobEnd:setting({key:"\
on_job_end",variable:"CODEX_COMPANION_ON_JOB_END",kind:commandLine(),fallback:{text:"none",of:()=>null},setBy:"user",readBy:"broker",meaning:"program that is ru\
n, without a shell, when a job has ended; the job is in its environment and, as JSON, on its standard input"}),onJobEndTimeoutMs:setting({key:"on_job_end_timeou\
t",variable:"CODEX_COMPANION_ON_JOB_END_TIMEOUT_MS",kind:duration({positive:!0}),fallback:3e4,setBy:"user",readBy:"broker",meaning:"longest time for that progra\
m; then it is ended"}),webhook:setting({key:"webhook",variable:"CODEX_COMPANION_WEBHOOK",kind:webhookAddress(),fallback:{text:"none",of:()=>null},setBy:"user",readBy:"\
broker",meaning:"address that is told by POST when a job has ended: its state and times, no prompt, answer or command"}),keepJobs:setting({key:"keep_jobs",variable:"\
CODEX_COMPANION_KEEP_JOBS",kind:wholeNumber({min:0,max:MAX_KEEP_JOBS,of:"jobs"}),fallback:1e3,setBy:"user",readBy:"broker",meaning:"a finished job is kept while\
 it is among so many newest ones of its workspace; 0 keeps all"}),keepMs:setting({key:"keep_days",variable:"CODEX_COMPANION_KEEP_DAYS",kind:days(MAX_KEEP_DAYS),
fallback:90*DAY_MS,setBy:"user",readBy:"broker",meaning:"a finished job is kept, too, while it ended within so many days; 0 keeps all"}),brokerIdleMs:setting({key:"\
broker_idle",variable:"CODEX_COMPANION_BROKER_IDLE_MS",kind:duration(),fallback:6e5,setBy:"user",readBy:"broker",meaning:"an unused broker ends after this time"}),
probeIntervalMs:setting({key:"probe_interval",variable:"CODEX_COMPANION_PROBE_INTERVAL_MS",kind:duration({positive:!0}),fallback:5e3,setBy:"user",readBy:"broker",
meaning:"how often the app-server is asked for a sign of life"}),probeTimeoutMs:setting({key:"probe_timeout",variable:"CODEX_COMPANION_PROBE_TIMEOUT_MS",kind:duration(
{positive:!0}),fallback:15e3,setBy:"user",readBy:"broker",meaning:"how long the app-server may be silent"}),appServerStartMs:setting({key:"app_server_start",variable:"\
CODEX_COMPANION_APP_SERVER_START_MS",kind:duration({positive:!0}),fallback:15e3,setBy:"user",readBy:"broker",meaning:"longest time for the app-server to come up"}),
rpcTimeoutMs:setting({key:"rpc_timeout",variable:"CODEX_COMPANION_RPC_TIMEOUT_MS",kind:duration({positive:!0}),fallback:3e4,setBy:"user",readBy:"broker",meaning:"\
longest time for the app-server to answer any other request"}),metricsPort:setting({key:"metrics_port",variable:"CODEX_COMPANION_METRICS_PORT",kind:port(),fallback:0,
setBy:"user",readBy:"broker",meaning:"port of this machine (127.0.0.1) at which a broker serves its metrics for Prometheus, as `/metrics`; 0 is none"}),logLevel:setting(
{key:"log_level",variable:"CODEX_COMPANION_LOG_LEVEL",kind:choice(LOG_LEVELS,"log level"),fallback:"info",setBy:"user",readBy:"broker",meaning:"of the broker's \
own log"}),codex:setting({key:"codex",variable:"CODEX_COMPANION_CODEX",kind:place(),fallback:{text:"first `codex` on PATH",of:()=>null},setBy:"user",readBy:"com\
mand",meaning:"the Codex to run"}),codexHome:setting({key:"codex_home",variable:"CODEX_HOME",kind:place(),fallback:{text:"`~/.codex`",of:defaultCodexHome},setBy:"\
environment",readBy:"command",meaning:"Codex's own configuration and login; each has a broker of its own"}),stateDir:setting({key:"state_dir",variable:"CODEX_CO\
MPANION_STATE_DIR",kind:place(),fallback:{text:"`$XDG_STATE_HOME/codex-companion` (macOS: Application Support, Windows: `%LOCALAPPDATA%`)",of:defaultStateRoot},
setBy:"environment",readBy:"command",meaning:"records and logs"}),runtimeDir:setting({key:"runtime_dir",variable:"CODEX_COMPANION_RUNTIME_DIR",kind:place(),fallback:{
text:"`$XDG_RUNTIME_DIR/codex-companion`, else `/tmp/codex-companion-<uid>` (Windows: `%LOCALAPPDATA%\\codex-companion\\run`)",of:defaultRuntimeRoot},setBy:"env\
ironment",readBy:"command",meaning:"sockets"}),configFile:setting({key:"config_file",variable:"CODEX_COMPANION_CONFIG",kind:place(),fallback:{text:"`$XDG_CONFIG\
_HOME/codex-companion/config.toml` (macOS: Application Support, Windows: `%APPDATA%`)",of:defaultUserFile},setBy:"environment",readBy:"command",meaning:`your ow\
n settings file; a project's is \`${PROJECT_FILE}\` in its root`}),sessionId:setting({key:"session_id",variable:"CODEX_COMPANION_SESSION_ID",kind:text(),fallback:null,
setBy:"environment",readBy:"command",meaning:"scopes `status`, `result` and `cancel` without an id to one session"}),transcriptPath:setting({key:"transcript_pat\
h",variable:"CODEX_COMPANION_TRANSCRIPT_PATH",kind:text(),fallback:null,setBy:"environment",readBy:"command",meaning:"the transcript that `transfer` takes witho\
ut `--source`"})};var ROWS=Object.entries(SETTINGS).map(([name,row])=>({name,...row}));var import_node_fs9=require("node:fs"),import_node_os3=__toESM(require("node:os"),1),import_node_path9=__toESM(require("node:path"),1);function getLineColFromPtr(string2,ptr){let lines=string2.slice(0,ptr).split(/\r?\n/);return[lines.length,lines.pop().length+1]}function makeCodeBlock(string2,line2,column){
let lines=string2.split(/\r?\n/),codeblock="",numberLen=(Math.log10(line2+1)|0)+1;for(let i=line2-1;i<=line2+1;i++){let l=lines[i-1];l&&(codeblock+=i.toString().
padEnd(numberLen," "),codeblock+=":  ",codeblock+=l,codeblock+=`
`,i===line2&&(codeblock+=" ".repeat(numberLen+column+2),codeblock+=`^
`))}return codeblock}var TomlError=class _TomlError extends Error{line;column;codeblock;constructor(message2,options){let[line2,column]=getLineColFromPtr(options.
toml,options.ptr),codeblock=makeCodeBlock(options.toml,line2,column);super(`Invalid TOML document: ${message2}

${codeblock}`,options),this.line=line2,this.column=column,this.codeblock=codeblock}static x(message2,ctx,ptr){throw new _TomlError(message2,{toml:ctx.s,ptr:ptr??
ctx.p})}};function parseString(ctx){let startPtr=ctx.p,c=ctx.s.charCodeAt(ctx.p++),first4=c,isLiteral=c===39,isMultiline=c===ctx.s.charCodeAt(ctx.p)&&c===ctx.s.charCodeAt(
ctx.p+1);isMultiline&&((c=ctx.s.charCodeAt(ctx.p+=2))===10?ctx.p++:c===13&&ctx.s.charCodeAt(ctx.p+1)===10&&(ctx.p+=2));let parsed2="",sliceStart=ctx.p,state=0;for(;ctx.
p<ctx.s.length;ctx.p++)if(c=ctx.s.charCodeAt(ctx.p),isMultiline&&(c===10||c===13&&ctx.s.charCodeAt(ctx.p+1)===10))state=state&&3;else if(c<32&&c!==9||c===127)TomlError.
x("control characters are not allowed in strings",ctx);else if((!state||state===3)&&c===first4&&(!isMultiline||ctx.s.charCodeAt(ctx.p+1)===first4&&ctx.s.charCodeAt(
ctx.p+2)===first4)){if(isMultiline&&(ctx.s.charCodeAt(ctx.p+3)===first4&&ctx.p++,ctx.s.charCodeAt(ctx.p+3)===first4&&ctx.p++),!state){let s=ctx.s.slice(sliceStart,
ctx.p);parsed2=parsed2?parsed2+s:s}return ctx.p+=isMultiline?3:1,parsed2}else if(!state)!isLiteral&&c===92&&(parsed2+=ctx.s.slice(sliceStart,sliceStart=ctx.p),state=
1);else if(state===1)if(c===120||c===117||c===85){let errPtr=ctx.p++-1,value=0,len=c===120?2:c===117?4:8;for(let j=0;j<len;j++,ctx.p++){let hex=ctx.s.charCodeAt(
ctx.p),digit=hex>=48&&hex<=57?hex-48:hex>=65&&hex<=70?hex-65+10:hex>=97&&hex<=102?hex-97+10:-1;digit<0&&TomlError.x("invalid non-hex character in unicode escape",
ctx),value=value<<4|digit}(value<0||value>1114111||value>=55296&&value<=57343)&&TomlError.x("invalid unicode escape",ctx,errPtr),parsed2+=String.fromCodePoint(value),
sliceStart=ctx.p--,state=0}else isMultiline&&(c===32||c===9)?state=2:(c===98?parsed2+="\b":c===116?parsed2+="	":c===110?parsed2+=`
`:c===102?parsed2+="\f":c===114?parsed2+="\r":c===101?parsed2+="\x1B":c===34?parsed2+='"':c===92?parsed2+="\\":TomlError.x("unrecognised escape sequence",ctx),sliceStart=
ctx.p+1,state=0);else c!==32&&c!==9&&(state===2&&TomlError.x("invalid escape: only line-ending whitespace may be escaped",ctx,sliceStart),state=!isLiteral&&c===
92?1:0,sliceStart=ctx.p);TomlError.x("unfinished string",ctx,startPtr)}var DATE_TIME_RE=/^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i,TomlDate=class _TomlDate extends Date{#hasDate=!1;#hasTime=!1;#offset=null;constructor(date,fasttype,unsafeDelim){
let hasDate=!0,hasTime=!0,offset="Z",c;if(typeof date=="string")if(fasttype)prep:{if(fasttype<3){if(+date.slice(11,13)>23){date="";break prep}fasttype===2?(offset=
null,date+="Z"):(c=date.charCodeAt(date.length-1))!==90&&c!==122&&(offset=date.slice(date.length-6)),unsafeDelim&&(date=date.slice(0,10)+"T"+date.slice(11))}else
fasttype===4&&(date=+date.slice(0,2)>23?"":`0000-01-01T${date}Z`);hasDate=fasttype!==4,hasTime=fasttype!==3}else{let match=date.match(DATE_TIME_RE);match?(match[1]||
(hasDate=!1,date=`0000-01-01T${date}`),hasTime=!!match[2],hasTime&&date[10]===" "&&(date=date.replace(" ","T")),match[2]&&+match[2]>23?date="":(offset=match[3]||
null,!offset&&hasTime&&(date+="Z"))):date=""}super(date),isNaN(this.getTime())||(this.#hasDate=hasDate,this.#hasTime=hasTime,this.#offset=offset)}isDateTime(){return this.#hasDate&&
this.#hasTime}isLocal(){return!this.#hasDate||!this.#hasTime||!this.#offset}isDate(){return this.#hasDate&&!this.#hasTime}isTime(){return this.#hasTime&&!this.#hasDate}isValid(){
return this.#hasDate||this.#hasTime}toISOString(){let iso=super.toISOString();if(this.isDate())return iso.slice(0,10);if(this.isTime())return iso.slice(11,23);if(this.#offset===
null)return iso.slice(0,-1);if(this.#offset==="Z"||this.#offset==="z")return iso;let offset=+this.#offset.slice(1,3)*60+ +this.#offset.slice(4,6);return offset=
this.#offset[0]==="-"?offset:-offset,new Date(this.getTime()-offset*6e4).toISOString().slice(0,-1)+this.#offset}static wrapAsOffsetDateTime(jsDate,offset="Z"){let date=new _TomlDate(
jsDate);return date.#offset=offset,date}static wrapAsLocalDateTime(jsDate){let date=new _TomlDate(jsDate);return date.#offset=null,date}static wrapAsLocalDate(jsDate){
let date=new _TomlDate(jsDate);return date.#hasTime=!1,date.#offset=null,date}static wrapAsLocalTime(jsDate){let date=new _TomlDate(jsDate);return date.#hasDate=
!1,date.#offset=null,date}};function isDigit(char,base=10){return base===16?char>47&&char<58||char>64&&char<71||char>96&&char<103:char>47&&char<48+base}function isEndOfValue(char,delim){return char===
32||char===9||char===10||char===13||delim&&(char===delim||char===44)||char===35}function extractValue(ctx,end2){let errPtr=ctx.p,c=ctx.s.charCodeAt(ctx.p);if(c===
91||c===123){ctx.d--||TomlError.x("document contains excessively nested structures. aborting.",ctx);let value=c===91?parseArray(ctx):parseInlineTable(ctx);return ctx.
d++,value}return c===34||c===39?parseString(ctx):c===116?((ctx.s.charCodeAt(++ctx.p)!==114||ctx.s.charCodeAt(++ctx.p)!==117||ctx.s.charCodeAt(++ctx.p)!==101)&&TomlError.
x("invalid value",ctx,errPtr),ctx.p++,!0):c===102?((ctx.s.charCodeAt(++ctx.p)!==97||ctx.s.charCodeAt(++ctx.p)!==108||ctx.s.charCodeAt(++ctx.p)!==115||ctx.s.charCodeAt(
++ctx.p)!==101)&&TomlError.x("invalid value",ctx,errPtr),ctx.p++,!1):c===43||c===45?parseNumber(ctx,ctx.p,ctx.s.charCodeAt(++ctx.p),44-c,end2):ctx.s.charCodeAt(
ctx.p+4)===45&&ctx.s.charCodeAt(ctx.p+7)===45?parseDate(ctx,c,end2):ctx.s.charCodeAt(ctx.p+2)===58?parseTime(ctx,c,end2):parseNumber(ctx,ctx.p,c,0,end2)}function parseNumber(ctx,startPtr,startChr,sign,endChr){
let c=startChr,state=0,hasUnderscores=!1;if(c===105)return(ctx.s.charCodeAt(++ctx.p)!==110||ctx.s.charCodeAt(++ctx.p)!==102)&&TomlError.x("invalid value",ctx,startPtr),
ctx.p++,(sign||1)/0;if(c===110)return(ctx.s.charCodeAt(++ctx.p)!==97||ctx.s.charCodeAt(++ctx.p)!==110)&&TomlError.x("invalid value",ctx,startPtr),ctx.p++,NaN;if(c===
48){if(++ctx.p>=ctx.s.length||isEndOfValue(c=ctx.s.charCodeAt(ctx.p),endChr))return ctx.bi===!0?0n:0;if(!sign){if(c===120)return parseIntegerBaseN(ctx,startPtr,
16,endChr);if(c===98)return parseIntegerBaseN(ctx,startPtr,2,endChr);if(c===111)return parseIntegerBaseN(ctx,startPtr,8,endChr)}c===46?state=2:c===101||c===69?state=
4:TomlError.x("illegal leading zero",ctx,startPtr)}else isDigit(c)||TomlError.x("invalid value",ctx,startPtr);for(;++ctx.p<ctx.s.length&&(c=ctx.s.charCodeAt(ctx.
p),!isEndOfValue(c,endChr));)state||(state=1),c===95?(state&1||TomlError.x("illegal underscore",ctx),state+=11,hasUnderscores=!0):state===1&&c===46?state=2:(state===
1||state===3)&&(c===101||c===69)?state=4:state===4&&(c===43||c===45)?state=6:isDigit(c)?state>9?state-=11:state&1||state++:TomlError.x("illegal character in num\
eric literal",ctx);if(!state){let val=(startChr-48)*(sign||1);return ctx.bi===!0?BigInt(val):val}state&1||TomlError.x("unfinished numeric value",ctx,startPtr);let str=ctx.
s.slice(startPtr,ctx.p);return hasUnderscores&&(str=str.replaceAll("_","")),state>1?parseFloat(str):parseInteger(ctx,str,10,startPtr)}function parseIntegerBaseN(ctx,startPtr,base,endChr){
let c,underscore=1;for(;++ctx.p<ctx.s.length&&(c=ctx.s.charCodeAt(ctx.p),!isEndOfValue(c,endChr));)c===95?(underscore&1&&TomlError.x("illegal underscore",ctx),underscore=
3):isDigit(c,base)?underscore&1&&underscore--:TomlError.x("illegal character in numeric literal",ctx);underscore&1&&TomlError.x("unfinished numeric value",ctx);
let str=ctx.s.slice(startPtr+2,ctx.p);return underscore&&(str=str.replaceAll("_","")),parseInteger(ctx,str,base,startPtr)}function parseInteger(ctx,str,base,startPtr){
if(ctx.bi!==!0)int:{let val=parseInt(str,base);if(!Number.isSafeInteger(val)){if(ctx.bi)break int;TomlError.x("integer value cannot be represented losslessly",ctx,
startPtr)}return val}return BigInt(base===10?str:(base===2?"0b":base===8?"0o":"0x")+str)}function parseDate(ctx,c,endChr){let startPtr=ctx.p++,unsafeSeparator;if(!isDigit(
c)||!isDigit(ctx.s.charCodeAt(ctx.p++))||!isDigit(ctx.s.charCodeAt(ctx.p++))||!isDigit(ctx.s.charCodeAt(ctx.p++)))return parseNumber(ctx,ctx.p=startPtr,c,0,endChr);
if(ctx.p+=5,isDigit(ctx.s.charCodeAt(ctx.p++))||TomlError.x("invalid date-time: date part is malformed",ctx,startPtr),ctx.p>=ctx.s.length||((c=ctx.s.charCodeAt(
ctx.p))!==32||(unsafeSeparator=!0,!isDigit(ctx.s.charCodeAt(ctx.p+1))))&&c!==84&&c!==116){let t2=ctx.s.slice(startPtr,ctx.p);return readDate(ctx,t2,3,!1,startPtr)}
if(ctx.s.charCodeAt(ctx.p+=3)!==58&&TomlError.x("invalid date-time: time part is malformed",ctx,startPtr),ctx.s.charCodeAt(ctx.p+=3)===58&&(ctx.p+=3),ctx.s.charCodeAt(
ctx.p)===46)for(;isDigit(ctx.s.charCodeAt(++ctx.p)););if(c=ctx.s.charCodeAt(ctx.p)){if(c===90||c===122){let t2=ctx.s.slice(startPtr,++ctx.p);return readDate(ctx,
t2,1,unsafeSeparator,startPtr,"[+00:00]")}if(c===43||c===45){let t2=ctx.s.slice(startPtr,ctx.p+=6);return readDate(ctx,t2,1,unsafeSeparator,startPtr,!ctx.ld&&"["+
ctx.s.slice(ctx.p-6,ctx.p)+"]")}}let t=ctx.s.slice(startPtr,ctx.p);return readDate(ctx,t,2,unsafeSeparator,startPtr)}function parseTime(ctx,c,endChr){let start2=ctx.
p;if(!isDigit(c)||!isDigit(ctx.s.charCodeAt(++ctx.p)))return parseNumber(ctx,--ctx.p,c,0,endChr);if(ctx.s.charCodeAt(ctx.p+=4)===58&&(ctx.p+=3),ctx.s.charCodeAt(
ctx.p)===46)for(;isDigit(ctx.s.charCodeAt(++ctx.p)););let t=ctx.s.slice(start2,ctx.p);return readDate(ctx,t,4,!1,start2)}function readDate(ctx,str,type,unsafeDelim,errPtr,temporalSuffix){
if(ctx.ld){let date=new TomlDate(str,type,unsafeDelim);return date.isValid()||TomlError.x("invalid date",ctx,errPtr),date}try{switch(temporalSuffix&&(str+=temporalSuffix),
type){case 1:return Temporal.ZonedDateTime.from(str);case 2:return Temporal.PlainDateTime.from(str);case 3:return Temporal.PlainDate.from(str);case 4:return Temporal.
PlainTime.from(str)}}catch(e){TomlError.x(e instanceof Error?e.message:""+e,ctx,errPtr)}}function skipComment(ctx){for(;ctx.p<ctx.s.length;ctx.p++){let c=ctx.s.charCodeAt(ctx.p);if(c===10)break;if(c===13&&ctx.s.charCodeAt(ctx.p+1)===10){ctx.p++;break}
(c<32&&c!==9||c===127)&&TomlError.x("control characters are not allowed in comments",ctx)}}function skipVoid(ctx,banNewLines,banComments){let c;for(;ctx.p<ctx.s.
length;){for(;ctx.p<ctx.s.length&&((c=ctx.s.charCodeAt(ctx.p))===32||c===9||!banNewLines&&(c===10||c===13&&ctx.s.charCodeAt(ctx.p+1)===10));)ctx.p++;if(banComments||
c!==35)break;skipComment(ctx)}}function parseKey(ctx,end2=61){let startPtr,state=0,parsed2=[],sliceStart,c=ctx.s.charCodeAt(startPtr=ctx.p);do{if(c===end2)return state||TomlError.x("unexpecte\
d end of key",ctx),state===1&&parsed2.push(ctx.s.slice(sliceStart,ctx.p)),ctx.p++,parsed2;c===46?(state||TomlError.x("illegal empty bare key",ctx),state===1&&parsed2.
push(ctx.s.slice(sliceStart,ctx.p)),state=0):!state&&(c===34||c===39)?(c===ctx.s.charCodeAt(ctx.p+1)&&c===ctx.s.charCodeAt(ctx.p+2)&&TomlError.x("illegal quoted\
 key: multiline strings are not allowed",ctx),parsed2.push(parseString(ctx)),state=2,ctx.p--):c===32||c===9?state===1&&(parsed2.push(ctx.s.slice(sliceStart,ctx.
p)),state=2):state===2||c<48&&c!==45||c>57&&c<65||c>90&&c<97&&c!==95||c>122?TomlError.x("illegal character in key",ctx):state||(state=1,sliceStart=ctx.p)}while(c=
ctx.s.charCodeAt(++ctx.p));TomlError.x("incomplete key-value: cannot find end of key",ctx,startPtr)}function parseInlineTable(ctx){let startPtr=ctx.p++,res=Object.
create(null),seen=new Set,c;for(;ctx.p<ctx.s.length;){if(skipVoid(ctx),(c=ctx.s.charCodeAt(ctx.p))===125)return ctx.p++,res;let k,t=res,hasOwn=!1,errPtr=ctx.p,key=parseKey(
ctx);for(let i=0;i<key.length;i++){i&&(t=hasOwn?t[k]:t[k]=Object.create(null)),k=key[i],(hasOwn=Object.hasOwn(t,k))&&(typeof t[k]!="object"||seen.has(t[k]))&&TomlError.
x("trying to redefine an already defined value",ctx,errPtr);let unsafe=k==="__proto__";if(ctx.uk&&(unsafe||k==="constructor")){t=ctx.uk!==1&&TomlError.x("docume\
nt contains an unsafe property",ctx,errPtr);break}!hasOwn&&unsafe&&Object.defineProperty(t,k,{enumerable:!0,configurable:!0,writable:!0})}hasOwn&&TomlError.x("t\
rying to redefine an already defined value",ctx,errPtr),skipVoid(ctx,!0,!0);let value=extractValue(ctx,125);if(t&&typeof(t[k]=value)=="object"&&seen.add(value),
skipVoid(ctx),(c=ctx.s.charCodeAt(ctx.p++))===125)return res;c!==44&&TomlError.x("expected comma or end of structure",ctx,ctx.p-1)}TomlError.x("unfinished table",
ctx,startPtr)}function parseArray(ctx){let startPtr=ctx.p++,res=[],c;for(;ctx.p<ctx.s.length;){if(skipVoid(ctx),(c=ctx.s.charCodeAt(ctx.p))===93)return ctx.p++,
res;if(res.push(extractValue(ctx,93)),skipVoid(ctx),(c=ctx.s.charCodeAt(ctx.p++))===93)return res;c!==44&&TomlError.x("expected comma or end of structure",ctx,ctx.
p-1)}TomlError.x("unfinished array",ctx,startPtr)}function peekTable(ctx,key,table,meta,type){let t=table,m=meta,k,hasOwn=!1,state;for(let i=0;i<key.length;i++){if(i){if(t=hasOwn?t[k]:t[k]=Object.create(null),m=
(state=m[k]).c,type===0&&(state.t===1||state.t===2))return null;if(state.t===2){let l=t.length-1;t=t[l],m=m[l].c}}if(k=key[i],(hasOwn=Object.hasOwn(t,k))&&m[k]?.
t===0&&m[k]?.d)return null;if(!hasOwn){let unsafe=k==="__proto__";if(ctx.uk&&(unsafe||k==="constructor"))return!1;unsafe&&(Object.defineProperty(t,k,{enumerable:!0,
configurable:!0,writable:!0}),Object.defineProperty(m,k,{enumerable:!0,configurable:!0,writable:!0})),m[k]={t:i<key.length-1&&type===2?3:type,d:!1,i:0,c:Object.
create(null)}}}if(state=m[k],state.t!==type&&!(type===1&&state.t===3)||(type===2&&(state.d||(state.d=!0,t[k]=[]),t[k].push(t=Object.create(null)),state.c[state.
i++]=state={t:1,d:!1,i:0,c:Object.create(null)}),state.d))return null;if(state.d=!0,type===1)t=hasOwn?t[k]:t[k]=Object.create(null);else if(type===0&&hasOwn)return null;
return[k,t,state.c]}function validateTablePeek(ctx,peek,ptr){(peek===null||ctx.uk===2)&&TomlError.x(peek===null?"trying to redefine an already defined table or \
value":"document contains an unsafe property",ctx,ptr)}function parse2(toml,options={}){let ctx={s:toml,p:0,d:options.maxDepth??1e3,bi:options.integersAsBigInt??
!1,ld:options.useLegacyDate??!0,uk:options.unsafeKeyBehaviour==="throw"?2:options.unsafeKeyBehaviour==="drop"?1:0},res=Object.create(null),meta=Object.create(null),
tmp,skipping=!1,tbl=res,m=meta;for(toml.charCodeAt(0)===65279&&ctx.p++,skipVoid(ctx);ctx.p<toml.length;){if(toml.charCodeAt(ctx.p)===91){let isTableArray=toml.charCodeAt(
++ctx.p)===91;tmp=ctx.p+=+isTableArray,skipping=!1;let k=parseKey(ctx,93);isTableArray&&(toml.charCodeAt(ctx.p)!==93&&TomlError.x("expected end of table array d\
eclaration",ctx),ctx.p++);let p=peekTable(ctx,k,res,meta,isTableArray?2:1);p?(m=p[2],tbl=p[1]):(validateTablePeek(ctx,p,tmp),skipping=!0)}else{tmp=ctx.p;let k=parseKey(
ctx),p=peekTable(ctx,k,tbl,m,0);!p&&!skipping&&validateTablePeek(ctx,p,tmp),skipVoid(ctx,!0,!0);let v=extractValue(ctx,void 0);p&&!skipping&&(p[1][p[0]]=v)}skipVoid(
ctx,!0),ctx.p<toml.length&&(tmp=toml.charCodeAt(ctx.p))!==10&&(tmp!==13||toml.charCodeAt(ctx.p+1)!==10)&&TomlError.x("each key-value declaration must be followe\
d by an end-of-line",ctx),skipVoid(ctx)}return res}var HAS_WELLFORMED=!!"".isWellFormed;init_fault();init_plain_text();init_regular_file();var array2=[],characterCodeCache=[];function leven(first4,second,options){if(first4===second)return 0;let maxDistance=options?.maxDistance,swap=first4;first4.length>
second.length&&(first4=second,second=swap);let firstLength=first4.length,secondLength=second.length;for(;firstLength>0&&first4.charCodeAt(~-firstLength)===second.
charCodeAt(~-secondLength);)firstLength--,secondLength--;let start2=0;for(;start2<firstLength&&first4.charCodeAt(start2)===second.charCodeAt(start2);)start2++;if(firstLength-=
start2,secondLength-=start2,maxDistance!==void 0&&secondLength-firstLength>maxDistance)return maxDistance;if(firstLength===0)return maxDistance!==void 0&&secondLength>
maxDistance?maxDistance:secondLength;let bCharacterCode,result,temporary,temporary2,index=0,index2=0;for(;index<firstLength;)characterCodeCache[index]=first4.charCodeAt(
start2+index),array2[index]=++index;for(;index2<secondLength;){for(bCharacterCode=second.charCodeAt(start2+index2),temporary=index2++,result=index2,index=0;index<
firstLength;index++)temporary2=bCharacterCode===characterCodeCache[index]?temporary:temporary+1,temporary=array2[index],result=array2[index]=temporary>result?temporary2>
result?result+1:temporary2:temporary2>temporary?temporary+1:temporary2;if(maxDistance!==void 0){let rowMinimum=result;for(index=0;index<firstLength;index++)array2[index]<
rowMinimum&&(rowMinimum=array2[index]);if(rowMinimum>maxDistance)return maxDistance}}return array2.length=firstLength,characterCodeCache.length=firstLength,maxDistance!==
void 0&&result>maxDistance?maxDistance:result}function closestMatch(target2,candidates,options){if(!Array.isArray(candidates)||candidates.length===0)return;let userMax=options?.
maxDistance,targetLength=target2.length;for(let candidate of candidates)if(candidate===target2)return candidate;if(userMax===0)return;let best,bestDist=Number.POSITIVE_INFINITY,
seen=new Set;for(let candidate of candidates){if(seen.has(candidate))continue;seen.add(candidate);let lengthDiff=Math.abs(candidate.length-targetLength);if(lengthDiff>=
bestDist||userMax!==void 0&&lengthDiff>userMax)continue;let cap=Number.isFinite(bestDist)?userMax===void 0?bestDist:Math.min(bestDist,userMax):userMax,distance=cap===
void 0?leven(target2,candidate):leven(target2,candidate,{maxDistance:cap});if(userMax!==void 0&&distance>userMax)continue;let actualD=distance;if(cap!==void 0&&
distance===cap&&cap===userMax&&(actualD=leven(target2,candidate)),actualD<bestDist&&(bestDist=actualD,best=candidate,bestDist===0))break}if(!(userMax!==void 0&&
bestDist>userMax))return best}var MAX_DISTANCE=3;function nearest(text2,known2){return closestMatch(text2.toLowerCase(),known2,{maxDistance:Math.min(MAX_DISTANCE,Math.ceil(text2.length/3))})}var MAX_SETTINGS_FILE_BYTES=65536,QUOTED_CHARS=100;function readUserFile(file,named){let none={kind:"user",path:file,exists:!1};return file===import_node_os3.default.
devNull?{...none,values:new Map,problems:[]}:named&&!isThere(file)?broken(none,`Cannot read "${file}": it does not exist`):read({...none,exists:isThere(file)},import_node_fs9.realpathSync)}
function readProjectFile(file){let root=import_node_path9.default.dirname(file);return read({kind:"project",path:file,exists:isThere(file)},link=>{let real=(0,import_node_fs9.realpathSync)(
link);if(real.startsWith(root.endsWith(import_node_path9.default.sep)?root:root+import_node_path9.default.sep))return real;throw new FileRefused(link,"it is a l\
ink to something outside of the project")})}function read(found,real){if(!found.exists)return{...found,values:new Map,problems:[]};try{return judged(found,parse2(
readRegularFile(real(found.path),MAX_SETTINGS_FILE_BYTES)))}catch(error){return broken(found,`Cannot read "${found.path}": ${whyUnreadable(error)}`)}}function isThere(file){
try{return(0,import_node_fs9.lstatSync)(file,{throwIfNoEntry:!1})!==void 0}catch{return!0}}function whyUnreadable(error){if(error instanceof FileRefused)return error.
why;if(!(error instanceof TomlError))return messageOf(error);let[what=""]=error.message.split(`
`);return`line ${error.line}, column ${error.column}: ${what.replace(/^Invalid TOML document: /u,"")}`}function broken(found,message2){return{...found,values:new Map,
problems:[{key:null,message:message2}]}}function judged(found,table){let values=new Map,problems=[];for(let[key,written]of Object.entries(table)){let row=ROWS.find(
known2=>known2.key===key),reading=row===void 0?refused(unknownKey(key)):readAs(row,written,found.kind);if(row!==void 0&&reading.ok&&values.set(row.name,reading.
value),!reading.ok){let message2=`Cannot read "${oneLine(key,QUOTED_CHARS)}" in "${found.path}": ${reading.why}`;problems.push({key,message:message2})}}return{...found,
values,problems}}function readAs(row,written,kind2){let forbidden=whyForbidden(row,kind2);if(forbidden!==null)return refused(forbidden);let reading=row.kind.fromFile(
written);if(!reading.ok)return refused(`${quoted(written)} ${reading.why}`);let isOff=reading.value===row.kind.off;return kind2==="project"&&isOff?refused(`a pr\
oject may not turn it off (give it a time; your own file, or ${row.variable}, may turn it off)`):reading}function unknownKey(key){let meant=nearest(key,ROWS.map(
row=>row.key));return`there is no such setting (${meant===void 0?"":`did you mean "${meant}"? `}"codex-companion config" lists them all)`}function whyForbidden({
setBy,variable},kind2){return setBy==="environment"?`no file may set it (set ${variable} in the environment)`:setBy==="project"||kind2==="user"?null:`a project \
may not set it (set it in your own file, or ${variable} in the environment)`}function quoted(written){return oneLine(typeof written=="number"?String(written):JSON.
stringify(written),QUOTED_CHARS)}function resolveSettings(environment,files=[]){return ROWS.map(row=>resolve(row,environment,files))}function resolve(row,environment,files){let{variable}=row,text2=environment[variable];
if(text2)return{row,value:fromText(row,text2),origin:{kind:"environment",variable},doubt:null};let doubt=null;for(let file of files)if(doubt??=doubtOf(row,file),
file.values.has(row.name))return{row,value:file.values.get(row.name),origin:{kind:file.kind,path:file.path},doubt};return{row,value:row.fallback(environment),origin:{
kind:"default"},doubt}}function fromText({kind:kind2,variable},text2){let reading=kind2.fromText(text2);if(reading.ok)return reading.value;throw new ConfigError(
unusable(variable,text2,reading.why))}function unusable(variable,text2,why){return`Cannot read ${variable}: "${text2}" ${why}`}function doubtOf(row,{kind:kind2,problems}){return whyForbidden(row,kind2)!==null?null:problems.find(({key})=>key===null||key===row.key)?.message??null}function settingsOf(resolved){
return Object.fromEntries(resolved.map(({row,value})=>[row.name,value]))}function originText({row,origin}){switch(origin.kind){case"flag":return origin.flag;case"environment":return origin.variable;case"project":case"user":return`${row.
key} in "${origin.path}"`;case"default":return"its default"}}init_fault();init_config_error();function loadConfig(workspaceRoot,environment=process.env){let config=uncheckedConfig(workspaceRoot,environment);return checkStateRoot(config.stateRoot),config}function uncheckedConfig(workspaceRoot,environment){let files=settingsFiles(workspaceRoot,environment),resolved=resolveSettings(environment,files),settings=settingsOf(
resolved);return{settings,resolved,files,stateRoot:settings.stateDir,runtimeRoot:settings.runtimeDir,codexHome:realOrNamed(settings.codexHome),environment}}function settingsFiles(workspaceRoot,environment){
let{variable,fallback:fallback2}=SETTINGS.configFile,named=environment[variable],user=readUserFile(named?import_node_path10.default.resolve(named):fallback2(environment),
!!named);return workspaceRoot===null?[user]:[readProjectFile(import_node_path10.default.join(workspaceRoot,PROJECT_FILE)),user]}function problemsOf({files}){return files.
flatMap(({problems})=>problems.map(({message:message2})=>message2))}function checkStateRoot(root){for(let place2 of[root,workspacesDirectory(root)])checkPrivateDirectory(place2)}function brokerPlaceFor(config,workspaceRoot){let codex=configuredCodex(config),key=brokerKey(workspaceRoot,config.codexHome,codex.fingerprint,VERSION);return{key,
codex,paths:brokerPaths(workspaceDirectory(config.stateRoot,workspaceRoot),key),sockets:socketPaths(config.runtimeRoot,config.stateRoot,key)}}function configuredCodex({
settings,resolved,environment}){let chosen=resolved.find(({row})=>row.key===SETTINGS.codex.key);if(chosen?.doubt)throw new CodexNotFound(`Cannot tell which Code\
x to run: ${chosen.doubt}`,chosen.doubt);let named=settings.codex===null||chosen===void 0?null:{path:settings.codex,by:originText(chosen)};return findCodex(named,
searchDirectories(environment))}init_fault();init_deferred();init_process();init_broker_label();var import_node_fs14=require("node:fs"),import_node_path13=__toESM(require("node:path"),1);init_directory_entry();init_local_endpoint();init_within();init_broker_label();
init_lock();init_running_programs();init_tagged_processes();async function clearLeftovers(files){let killed=readBrokerLabel(files.paths.label);killed!==null&&(await sweepRun(
killed.runTag),removeSocketsElsewhere(killed,files)),endPrograms(files.paths.programs),removeBrokerFiles(files)}function removeSocketsElsewhere({endpoint},{sockets}){
if(!isPipe(endpoint))for(let address2 of[sockets.control,sockets.events]){let file=within(import_node_path13.default.dirname(endpoint),import_node_path13.default.
basename(address2));try{socketAt(file)==="socket"&&removeSocketFile(file)}catch{}}}function removeBrokerFiles({paths,sockets}){for(let file of[paths.label,paths.limits])removeFile(file);for(let address2 of[sockets.control,sockets.events])removeSocketFile(
address2);for(let folder of[paths.threads,paths.programs])(0,import_node_fs14.rmSync)(folder,{recursive:!0,force:!0})}init_lock();init_atomic_file();init_private_directory();var WAIT_FOR_READERS_MS=5e3;async function claimInstance(place2,runtimeRoot,brokerId){ensurePrivateDirectory(
place2.paths.directory),ensurePrivateDirectory(runtimeRoot);let claim=await acquire(place2.paths.lock,{role:"broker",holder:brokerId,timeoutMs:WAIT_FOR_READERS_MS,
while:holder=>holder.role==="reader"});return claim.ok?(await clearLeftovers(place2),new Instance(place2,claim.lock)):null}var Instance=class{#place;#lock;#label;constructor(place2,lock){
this.#place=place2,this.#lock=lock}announce(label2){this.#label=label2,writeFileAtomic(this.#place.paths.label,`${JSON.stringify(label2,null,2)}
`,!1)}keepAnnounced(){let label2=this.#label;return label2===void 0||readBrokerLabel(this.#place.paths.label)?.brokerId===label2.brokerId?!1:(this.announce(label2),
!0)}isHeld(){return this.#lock.isHeld()}removeFiles(){this.isHeld()&&removeBrokerFiles(this.#place)}release(){this.#lock.release()}};init_plain_text();var RANK={error:0,info:1,debug:2};function openLog(threshold){return process.stderr.on("error",()=>{}),(level,message2)=>{if(RANK[level]>RANK[threshold])
return;let line2=plainText(message2).replaceAll(`
`,`
    `);process.stderr.write(`[${new Date().toISOString()}] ${level} ${line2}
`)}}init_past();init_start();init_successor();init_thread_files();var LAST_EXIT_MS=1500,whenOpen=deferred(),open=whenOpen.promise,serving;async function main(){let{
values}=(0,import_node_util.parseArgs)({options:{workspace:{type:"string"},crashes:{type:"string",default:"0"},past:{type:"string",default:""}}}),{workspace}=values;
if(workspace===void 0)throw new Error("Missing --workspace DIR");listen();let entry=process.argv[1]??"",threadProgram=readThreadProgram(import_node_path20.default.
dirname(entry)),past=readPast(values.past),ended=await serve({workspaceRoot:workspace,crashes:Number(values.crashes),past,threadProgram});for(;ended?.successor===
!0&&!(0,import_node_fs28.existsSync)(entry);){serving=void 0;let{LINGER_MS:LINGER_MS2}=await Promise.resolve().then(()=>(init_publisher(),publisher_exports));await(0,import_promises9.setTimeout)(
2*LINGER_MS2),ended=await serve({workspaceRoot:workspace,crashes:ended.crashes,past:ended.past,threadProgram})}ended!==null&&(ended.successor&&startSuccessor(entry,
workspace,ended,error=>report(`Cannot start the next broker: ${messageOf(error)}`)),exitSoon(ended.exitStatus))}async function serve({workspaceRoot,crashes,past,
threadProgram}){let config=loadConfig(workspaceRoot),log=openLog(config.settings.logLevel);for(let problem of problemsOf(config))log("error",`${problem}; going \
on without it`);let place2=brokerPlaceFor(config,workspaceRoot),start2=newStart(config,place2,workspaceRoot),{brokerId}=start2.identity,instance2=await claimInstance(
place2,config.runtimeRoot,brokerId);if(instance2===null)return log("debug",`Another broker serves "${workspaceRoot}"`),null;instance2.announce(labelOf(start2));
let appServerProcess=startAppServer(config,place2,start2),options={...start2,config,place:place2,instance:instance2,appServerProcess,log,threadProgram},broker=await build(
options,crashes,past);serving=broker;let codex=[place2.codex.command,...place2.codex.script].join(" ");return log("info",`${brokerId} (pid ${process.pid}) serve\
s "${workspaceRoot}" with "${codex}"`),broker.opened.then(whenOpen.resolve),await broker.serve().catch(onDefect),broker.ended}function startAppServer(config,{codex},{
identity,tag}){let environment={...config.environment,[tag.variable]:tag.value},started2=AppServerProcess.start({codex,cwd:identity.workspaceRoot,environment});
return started2.catch(()=>{}),started2}async function build(options,crashes,past){try{let[{compose:compose2},{Broker:Broker2}]=await Promise.all([Promise.resolve().then(()=>(init_compose(),compose_exports)),
Promise.resolve().then(()=>(init_broker(),broker_exports))]);return new Broker2(await compose2(options),crashes,past)}catch(error){throw await options.appServerProcess.
then(appServer=>appServer.end()).catch(()=>!1),options.instance.removeFiles(),options.instance.release(),error}}function listen(){for(let[signal,exitStatus]of[[
"SIGTERM",143],["SIGINT",130],["SIGHUP",129]])process.on(signal,()=>{let message2=`The broker was ended by ${signal}`;end({cause:"signal",message:message2,exitStatus,
fault:new Fault("broker_lost",message2)})});process.on("uncaughtException",onDefect),process.on("unhandledRejection",onDefect)}function onDefect(error){let message2=`\
The broker failed: ${error instanceof Error?error.stack??error.message:String(error)}`;serving?.state.id==="ending"&&report(message2),end({cause:"internal",message:message2,
exitStatus:1,fault:new Fault("internal",messageOf(error))})}function end(ending){if(serving!==void 0)return void serving.end(ending);report(ending.message),process.
exit(ending.exitStatus)}function report(message2){openLog("error")("error",message2)}function exitSoon(status2){process.exitCode=status2,setTimeout(()=>process.
exit(status2),LAST_EXIT_MS).unref()}main().catch(error=>{report(`Cannot start the broker: ${messageOf(error)}`),exitSoon(1)});0&&(module.exports={open});
})
//# program 918ada5c4014b420
