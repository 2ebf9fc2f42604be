(function (exports, require, module, __filename, __dirname) {
"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __esm=(fn,res,err)=>function(){if(err)throw err[0];try{return fn&&(res=(0,fn[__getOwnPropNames(fn)[0]])(fn=0)),res}catch(e){throw err=[e],e}};var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}};var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from==
"object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=
__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{
value:mod,enumerable:!0}):target,mod)),__toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var package_default,init_package=__esm({"package.json"(){package_default={version:"0.1.0"}}});var VERSION,init_version=__esm({"src/contract/version.ts"(){"use strict";init_package();VERSION=package_default.version}});function pauseSync(ms2){Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,ms2)}var init_pause_sync=__esm({"src/util/pause-sync.ts"(){"use strict"}});function errorCode(error){return error instanceof Error&&"code"in error&&typeof error.code=="string"?error.code:null}function isMissing(error){let code=errorCode(
error);return code==="ENOENT"||code==="ENOTDIR"}function whyUnreadable(error){return UNREADABLE[errorCode(error)??""]??null}var UNREADABLE,init_system_error=__esm(
{"src/util/system-error.ts"(){"use strict";UNREADABLE={ENOENT:"it does not exist",ENOTDIR:"it does not exist",EISDIR:"it is a directory",EACCES:"this user may n\
ot read it",EPERM:"this user may not read it",ELOOP:"its links lead nowhere",ENAMETOOLONG:"its name is too long"}}});function renameFile(from,to){patiently(()=>(0,import_node_fs.renameSync)(from,to))}function removeFile(file){patiently(()=>(0,import_node_fs.rmSync)(file,{force:!0}))}
function patiently(change2,{platform,pause:pause3}=HERE){for(let ms2 of platform==="win32"?PAUSES_MS:[])try{change2();return}catch(error){if(!PASSING.has(errorCode(
error)??""))throw error;pause3(ms2)}change2()}function syncDirectory(directory,sync=import_node_fs.fsyncSync){if(HERE.platform==="win32")return;let descriptor;try{
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
var import_node_path2,init_search_path=__esm({"src/util/search-path.ts"(){"use strict";import_node_path2=__toESM(require("node:path"),1)}});var ConfigError,init_config_error=__esm({"src/config/config-error.ts"(){"use strict";ConfigError=class extends Error{name="ConfigError"}}});function isShim(file){return/\.(?:cmd|bat)$/iu.test(file)}function shimTarget(text2,directory){let targets=[...text2.matchAll(GIVEN_ALL)].map(([,own,file=""])=>targetOf(
file,own?directory:null)),[first4=null,...others]=[...new Set(targets)];return others.length===0?first4:null}function targetOf(file,directory){return directory!==
null?import_node_path3.default.join(directory,...file.split(/[\\/]+/u)):import_node_path3.default.win32.isAbsolute(file)?file:null}var import_node_path3,GIVEN_ALL,
init_npm_shim=__esm({"src/config/npm-shim.ts"(){"use strict";import_node_path3=__toESM(require("node:path"),1);GIVEN_ALL=/"(?:(%dp0%|%~dp0)[\\/]*)?([^"%]+\.(?:[cm]?js|exe|cmd))"\s+%\*/giu}});function findCodex(named,directories,platform=process.platform){let found=named===null?onPath(directories,platform):atPath(named.path,platform);if(found===null)
throw notFound(named);let file=platform==="win32"?throughShims(found):found,native=nativeBehindWrapper(file,platform),target=native?.command??file,stat=(0,import_node_fs3.statSync)(
target),byNode=platform==="win32"&&isScript(target);return{path:found,command:byNode?process.execPath:target,script:byNode?[target]:[],environment:native?.environment??
{},fingerprint:`${(0,import_node_fs3.realpathSync)(target)}:${stat.size}:${stat.mtimeMs}`}}function notFound(named){if(named===null){let remedy='run "npm instal\
l -g @openai/codex", or set CODEX_COMPANION_CODEX';return new CodexNotFound(`Cannot find Codex: no "codex" on PATH (${remedy})`,"not found")}let why=`"${named.path}\
" (from ${named.by}) is not an executable file`;return new CodexNotFound(`Cannot find Codex: ${why}`,`not found: ${why}`)}function onPath(directories,platform){
let names=platform==="win32"?WINDOWS_SUFFIXES.map(suffix=>`codex${suffix}`):["codex"];return first(directories.flatMap(directory=>names.map(name=>import_node_path4.default.
join(directory,name))))}function atPath(file,platform){let isShort=platform==="win32"&&import_node_path4.default.extname(file)==="";return first([...isShort?WINDOWS_SUFFIXES.
map(suffix=>`${file}${suffix}`):[],file])}function first(files){for(let file of files){let found=onDisk(file);if(found!==null)return found}return null}function onDisk(file){
let absolute2=import_node_path4.default.resolve(file);try{return(0,import_node_fs3.statSync)(absolute2).isFile()?((0,import_node_fs3.accessSync)(absolute2,import_node_fs3.constants.
X_OK),absolute2):null}catch{return null}}function throughShims(found){let file=found;for(let count=0;isShim(file);count+=1){let target=count<MAX_SHIMS?shimTarget(
(0,import_node_fs3.readFileSync)(file,"utf8"),import_node_path4.default.dirname(file)):null;if(target===null)throw onlyByShell(`"${found}" is a script that only\
 a shell could start`);if(!(0,import_node_fs3.existsSync)(target))throw onlyByShell(`"${found}" would start "${target}", which is not there`);file=target}return file}
function onlyByShell(why){let remedy="set CODEX_COMPANION_CODEX to codex.exe, or to the codex.cmd of npm";return new CodexNotFound(`Cannot start Codex: ${why} (${remedy}\
)`,why)}function isScript(file){return/\.[cm]?js$/iu.test(file)}function nativeBehindWrapper(file,platform){let wrapper=(0,import_node_fs3.realpathSync)(file),root=import_node_path4.default.
resolve(wrapper,"..","..");if(import_node_path4.default.basename(wrapper)!=="codex.js"||packageName(root)!=="@openai/codex")return null;let build=`${platform}-${process.
arch}`,target=TARGETS[build];if(target===void 0)return null;let name=platform==="win32"?"codex.exe":"codex";for(let vendor of vendorFolders(wrapper,root,build)){
let command=import_node_path4.default.join(vendor,target,"bin",name);if((0,import_node_fs3.existsSync)(command))return{command,environment:{CODEX_MANAGED_PACKAGE_ROOT:root,
CODEX_MANAGED_BY_NPM:"1"}}}return null}function vendorFolders(wrapper,root,build){let own=import_node_path4.default.join(root,"vendor");try{let manifest=(0,import_node_module.createRequire)(
wrapper).resolve(`@openai/codex-${build}/package.json`);return[import_node_path4.default.join(import_node_path4.default.dirname(manifest),"vendor"),own]}catch{return[
own]}}function packageName(root){try{let manifest=JSON.parse((0,import_node_fs3.readFileSync)(import_node_path4.default.join(root,"package.json"),"utf8"));return typeof manifest==
"object"&&manifest!==null&&"name"in manifest&&typeof manifest.name=="string"?manifest.name:null}catch{return null}}var import_node_fs3,import_node_module,import_node_path4,
WINDOWS_SUFFIXES,MAX_SHIMS,CodexNotFound,TARGETS,init_codex_binary=__esm({"src/config/codex-binary.ts"(){"use strict";import_node_fs3=require("node:fs"),import_node_module=
require("node:module"),import_node_path4=__toESM(require("node:path"),1);init_config_error();init_npm_shim();WINDOWS_SUFFIXES=[".exe",".cmd"],MAX_SHIMS=4,CodexNotFound=
class extends ConfigError{detail;constructor(message2,detail){super(message2),this.detail=detail}};TARGETS={"linux-x64":"x86_64-unknown-linux-musl","linux-arm64":"\
aarch64-unknown-linux-musl","darwin-x64":"x86_64-apple-darwin","darwin-arm64":"aarch64-apple-darwin","win32-x64":"x86_64-pc-windows-msvc","win32-arm64":"aarch64\
-pc-windows-msvc"}}});function fitsSocket(file){return Buffer.byteLength(file)<=MAX_SOCKET_PATH_BYTES}function pipeNamed(name){return`${PIPES}${name}`}var MAX_SOCKET_PATH_BYTES,PIPES,
init_local_endpoint=__esm({"src/util/local-endpoint.ts"(){"use strict";init_system_error();MAX_SOCKET_PATH_BYTES=100;PIPES="\\\\.\\pipe\\"}});function namesIn(directory){try{return(0,import_node_fs4.readdirSync)(directory)}catch(error){if(isMissing(error))return[];throw error}}var import_node_fs4,init_names_in=__esm(
{"src/util/names-in.ts"(){"use strict";import_node_fs4=require("node:fs");init_system_error()}});var require_sha256=__commonJS({"node_modules/fast-sha256/sha256.js"(exports2,module2){(function(root,factory){var exports3={};factory(exports3);var sha256=exports3.
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
hmac;function fillBuffer(buffer,hmac2,info,counter2){var num=counter2[0];if(num===0)throw new Error("hkdf: cannot expand more");hmac2.reset(),num>1&&hmac2.update(
buffer),info&&hmac2.update(info),hmac2.update(counter2),hmac2.finish(buffer),counter2[0]++}var hkdfSalt=new Uint8Array(exports3.digestLength);function hkdf(key,salt,info,length){
salt===void 0&&(salt=hkdfSalt),length===void 0&&(length=32);for(var counter2=new Uint8Array([1]),okm=hmac(salt,key),hmac_=new HMAC(okm),buffer=new Uint8Array(hmac_.
digestLength),bufpos=buffer.length,out=new Uint8Array(length),i=0;i<length;i++)bufpos===buffer.length&&(fillBuffer(buffer,hmac_,info,counter2),bufpos=0),out[i]=
buffer[bufpos++];return hmac_.clean(),buffer.fill(0),counter2.fill(0),out}exports3.hkdf=hkdf;function pbkdf2(password,salt,iterations,dkLen){for(var prf=new HMAC(
password),len=prf.digestLength,ctr=new Uint8Array(4),t=new Uint8Array(len),u=new Uint8Array(len),dk=new Uint8Array(dkLen),i=0;i*len<dkLen;i++){var c=i+1;ctr[0]=
c>>>24&255,ctr[1]=c>>>16&255,ctr[2]=c>>>8&255,ctr[3]=c>>>0&255,prf.reset(),prf.update(salt),prf.update(ctr),prf.finish(u);for(var j=0;j<len;j++)t[j]=u[j];for(var j=2;j<=
iterations;j++){prf.reset(),prf.update(u).finish(u);for(var k=0;k<len;k++)t[k]^=u[k]}for(var j=0;j<len&&i*len+j<dkLen;j++)dk[i*len+j]=t[j]}for(var i=0;i<len;i++)
t[i]=u[i]=0;for(var i=0;i<4;i++)ctr[i]=0;return prf.clean(),dk}exports3.pbkdf2=pbkdf2})}});function sha256Hex(text2){return Buffer.from((0,import_fast_sha256.hash)(Buffer.from(text2,"utf8"))).toString("hex")}var import_fast_sha256,init_sha256=__esm({"\
src/util/sha256.ts"(){"use strict";import_fast_sha256=__toESM(require_sha256(),1)}});function within(folder,name){return`${folder}${import_node_path5.sep}${name}`}var import_node_path5,init_within=__esm({"src/util/within.ts"(){"use strict";import_node_path5=
require("node:path")}});function realOrNamed(place2){return(0,import_node_fs5.existsSync)(place2)?(0,import_node_fs5.realpathSync)(place2):place2}function workspacesDirectory(root){return within(
root,"workspaces")}function workspaceDirectory(root,workspaceRoot){let slug=import_node_path6.default.basename(workspaceRoot).replace(/[^\w.-]+/gu,"-").slice(0,
40)||"root";return within(workspacesDirectory(root),`${slug}-${sha256Hex(workspaceRoot).slice(0,12)}`)}function brokerKey(workspaceRoot,home,fingerprint,version){
return sha256Hex([workspaceRoot,home,fingerprint,version].join("\0")).slice(0,16)}function brokersDirectory(workspace){return within(workspace,"brokers")}function brokerPaths(workspace,key){
let directory=within(brokersDirectory(workspace),key);return{directory,lock:within(directory,"lock"),label:within(directory,"broker.json"),log:within(directory,
"broker.log"),threads:within(directory,"threads"),limits:within(directory,"limits.json"),programs:within(directory,"programs")}}function socketPaths(runtime,state,key,platform=process.
platform){let name=sha256Hex(`${state}\0${key}`).slice(0,16),isWindows=platform==="win32",{join}=isWindows?import_node_path6.default.win32:import_node_path6.default.
posix,events=join(runtime,`${name}.events`),control=isWindows?pipeNamed(`codex-companion-${name}`):join(runtime,`${name}.control`),longest=isWindows?events:control;
if(!fitsSocket(longest))throw new ConfigError(`Cannot use "${runtime}" for sockets: "${longest}" is longer than ${MAX_SOCKET_PATH_BYTES} bytes (set CODEX_COMPAN\
ION_RUNTIME_DIR to a shorter path)`);return{control,events}}var import_node_fs5,import_node_path6,PROJECT_FILE,init_paths=__esm({"src/config/paths.ts"(){"use st\
rict";import_node_fs5=require("node:fs"),import_node_path6=__toESM(require("node:path"),1);init_local_endpoint();init_names_in();init_sha256();init_within();init_config_error();
PROJECT_FILE=".codex-companion.toml"}});function getGlobalConfig(config$1){return!config$1&&!store$4?DEFAULT_CONFIG:{lang:config$1?.lang??store$4?.lang,message:config$1?.message,abortEarly:config$1?.abortEarly??
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
function getFallback(schema,dataset,config$1){return typeof schema.fallback=="function"?schema.fallback(dataset,config$1):schema.fallback}function getDefault(schema,dataset,config$1){
return typeof schema.default=="function"?schema.default(dataset,config$1):schema.default}function array(item,message$1){return _standardSchema({kind:"schema",type:"\
array",reference:array,expects:"Array",async:!1,item,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(Array.isArray(input)){dataset.typed=!0,
dataset.value=[];for(let key=0;key<input.length;key++){let value$1=input[key],itemDataset=this.item["~run"]({value:value$1},config$1);if(itemDataset.issues){let pathItem={
type:"array",origin:"value",input,key,value:value$1};for(let issue of itemDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.
push(issue);if(dataset.issues||(dataset.issues=itemDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}itemDataset.typed||(dataset.typed=!1),dataset.value.
push(itemDataset.value)}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:"schema",type:"\
boolean",reference:boolean,expects:"boolean",async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.value=="boolean"?dataset.typed=!0:_addIssue(
this,"type",dataset,config$1),dataset}})}function custom(check$1,message$1){return _standardSchema({kind:"schema",type:"custom",reference:custom,expects:"unknow\
n",async:!1,check:check$1,message:message$1,"~run"(dataset,config$1){return this.check(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}
function literal(literal_,message$1){return _standardSchema({kind:"schema",type:"literal",reference:literal,expects:_stringify(literal_),async:!1,literal:literal_,
message:message$1,"~run"(dataset,config$1){return _isSameValueZero(dataset.value,this.literal)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}
function nullable(wrapped,default_){return _standardSchema({kind:"schema",type:"nullable",reference:nullable,expects:`(${wrapped.expects} | null)`,async:!1,wrapped,
default:default_,"~run"(dataset,config$1){return dataset.value===null&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.value===
null)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:"schema",type:"number",reference:number,
expects:"number",async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.value=="number"&&!isNaN(dataset.value)?dataset.typed=!0:_addIssue(this,
"type",dataset,config$1),dataset}})}function object(entries$1,message$1){return _standardSchema({kind:"schema",type:"object",reference:object,expects:"Object",async:!1,
entries:entries$1,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.
entries){let valueSchema=this.entries[key];if(key in input||(valueSchema.type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&
valueSchema.default!==void 0){let value$1=key in input?input[key]:getDefault(valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.
issues){let pathItem={type:"object",origin:"value",input,key,value:value$1};for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=
[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||
(dataset.typed=!1),dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==
"exact_optional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nullish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"\
object",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))break}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function optional(wrapped,default_){
return _standardSchema({kind:"schema",type:"optional",reference:optional,expects:`(${wrapped.expects} | undefined)`,async:!1,wrapped,default:default_,"~run"(dataset,config$1){
return dataset.value===void 0&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.value===void 0)?(dataset.typed=!0,dataset):this.
wrapped["~run"](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:"schema",type:"picklist",reference:picklist,expects:_joinExpects(
options.map(_stringify),"|"),async:!1,options,message:message$1,"~run"(dataset,config$1){return this.options.includes(dataset.value)?dataset.typed=!0:_addIssue(
this,"type",dataset,config$1),dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:"schema",type:"record",reference:record,expects:"Ob\
ject",async:!1,key,value:value$1,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value=
{};for(let entryKey in input)if(_isValidObjectKey(input,entryKey)){let entryValue=input[entryKey],keyDataset=this.key["~run"]({value:entryKey},config$1);if(keyDataset.
issues){let pathItem={type:"object",origin:"key",input,key:entryKey,value:entryValue};for(let issue of keyDataset.issues)issue.path=[pathItem],dataset.issues?.push(
issue);if(dataset.issues||(dataset.issues=keyDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}let valueDataset=this.value["~run"]({value:entryValue},
config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key:entryKey,value:entryValue};for(let issue of valueDataset.issues)issue.path?
issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){dataset.
typed=!1;break}}(!keyDataset.typed||!valueDataset.typed)&&(dataset.typed=!1),keyDataset.typed&&(dataset.value[keyDataset.value]=valueDataset.value)}}else _addIssue(
this,"type",dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:"schema",type:"string",reference:string,expects:"string",
async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.value=="string"?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function unknown(){
return _standardSchema({kind:"schema",type:"unknown",reference:unknown,expects:"unknown",async:!1,"~run"(dataset){return dataset.typed=!0,dataset}})}function variant(key,options,message$1){
return _standardSchema({kind:"schema",type:"variant",reference:variant,expects:"Object",async:!1,key,options,message:message$1,"~run"(dataset,config$1){let input=dataset.
value;if(input&&typeof input=="object"){let outputDataset,maxDiscriminatorPriority=0,invalidDiscriminatorKey=this.key,expectedDiscriminators=[],parseOptions=(variant$1,allKeys)=>{
for(let schema of variant$1.options){if(schema.type==="variant")parseOptions(schema,new Set(allKeys).add(schema.key));else{let keysAreValid=!0,currentPriority=0;
for(let currentKey of allKeys){let discriminatorSchema=schema.entries[currentKey];if(currentKey in input?discriminatorSchema["~run"]({typed:!1,value:input[currentKey]},
ABORT_EARLY_CONFIG).issues:discriminatorSchema.type!=="exact_optional"&&discriminatorSchema.type!=="optional"&&discriminatorSchema.type!=="nullish"){keysAreValid=
!1,invalidDiscriminatorKey!==currentKey&&(maxDiscriminatorPriority<currentPriority||maxDiscriminatorPriority===currentPriority&&currentKey in input&&!(invalidDiscriminatorKey in
input))&&(maxDiscriminatorPriority=currentPriority,invalidDiscriminatorKey=currentKey,expectedDiscriminators=[]),invalidDiscriminatorKey===currentKey&&expectedDiscriminators.
push(schema.entries[currentKey].expects);break}currentPriority++}if(keysAreValid){let optionDataset=schema["~run"]({value:input},config$1);(!outputDataset||!outputDataset.
typed&&optionDataset.typed)&&(outputDataset=optionDataset)}}if(outputDataset&&!outputDataset.issues)break}};if(parseOptions(this,new Set([this.key])),outputDataset)
return outputDataset;_addIssue(this,"type",dataset,config$1,{input:input[invalidDiscriminatorKey],expected:_joinExpects(expectedDiscriminators,"|"),path:[{type:"\
object",origin:"value",input,key:invalidDiscriminatorKey,value:input[invalidDiscriminatorKey]}]})}else _addIssue(this,"type",dataset,config$1);return dataset}})}
function parse(schema,input,config$1){let dataset=schema["~run"]({value:input},getGlobalConfig(config$1));if(dataset.issues)throw new ValiError(dataset.issues);
return dataset.value}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(let item of pipe$1)if(item.kind!=="m\
etadata"){if(dataset.issues&&(item.kind==="schema"||item.kind==="transformation")){dataset.typed=!1;break}(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)&&
(dataset=item["~run"](dataset,config$1))}return dataset}})}function safeParse(schema,input,config$1){let dataset=schema["~run"]({value:input},getGlobalConfig(config$1));
return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}var store$4,DEFAULT_CONFIG,store$3,store$2,store$1,ValiError,EMOJI_REGEX,
ISO_TIMESTAMP_REGEX,ABORT_EARLY_CONFIG,init_dist=__esm({"node_modules/valibot/dist/index.mjs"(){DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};
ValiError=class extends Error{constructor(issues){super(issues[0].message),this.name="ValiError",this.issues=issues}},EMOJI_REGEX=new RegExp("^(?:[\\u{1F1E6}-\\u{\
1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Mod\
ifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?!\
[\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$","u"),ISO_TIMESTAMP_REGEX=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
ABORT_EARLY_CONFIG={abortEarly:!0}}});function described(schema,meaning2){return pipe(schema,description(meaning2))}var init_described=__esm({"src/contract/described.ts"(){"use strict";init_dist()}});var FiniteNumberSchema,init_finite_number=__esm({"src/contract/finite-number.ts"(){"use strict";init_dist();FiniteNumberSchema=pipe(number(),finite())}});function addUsage(a,b){return combine(a,b,(one,other)=>one+other)}function combine(a,b,op){return{totalTokens:op(a.totalTokens,b.totalTokens),inputTokens:op(a.inputTokens,
b.inputTokens),cachedInputTokens:op(a.cachedInputTokens,b.cachedInputTokens),cacheWriteInputTokens:op(a.cacheWriteInputTokens,b.cacheWriteInputTokens),outputTokens:op(
a.outputTokens,b.outputTokens),reasoningOutputTokens:op(a.reasoningOutputTokens,b.reasoningOutputTokens)}}var UsageSchema,NO_TOKENS,init_usage=__esm({"src/contr\
act/usage.ts"(){"use strict";init_dist();init_finite_number();UsageSchema=object({totalTokens:FiniteNumberSchema,inputTokens:FiniteNumberSchema,cachedInputTokens:FiniteNumberSchema,
cacheWriteInputTokens:optional(FiniteNumberSchema,0),outputTokens:FiniteNumberSchema,reasoningOutputTokens:FiniteNumberSchema}),NO_TOKENS={totalTokens:0,inputTokens:0,
cachedInputTokens:0,cacheWriteInputTokens:0,outputTokens:0,reasoningOutputTokens:0}}});function isProgress(fact){switch(fact.kind){case"usageUpdated":case"retrying":case"errorReported":case"noticed":case"clockJumped":return!1;default:return!0}}var PHASES,
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
ahead; below 0, back.")}),"The wall clock went ahead or back against the monotonic one: the machine slept, or somebody set it.")])}});function messageOf(error){return error instanceof Error?error.message:String(error)}var REASONS,ReasonSchema,init_fault=__esm({"src/contract/fault.ts"(){"use st\
rict";init_dist();REASONS=["app_server_exited","app_server_unresponsive","app_server_start_failed","broker_lost","worker_crashed","queue_timeout","start_timeout",
"idle_timeout","deadline_exceeded","turn_failed","turn_interrupted","usage_limit","unauthorized","context_window","server_overloaded","protocol_error","launch_f\
ailed","orphaned","internal"],ReasonSchema=picklist(REASONS)}});var customAlphabet,init_non_secure=__esm({"node_modules/nanoid/non-secure/index.js"(){customAlphabet=(alphabet,defaultSize=21)=>(size=defaultSize)=>{let id="",i=size|
0;for(;i-- >0;)id+=alphabet[Math.random()*alphabet.length|0];return id}}});function newJobId(kind,nowMs){return`${PREFIXES[kind]}-${nowMs.toString(36).padStart(9,"0")}-${randomPart()}`}function shortId(jobId2){return jobId2.slice(jobId2.
lastIndexOf("-")+1)}function idsOfKey(key){return[...new Set(JOB_KINDS.map(kind=>jobIdOfKey(kind,key)))]}function jobIdOfKey(kind,key){let digest=sha256Hex(key),
text2=BigInt(`0x${digest}`).toString(36).padStart(50,"0");return`${PREFIXES[kind]}-${text2.slice(-17,-8)}-${text2.slice(-8)}`}function isJobId(text2){return JOB_ID.
test(text2)}function isThreadId(text2){return THREAD_ID.test(text2)}function newNonce(){return randomPart()}var randomPart,JOB_KINDS,JobKindSchema,PREFIXES,JOB_ID,
JobIdSchema,BrokerKeySchema,THREAD_ID,TASK_THREAD_PREFIX,init_ids=__esm({"src/contract/ids.ts"(){"use strict";init_non_secure();init_dist();init_sha256();randomPart=
customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz",8),JOB_KINDS=["task","review","adversarial-review","stop-gate-review"],JobKindSchema=picklist(JOB_KINDS),PREFIXES=
{task:"task",review:"review","adversarial-review":"review","stop-gate-review":"gate"},JOB_ID=/^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u,JobIdSchema=pipe(
string(),regex(JOB_ID,"not a job id")),BrokerKeySchema=pipe(string(),regex(/^[\w-]{1,64}$/u,"not a broker key"));THREAD_ID=/^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|thr_\w+)$/iu;
TASK_THREAD_PREFIX="Codex Companion Task: "}});var InstantSchema,init_instant=__esm({"src/contract/instant.ts"(){"use strict";init_dist();InstantSchema=pipe(string(),isoTimestamp(),check2(text2=>!Number.isNaN(
Date.parse(text2)),"not a moment"))}});function isDeeper(value,levels){return typeof value!="object"||value===null?!1:levels===0||Object.values(value).some(member=>isDeeper(member,levels-1))}var MAX_JSON_DEPTH,
JsonObjectSchema,init_json=__esm({"src/contract/json.ts"(){"use strict";init_dist();MAX_JSON_DEPTH=100,JsonObjectSchema=custom(value=>typeof value=="object"&&value!==
null&&!Array.isArray(value)&&!isDeeper(value,MAX_JSON_DEPTH),`not a JSON object of at most ${MAX_JSON_DEPTH} levels`)}});var ProcessIdentitySchema,init_process_identity=__esm({"src/contract/process-identity.ts"(){"use strict";init_dist();init_described();ProcessIdentitySchema=object(
{bootId:described(string(),"Which run of the machine."),pid:described(pipe(number(),integer(),minValue(2)),"Its number, which others get after it."),startTime:described(
string(),"When it started, as the kernel says it: tells it from others with the same pid.")})}});var ReviewTargetSchema,ReviewSubjectSchema,init_review=__esm({"src/contract/review.ts"(){"use strict";init_dist();ReviewTargetSchema=variant("mode",[object({mode:literal(
"working-tree"),label:string()}),object({mode:literal("branch"),label:string(),baseRef:string()})]),ReviewSubjectSchema=object({target:ReviewTargetSchema,explicit:boolean(),
repoRoot:string(),branch:string(),summary:nullable(string())})}});function mayWrite({sandbox}){return sandbox!=="read-only"}function isFinished(job){return job.status!=="queued"&&job.status!=="running"}function finishedNewestFirst(jobs){
return jobs.filter(isFinished).sort((a,b)=>a.completedAt<b.completedAt?1:-1)}var JOB_SCHEMA_VERSION,MAX_PROMPT_CHARS,MAX_DURATION_MS,EFFORTS,EffortSchema,SANDBOXES,
SandboxSchema,APPROVAL_RULES,ApprovalRuleSchema,DurationSchema,ClocksSchema,MAX_RETRIES,RequestFields,JobRequestSchema,MAX_KEY_CHARS,JobKeySchema,JobSpecSchema,
ResolvedSchema,MAX_UNFINISHED_CHARS,WorkSchema,OpenItemSchema,QuestionSchema,STOP_CAUSES,StopCauseSchema,JOB_STATUSES,JobStatusSchema,OwnerSchema,TransitionSchema,
common,InterruptionSchema,Running,JobRecordSchema,init_job=__esm({"src/contract/job.ts"(){"use strict";init_dist();init_described();init_fact();init_fault();init_finite_number();
init_ids();init_instant();init_json();init_process_identity();init_review();init_usage();JOB_SCHEMA_VERSION=1,MAX_PROMPT_CHARS=1048576,MAX_DURATION_MS=2147483647,
EFFORTS=["none","minimal","low","medium","high","xhigh"],EffortSchema=picklist(EFFORTS),SANDBOXES=["read-only","workspace-write","danger-full-access"],SandboxSchema=
picklist(SANDBOXES),APPROVAL_RULES=["decline","accept","ask"],ApprovalRuleSchema=picklist(APPROVAL_RULES),DurationSchema=pipe(number(),integer(),minValue(0),maxValue(
MAX_DURATION_MS)),ClocksSchema=object({queueMs:DurationSchema,startMs:DurationSchema,idleMs:DurationSchema,hardMs:DurationSchema}),MAX_RETRIES=10,RequestFields=
object({prompt:pipe(string(),maxLength(MAX_PROMPT_CHARS)),sandbox:nullable(SandboxSchema),network:optional(boolean(),!1),addDirs:optional(array(string()),[]),onApproval:optional(
ApprovalRuleSchema,"decline"),model:nullable(string()),effort:nullable(EffortSchema),resumeThreadId:nullable(string()),review:optional(nullable(ReviewSubjectSchema),
null),outputSchema:optional(nullable(JsonObjectSchema),null),retries:optional(pipe(number(),integer(),minValue(0),maxValue(MAX_RETRIES)),0),clocks:ClocksSchema}),
JobRequestSchema=pipe(RequestFields,check2(({prompt,review})=>prompt!==""||review!==null,"a job needs a prompt, or something to review"));MAX_KEY_CHARS=200,JobKeySchema=
pipe(string(),minLength(1),maxLength(MAX_KEY_CHARS)),JobSpecSchema=object({id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),sessionId:nullable(
string()),key:optional(nullable(JobKeySchema),null),retryOf:optional(nullable(JobIdSchema),null),foreground:optional(boolean(),!1),cwd:string(),request:JobRequestSchema}),
ResolvedSchema=object({model:described(nullable(string()),"The model."),effort:described(nullable(string()),"Its reasoning effort."),sandbox:described(nullable(
string()),"The sandbox, in Codex's words."),approvalPolicy:described(nullable(string()),"When Codex asks to be allowed something."),codexVersion:described(nullable(
string()),"The version of Codex.")}),MAX_UNFINISHED_CHARS=1e5,WorkSchema=object({lastMessage:nullable(string()),unfinished:optional(nullable(object({itemId:string(),
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
object({...common,status:literal("cancelled"),startedAt:nullable(InstantSchema),completedAt:InstantSchema,interruption:nullable(InterruptionSchema)})])}});var NOTIFY_WAYS,init_notify=__esm({"src/contract/notify.ts"(){"use strict";NOTIFY_WAYS=["off","bell","desktop","all"]}});function defaultStateRoot(environment){return import_node_path7.default.join(stateHome(environment),"codex-companion")}function stateHome(environment){let home=import_node_os.default.
homedir(),xdg=absolute(environment.XDG_STATE_HOME);return xdg!==null?xdg:process.platform==="darwin"?import_node_path7.default.join(home,"Library","Application \
Support"):process.platform==="win32"?localAppData(environment,home):import_node_path7.default.join(home,".local","state")}function defaultUserFile(environment){
return import_node_path7.default.join(configHome(environment),"codex-companion","config.toml")}function configHome(environment){let home=import_node_os.default.
homedir(),xdg=absolute(environment.XDG_CONFIG_HOME);return xdg!==null?xdg:process.platform==="darwin"?import_node_path7.default.join(home,"Library","Application\
 Support"):process.platform==="win32"?environment.APPDATA||import_node_path7.default.join(home,"AppData","Roaming"):import_node_path7.default.join(home,".config")}
function localAppData(environment,home){return environment.LOCALAPPDATA||import_node_path7.default.win32.join(home,"AppData","Local")}function thisUser(){return{
platform:process.platform,home:import_node_os.default.homedir(),uid:process.getuid?.()??null}}function defaultRuntimeRoot(environment,user=thisUser()){let fallback=ownRuntimeRoot(
environment,user),xdg=absolute(environment.XDG_RUNTIME_DIR);if(xdg===null||!(0,import_node_fs6.existsSync)(xdg))return fallback;let preferred=import_node_path7.default.
join(xdg,"codex-companion");return fitsSocket(import_node_path7.default.join(preferred,`${"0".repeat(16)}.control`))?preferred:fallback}function ownRuntimeRoot(environment,{
platform,home,uid}){return platform==="win32"?import_node_path7.default.win32.join(localAppData(environment,home),"codex-companion","run"):import_node_path7.default.
posix.join("/tmp",`codex-companion-${uid}`)}function absolute(directory){return directory!==void 0&&import_node_path7.default.isAbsolute(directory)?directory:null}
function defaultCodexHome(){return import_node_path7.default.join(import_node_os.default.homedir(),".codex")}var import_node_fs6,import_node_os,import_node_path7,
init_default_places=__esm({"src/config/default-places.ts"(){"use strict";import_node_fs6=require("node:fs"),import_node_os=__toESM(require("node:os"),1),import_node_path7=
__toESM(require("node:path"),1);init_local_endpoint()}});var require_ms=__commonJS({"node_modules/ms/index.js"(exports2,module2){var s=1e3,m=s*60,h=m*60,d=h*24,w=d*7,y=d*365.25;module2.exports=function(val,options){options=
options||{};var type=typeof val;if(type==="string"&&val.length>0)return parse3(val);if(type==="number"&&isFinite(val))return options.long?fmtLong(val):fmtShort(
val);throw new Error("val is not a non-empty string or a valid number. val="+JSON.stringify(val))};function parse3(str){if(str=String(str),!(str.length>100)){var match=/^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.
exec(str);if(match){var n=parseFloat(match[1]),type=(match[2]||"ms").toLowerCase();switch(type){case"years":case"year":case"yrs":case"yr":case"y":return n*y;case"\
weeks":case"week":case"w":return n*w;case"days":case"day":case"d":return n*d;case"hours":case"hour":case"hrs":case"hr":case"h":return n*h;case"minutes":case"min\
ute":case"mins":case"min":case"m":return n*m;case"seconds":case"second":case"secs":case"sec":case"s":return n*s;case"milliseconds":case"millisecond":case"msecs":case"\
msec":case"ms":return n;default:return}}}}function fmtShort(ms2){var msAbs=Math.abs(ms2);return msAbs>=d?Math.round(ms2/d)+"d":msAbs>=h?Math.round(ms2/h)+"h":msAbs>=
m?Math.round(ms2/m)+"m":msAbs>=s?Math.round(ms2/s)+"s":ms2+"ms"}function fmtLong(ms2){var msAbs=Math.abs(ms2);return msAbs>=d?plural(ms2,msAbs,d,"day"):msAbs>=h?
plural(ms2,msAbs,h,"hour"):msAbs>=m?plural(ms2,msAbs,m,"minute"):msAbs>=s?plural(ms2,msAbs,s,"second"):ms2+" ms"}function plural(ms2,msAbs,n,name){var isPlural=msAbs>=
n*1.5;return Math.round(ms2/n)+" "+name+(isPlural?"s":"")}}});function refused(why){return{ok:!1,why}}var init_reading=__esm({"src/config/reading.ts"(){"use strict"}});function readDuration(text2,maxMs=MAX_DURATION_MS){let value=/^\d+$/u.test(text2)?Number(text2):parseUnits(text2);return value===void 0||!Number.isFinite(value)||
value<0||value>maxMs?refused(`is not a duration from 0 to ${maxMs} ms (write 90s, 45m, 1.5h, or milliseconds)`):{ok:!0,value:Math.round(value)}}function parseUnits(text2){
return isUnitText(text2)?(0,import_ms.default)(text2):void 0}function isUnitText(text2){return/^\d+(?:\.\d+)?\s*(?:ms|s|sec|secs|m|min|mins|h|hr|hrs|d)$/iu.test(
text2)}function writeDuration(value){if(value===0)return"0";let[unit2,size]=UNITS.find(([,size2])=>value%size2===0)??["ms",1];return`${value/size}${unit2}`}var import_ms,
DAY_MS,UNITS,init_duration=__esm({"src/config/duration.ts"(){"use strict";import_ms=__toESM(require_ms(),1);init_job();init_reading();DAY_MS=864e5,UNITS=[["d",DAY_MS],
["h",36e5],["m",6e4],["s",1e3]]}});function textual(allowed,read2,write2,otherwise){return{allowed,fromText:read2,fromFile:written=>typeof written=="string"?read2(written):refused(otherwise),write:write2}}
function duration({positive=!1}={}){let read2=text2=>{let reading=readDuration(text2);return positive&&reading.ok&&reading.value===0?refused("would be over at o\
nce (use 1 ms or more, or unset it)"):reading};return{allowed:positive?"duration":"duration, 0 = none",...positive?{}:{off:0},fromText:read2,fromFile:written=>typeof written==
"string"||written===0?read2(String(written)):refused('is not a duration (write it as text with a unit, such as "90s", "45m", "1.5h")'),write:writeDuration}}function wholeNumber({
min,max,of}){return integer2(min,max,`is not a number of ${of}`)}function port(){return integer2(0,MAX_PORT,"is not a port")}function integer2(min,max,what){let wrong=refused(
`${what} (use a whole number from ${min} to ${max})`),inRange=value=>Number.isInteger(value)&&value>=min&&value<=max?{ok:!0,value}:wrong;return{allowed:`${min} \
to ${max}`,fromText:text2=>/^\d+$/u.test(text2)?inRange(Number(text2)):wrong,fromFile:written=>typeof written=="number"?inRange(written):wrong,write:value=>value}}
function days(max){let count=wholeNumber({min:0,max,of:"days"}),inMs=reading=>reading.ok?{ok:!0,value:reading.value*DAY_MS}:reading;return{allowed:count.allowed,
fromText:text2=>inMs(count.fromText(text2)),fromFile:written=>inMs(count.fromFile(written)),write:value=>value/DAY_MS}}function choice(words,what){let wrong=refused(
`is no ${what} (use one of ${words.join(", ")})`),read2=text2=>{let word=words.find(known=>known===text2);return word===void 0?wrong:{ok:!0,value:word}};return textual(
words.join(", "),read2,value=>value,wrong.why)}function text(){return textual("text",value=>({ok:!0,value}),String,"is no text")}function shortText(what,maxChars){
let wrong=refused(`is no ${what} (use 1 to ${maxChars} characters on one line)`);return textual("text",given=>{let value=given.trim();return value===""||value.length>
maxChars||new RegExp("\\p{Cc}","u").test(value)?wrong:{ok:!0,value}},String,wrong.why)}function place(){let wrong=refused('is not an absolute path (write it fro\
m the root on, or from "~/")');return{allowed:"path",fromText:given=>({ok:!0,value:import_node_path8.default.resolve(given)}),fromFile:written=>{if(typeof written!=
"string")return wrong;let expanded=written.startsWith("~/")?import_node_path8.default.join(import_node_os2.default.homedir(),written.slice(2)):written;return import_node_path8.default.
isAbsolute(expanded)?{ok:!0,value:import_node_path8.default.normalize(expanded)}:wrong},write:String}}function webhookAddress(){return textual("https address, o\
r http to localhost",given=>{if(!/^https?:\/\//iu.test(given)||!URL.canParse(given))return refused("is not an address (write it with its scheme, http:// or http\
s://)");let{protocol,hostname,username,password,href}=new URL(given);return username!==""||password!==""?refused("has a user or a password in it (put a secret i\
nto its path)"):protocol==="http:"&&!isLoopback(hostname)?refused("would be told without encryption (use https://; http:// is for localhost)"):{ok:!0,value:href}},
String,"is not an address (write it as text)")}function isLoopback(hostname){return hostname==="localhost"||hostname==="[::1]"||/^127(?:\.\d{1,3}){3}$/u.test(hostname)}
function commandLine(){let wrong=refused('is no program with its arguments (write an array of texts, such as ["notify-send", "done"])'),read2=value=>isWords(value)&&
value[0]!==""&&value.length>0?{ok:!0,value}:wrong;return{allowed:"array of texts: a program and its arguments",fromText:given=>read2(parsed(given)),fromFile:read2,
write:value=>value}}function isWords(value){return Array.isArray(value)&&value.every(word=>typeof word=="string"&&!word.includes("\0"))}function parsed(json){try{
return JSON.parse(json)}catch{return null}}var import_node_os2,import_node_path8,MAX_PORT,init_kinds=__esm({"src/config/kinds.ts"(){"use strict";import_node_os2=
__toESM(require("node:os"),1),import_node_path8=__toESM(require("node:path"),1);init_duration();init_reading();MAX_PORT=65535}});function setting({kind,fallback,flag,...rest}){let derived=isDerived(fallback)?fallback:{text:null,of:()=>fallback};return{...rest,kind,flag:flag??null,fallback:derived.
of,fallbackText:derived.text}}function isDerived(fallback){return typeof fallback=="object"&&fallback!==null&&"of"in fallback&&"text"in fallback}var init_setting=__esm(
{"src/config/setting.ts"(){"use strict"}});var MAX_MAX_JOBS,MAX_MAX_QUEUED,MAX_KEEP_JOBS,MAX_KEEP_DAYS,MAX_KEEP_MS,MAX_MODEL_CHARS,LOG_LEVELS,SETTINGS,init_settings_table=__esm({"src/config/settings-tabl\
e.ts"(){"use strict";init_job();init_notify();init_default_places();init_duration();init_kinds();init_paths();init_setting();MAX_MAX_JOBS=64,MAX_MAX_QUEUED=1e5,
MAX_KEEP_JOBS=1e6,MAX_KEEP_DAYS=36500,MAX_KEEP_MS=MAX_KEEP_DAYS*DAY_MS,MAX_MODEL_CHARS=200,LOG_LEVELS=["error","info","debug"],SETTINGS={model:setting({key:"mod\
el",variable:"CODEX_COMPANION_MODEL",flag:"--model",kind:shortText("name of a model",MAX_MODEL_CHARS),fallback:{text:"Codex's own",of:()=>null},setBy:"project",
readBy:"job",meaning:"model of a job; `spark` is short for gpt-5.3-codex-spark"}),effort:setting({key:"effort",variable:"CODEX_COMPANION_EFFORT",flag:"--effort",
kind:choice(EFFORTS,"effort"),fallback:{text:"Codex's own",of:()=>null},setBy:"project",readBy:"job",meaning:"reasoning effort of a job"}),retries:setting({key:"\
retries",variable:"CODEX_COMPANION_RETRIES",flag:"--retries",kind:wholeNumber({min:0,max:MAX_RETRIES,of:"retries"}),fallback:0,setBy:"project",readBy:"job",meaning:"\
how often a job is tried again when an attempt was lost before it had done anything"}),onApproval:setting({key:"on_approval",variable:"CODEX_COMPANION_ON_APPROV\
AL",flag:"--on-approval",kind:choice(APPROVAL_RULES,"rule for approvals"),fallback:"decline",setBy:"user",readBy:"job",meaning:"what a task answers when Codex a\
sks for more than its sandbox allows; where there is no terminal to ask on, `ask` is `decline`"}),jobTimeoutMs:setting({key:"job_timeout",variable:"CODEX_COMPAN\
ION_JOB_TIMEOUT_MS",flag:"--timeout",kind:duration(),fallback:18e5,setBy:"project",readBy:"job",meaning:"hard deadline of a job, from its start"}),idleTimeoutMs:setting(
{key:"idle_timeout",variable:"CODEX_COMPANION_IDLE_TIMEOUT_MS",flag:"--idle-timeout",kind:duration(),fallback:6e5,setBy:"project",readBy:"job",meaning:"longest \
time without progress; a running shell command does not count as silence"}),startTimeoutMs:setting({key:"start_timeout",variable:"CODEX_COMPANION_START_TIMEOUT_\
MS",flag:"--start-timeout",kind:duration(),fallback:6e4,setBy:"project",readBy:"job",meaning:"longest time from the start of a job until its turn has started"}),
queueTimeoutMs:setting({key:"queue_timeout",variable:"CODEX_COMPANION_QUEUE_TIMEOUT_MS",flag:"--queue-timeout",kind:duration(),fallback:0,setBy:"project",readBy:"\
job",meaning:"longest time in the queue"}),maxJobs:setting({key:"max_jobs",variable:"CODEX_COMPANION_MAX_JOBS",kind:wholeNumber({min:1,max:MAX_MAX_JOBS,of:"jobs"}),
fallback:8,setBy:"project",readBy:"broker",meaning:"jobs at once in one workspace; more wait in order"}),maxQueued:setting({key:"max_queued",variable:"CODEX_COM\
PANION_MAX_QUEUED",kind:wholeNumber({min:1,max:MAX_MAX_QUEUED,of:"jobs"}),fallback:1e3,setBy:"user",readBy:"broker",meaning:"jobs that may wait in one workspace\
; one more is refused"}),stuckTimeoutMs:setting({key:"stuck_timeout",variable:"CODEX_COMPANION_STUCK_TIMEOUT_MS",kind:duration(),fallback:1e4,setBy:"user",readBy:"\
broker",meaning:"longest time for a job that was asked to stop; then its thread is ended"}),approvalTimeoutMs:setting({key:"approval_timeout",variable:"CODEX_CO\
MPANION_APPROVAL_TIMEOUT_MS",kind:duration({positive:!0}),fallback:3e5,setBy:"user",readBy:"broker",meaning:"longest time for you to answer what Codex asks; the\
n it is no"}),notify:setting({key:"notify",variable:"CODEX_COMPANION_NOTIFY",kind:choice(NOTIFY_WAYS,"way to notify"),fallback:"off",setBy:"user",readBy:"comman\
d",meaning:"how a command on a terminal that has waited for more than 10 s says that it is done; `--notify` says so in any case"}),onJobEnd:setting({key:"on_job\
_end",variable:"CODEX_COMPANION_ON_JOB_END",kind:commandLine(),fallback:{text:"none",of:()=>null},setBy:"user",readBy:"broker",meaning:"program that is run, wit\
hout a shell, when a job has ended; the job is in its environment and, as JSON, on its standard input"}),onJobEndTimeoutMs:setting({key:"on_job_end_timeout",variable:"\
CODEX_COMPANION_ON_JOB_END_TIMEOUT_MS",kind:duration({positive:!0}),fallback:3e4,setBy:"user",readBy:"broker",meaning:"longest time for that program; then it is\
 ended"}),webhook:setting({key:"webhook",variable:"CODEX_COMPANION_WEBHOOK",kind:webhookAddress(),fallback:{text:"none",of:()=>null},setBy:"user",readBy:"broker",
meaning:"address that is told by POST when a job has ended: its state and times, no prompt, answer or command"}),keepJobs:setting({key:"keep_jobs",variable:"COD\
EX_COMPANION_KEEP_JOBS",kind:wholeNumber({min:0,max:MAX_KEEP_JOBS,of:"jobs"}),fallback:1e3,setBy:"user",readBy:"broker",meaning:"a finished job is kept while it\
 is among so many newest ones of its workspace; 0 keeps all"}),keepMs:setting({key:"keep_days",variable:"CODEX_COMPANION_KEEP_DAYS",kind:days(MAX_KEEP_DAYS),fallback:90*
DAY_MS,setBy:"user",readBy:"broker",meaning:"a finished job is kept, too, while it ended within so many days; 0 keeps all"}),brokerIdleMs:setting({key:"broker_i\
dle",variable:"CODEX_COMPANION_BROKER_IDLE_MS",kind:duration(),fallback:6e5,setBy:"user",readBy:"broker",meaning:"an unused broker ends after this time"}),probeIntervalMs:setting(
{key:"probe_interval",variable:"CODEX_COMPANION_PROBE_INTERVAL_MS",kind:duration({positive:!0}),fallback:5e3,setBy:"user",readBy:"broker",meaning:"how often the\
 app-server is asked for a sign of life"}),probeTimeoutMs:setting({key:"probe_timeout",variable:"CODEX_COMPANION_PROBE_TIMEOUT_MS",kind:duration({positive:!0}),
fallback:15e3,setBy:"user",readBy:"broker",meaning:"how long the app-server may be silent"}),appServerStartMs:setting({key:"app_server_start",variable:"CODEX_CO\
MPANION_APP_SERVER_START_MS",kind:duration({positive:!0}),fallback:15e3,setBy:"user",readBy:"broker",meaning:"longest time for the app-server to come up"}),rpcTimeoutMs:setting(
{key:"rpc_timeout",variable:"CODEX_COMPANION_RPC_TIMEOUT_MS",kind:duration({positive:!0}),fallback:3e4,setBy:"user",readBy:"broker",meaning:"longest time for th\
e app-server to answer any other request"}),metricsPort:setting({key:"metrics_port",variable:"CODEX_COMPANION_METRICS_PORT",kind:port(),fallback:0,setBy:"user",
readBy:"broker",meaning:"port of this machine (127.0.0.1) at which a broker serves its metrics for Prometheus, as `/metrics`; 0 is none"}),logLevel:setting({key:"\
log_level",variable:"CODEX_COMPANION_LOG_LEVEL",kind:choice(LOG_LEVELS,"log level"),fallback:"info",setBy:"user",readBy:"broker",meaning:"of the broker's own lo\
g"}),codex:setting({key:"codex",variable:"CODEX_COMPANION_CODEX",kind:place(),fallback:{text:"first `codex` on PATH",of:()=>null},setBy:"user",readBy:"command",
meaning:"the Codex to run"}),codexHome:setting({key:"codex_home",variable:"CODEX_HOME",kind:place(),fallback:{text:"`~/.codex`",of:defaultCodexHome},setBy:"envi\
ronment",readBy:"command",meaning:"Codex's own configuration and login; each has a broker of its own"}),stateDir:setting({key:"state_dir",variable:"CODEX_COMPAN\
ION_STATE_DIR",kind:place(),fallback:{text:"`$XDG_STATE_HOME/codex-companion` (macOS: Application Support, Windows: `%LOCALAPPDATA%`)",of:defaultStateRoot},setBy:"\
environment",readBy:"command",meaning:"records and logs"}),runtimeDir:setting({key:"runtime_dir",variable:"CODEX_COMPANION_RUNTIME_DIR",kind:place(),fallback:{text:"\
`$XDG_RUNTIME_DIR/codex-companion`, else `/tmp/codex-companion-<uid>` (Windows: `%LOCALAPPDATA%\\codex-companion\\run`)",of:defaultRuntimeRoot},setBy:"environme\
nt",readBy:"command",meaning:"sockets"}),configFile:setting({key:"config_file",variable:"CODEX_COMPANION_CONFIG",kind:place(),fallback:{text:"`$XDG_CONFIG_HOME/\
codex-companion/config.toml` (macOS: Application Support, Windows: `%APPDATA%`)",of:defaultUserFile},setBy:"environment",readBy:"command",meaning:`your own sett\
ings file; a project's is \`${PROJECT_FILE}\` in its root`}),sessionId:setting({key:"session_id",variable:"CODEX_COMPANION_SESSION_ID",kind:text(),fallback:null,
setBy:"environment",readBy:"command",meaning:"scopes `status`, `result` and `cancel` without an id to one session"}),transcriptPath:setting({key:"transcript_pat\
h",variable:"CODEX_COMPANION_TRANSCRIPT_PATH",kind:text(),fallback:null,setBy:"environment",readBy:"command",meaning:"the transcript that `transfer` takes witho\
ut `--source`"})}}});var ROWS,init_rows=__esm({"src/config/rows.ts"(){"use strict";init_settings_table();ROWS=Object.entries(SETTINGS).map(([name,row])=>({name,...row}))}});function getLineColFromPtr(string2,ptr){let lines=string2.slice(0,ptr).split(/\r?\n/);return[lines.length,lines.pop().length+1]}function makeCodeBlock(string2,line2,column){
let lines=string2.split(/\r?\n/),codeblock="",numberLen=(Math.log10(line2+1)|0)+1;for(let i=line2-1;i<=line2+1;i++){let l=lines[i-1];l&&(codeblock+=i.toString().
padEnd(numberLen," "),codeblock+=":  ",codeblock+=l,codeblock+=`
`,i===line2&&(codeblock+=" ".repeat(numberLen+column+2),codeblock+=`^
`))}return codeblock}var TomlError,init_error=__esm({"node_modules/smol-toml/dist/error.js"(){TomlError=class _TomlError extends Error{line;column;codeblock;constructor(message2,options){
let[line2,column]=getLineColFromPtr(options.toml,options.ptr),codeblock=makeCodeBlock(options.toml,line2,column);super(`Invalid TOML document: ${message2}

${codeblock}`,options),this.line=line2,this.column=column,this.codeblock=codeblock}static x(message2,ctx,ptr){throw new _TomlError(message2,{toml:ctx.s,ptr:ptr??
ctx.p})}}}});function parseString(ctx){let startPtr=ctx.p,c=ctx.s.charCodeAt(ctx.p++),first4=c,isLiteral=c===39,isMultiline=c===ctx.s.charCodeAt(ctx.p)&&c===ctx.s.charCodeAt(
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
92?1:0,sliceStart=ctx.p);TomlError.x("unfinished string",ctx,startPtr)}var init_primitive=__esm({"node_modules/smol-toml/dist/primitive.js"(){init_error();}});var DATE_TIME_RE,TomlDate,init_date=__esm({"node_modules/smol-toml/dist/date.js"(){DATE_TIME_RE=/^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i,
TomlDate=class _TomlDate extends Date{#hasDate=!1;#hasTime=!1;#offset=null;constructor(date,fasttype,unsafeDelim){let hasDate=!0,hasTime=!0,offset="Z",c;if(typeof date==
"string")if(fasttype)prep:{if(fasttype<3){if(+date.slice(11,13)>23){date="";break prep}fasttype===2?(offset=null,date+="Z"):(c=date.charCodeAt(date.length-1))!==
90&&c!==122&&(offset=date.slice(date.length-6)),unsafeDelim&&(date=date.slice(0,10)+"T"+date.slice(11))}else fasttype===4&&(date=+date.slice(0,2)>23?"":`0000-01\
-01T${date}Z`);hasDate=fasttype!==4,hasTime=fasttype!==3}else{let match=date.match(DATE_TIME_RE);match?(match[1]||(hasDate=!1,date=`0000-01-01T${date}`),hasTime=
!!match[2],hasTime&&date[10]===" "&&(date=date.replace(" ","T")),match[2]&&+match[2]>23?date="":(offset=match[3]||null,!offset&&hasTime&&(date+="Z"))):date=""}super(
date),isNaN(this.getTime())||(this.#hasDate=hasDate,this.#hasTime=hasTime,this.#offset=offset)}isDateTime(){return this.#hasDate&&this.#hasTime}isLocal(){return!this.#hasDate||
!this.#hasTime||!this.#offset}isDate(){return this.#hasDate&&!this.#hasTime}isTime(){return this.#hasTime&&!this.#hasDate}isValid(){return this.#hasDate||this.#hasTime}toISOString(){
let iso=super.toISOString();if(this.isDate())return iso.slice(0,10);if(this.isTime())return iso.slice(11,23);if(this.#offset===null)return iso.slice(0,-1);if(this.#offset===
"Z"||this.#offset==="z")return iso;let offset=+this.#offset.slice(1,3)*60+ +this.#offset.slice(4,6);return offset=this.#offset[0]==="-"?offset:-offset,new Date(
this.getTime()-offset*6e4).toISOString().slice(0,-1)+this.#offset}static wrapAsOffsetDateTime(jsDate,offset="Z"){let date=new _TomlDate(jsDate);return date.#offset=
offset,date}static wrapAsLocalDateTime(jsDate){let date=new _TomlDate(jsDate);return date.#offset=null,date}static wrapAsLocalDate(jsDate){let date=new _TomlDate(
jsDate);return date.#hasTime=!1,date.#offset=null,date}static wrapAsLocalTime(jsDate){let date=new _TomlDate(jsDate);return date.#hasDate=!1,date.#offset=null,date}}}});function isDigit(char,base=10){return base===16?char>47&&char<58||char>64&&char<71||char>96&&char<103:char>47&&char<48+base}function isEndOfValue(char,delim){return char===
32||char===9||char===10||char===13||delim&&(char===delim||char===44)||char===35}function extractValue(ctx,end){let errPtr=ctx.p,c=ctx.s.charCodeAt(ctx.p);if(c===
91||c===123){ctx.d--||TomlError.x("document contains excessively nested structures. aborting.",ctx);let value=c===91?parseArray(ctx):parseInlineTable(ctx);return ctx.
d++,value}return c===34||c===39?parseString(ctx):c===116?((ctx.s.charCodeAt(++ctx.p)!==114||ctx.s.charCodeAt(++ctx.p)!==117||ctx.s.charCodeAt(++ctx.p)!==101)&&TomlError.
x("invalid value",ctx,errPtr),ctx.p++,!0):c===102?((ctx.s.charCodeAt(++ctx.p)!==97||ctx.s.charCodeAt(++ctx.p)!==108||ctx.s.charCodeAt(++ctx.p)!==115||ctx.s.charCodeAt(
++ctx.p)!==101)&&TomlError.x("invalid value",ctx,errPtr),ctx.p++,!1):c===43||c===45?parseNumber(ctx,ctx.p,ctx.s.charCodeAt(++ctx.p),44-c,end):ctx.s.charCodeAt(ctx.
p+4)===45&&ctx.s.charCodeAt(ctx.p+7)===45?parseDate(ctx,c,end):ctx.s.charCodeAt(ctx.p+2)===58?parseTime(ctx,c,end):parseNumber(ctx,ctx.p,c,0,end)}function parseNumber(ctx,startPtr,startChr,sign,endChr){
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
PlainTime.from(str)}}catch(e){TomlError.x(e instanceof Error?e.message:""+e,ctx,errPtr)}}var init_extract=__esm({"node_modules/smol-toml/dist/extract.js"(){init_primitive();
init_struct();init_error();init_date();}});function skipComment(ctx){for(;ctx.p<ctx.s.length;ctx.p++){let c=ctx.s.charCodeAt(ctx.p);if(c===10)break;if(c===13&&ctx.s.charCodeAt(ctx.p+1)===10){ctx.p++;break}
(c<32&&c!==9||c===127)&&TomlError.x("control characters are not allowed in comments",ctx)}}function skipVoid(ctx,banNewLines,banComments){let c;for(;ctx.p<ctx.s.
length;){for(;ctx.p<ctx.s.length&&((c=ctx.s.charCodeAt(ctx.p))===32||c===9||!banNewLines&&(c===10||c===13&&ctx.s.charCodeAt(ctx.p+1)===10));)ctx.p++;if(banComments||
c!==35)break;skipComment(ctx)}}var init_util=__esm({"node_modules/smol-toml/dist/util.js"(){init_error();}});function parseKey(ctx,end=61){let startPtr,state=0,parsed2=[],sliceStart,c=ctx.s.charCodeAt(startPtr=ctx.p);do{if(c===end)return state||TomlError.x("unexpected \
end of key",ctx),state===1&&parsed2.push(ctx.s.slice(sliceStart,ctx.p)),ctx.p++,parsed2;c===46?(state||TomlError.x("illegal empty bare key",ctx),state===1&&parsed2.
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
p-1)}TomlError.x("unfinished array",ctx,startPtr)}var init_struct=__esm({"node_modules/smol-toml/dist/struct.js"(){init_primitive();init_extract();init_util();init_error();
}});function peekTable(ctx,key,table,meta,type){let t=table,m=meta,k,hasOwn=!1,state;for(let i=0;i<key.length;i++){if(i){if(t=hasOwn?t[k]:t[k]=Object.create(null),m=
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
d by an end-of-line",ctx),skipVoid(ctx)}return res}var init_parse=__esm({"node_modules/smol-toml/dist/parse.js"(){init_struct();init_extract();init_util();init_error();
}});var HAS_WELLFORMED,init_stringify=__esm({"node_modules/smol-toml/dist/stringify.js"(){HAS_WELLFORMED=!!"".isWellFormed}});var init_dist2=__esm({"node_modules/smol-toml/dist/index.js"(){init_parse();init_stringify();init_date();init_error();}});function plainText(text2){return UNCLEAN.test(text2)?text2.replaceAll(`\r
`,`
`).replace(SEQUENCES,"").replace(CONTROLS,""):text2}function oneLine(text2,limit){let flat=plainText(text2).replace(WIDE_SPACE," ").trim();return flat.length<=limit?
flat:`${flat.slice(0,limit-1).replace(new RegExp("\\p{Cs}$","u"),"")}\u2026`}var STRING,CSI,SHORT,SEQUENCES,CONTROL,CONTROLS,UNCLEAN,WIDE_SPACE,init_plain_text=__esm(
{"src/util/plain-text.ts"(){"use strict";STRING="(?:\x1B[\\]PX^_]|[\x90\x98\x9D-\x9F])[^\x07\x1B\x80-\x9F]*(?:\x07|\x1B\\\\|\x9C)",CSI="(?:\x1B\\[|\x9B)[0-?]*[ -/]*[@-\
~]",SHORT="\x1B[ -/]*[0-~]",SEQUENCES=new RegExp(`${STRING}|${CSI}|${SHORT}`,"gu"),CONTROL=String.raw`[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]`,CONTROLS=new RegExp(
CONTROL,"gu"),UNCLEAN=new RegExp(CONTROL,"u"),WIDE_SPACE=/\s{2,}|[^\S ]/gu}});function openRegularFile(file,flags=import_node_fs7.constants.O_RDONLY,mode){let descriptor=openNoFollow(file,flags,mode);if((0,import_node_fs7.fstatSync)(descriptor).
isFile())return descriptor;throw(0,import_node_fs7.closeSync)(descriptor),new FileRefused(file,"it is not a regular file")}function readRegularFile(file,maxBytes){
let descriptor=openRegularFile(file);try{let{size}=(0,import_node_fs7.fstatSync)(descriptor);if(size>maxBytes)throw new FileRefused(file,`it has ${size} bytes o\
f at most ${maxBytes}`);return readAll(descriptor,maxBytes).toString("utf8")}finally{(0,import_node_fs7.closeSync)(descriptor)}}function readAll(descriptor,maxBytes){
let chunks=[];for(let done=0;done<maxBytes;){let chunk=Buffer.allocUnsafe(Math.min(CHUNK_BYTES,maxBytes-done)),read2=(0,import_node_fs7.readSync)(descriptor,chunk);
if(read2===0)break;chunks.push(chunk.subarray(0,read2)),done+=read2}return Buffer.concat(chunks)}function openNoFollow(file,flags,mode){try{return(0,import_node_fs7.openSync)(
file,flags|import_node_fs7.constants.O_NOFOLLOW|import_node_fs7.constants.O_NONBLOCK,mode)}catch(error){throw errorCode(error)==="ELOOP"?new FileRefused(file,"i\
t is a symbolic link"):error}}var import_node_fs7,CHUNK_BYTES,FileRefused,init_regular_file=__esm({"src/util/regular-file.ts"(){"use strict";import_node_fs7=require("node:fs");
init_system_error();CHUNK_BYTES=65536,FileRefused=class extends Error{name="FileRefused";why;constructor(file,why){super(`Refusing to use "${file}": ${why} (rem\
ove it)`),this.why=why}}}});function leven(first4,second,options){if(first4===second)return 0;let maxDistance=options?.maxDistance,swap=first4;first4.length>second.length&&(first4=second,second=
swap);let firstLength=first4.length,secondLength=second.length;for(;firstLength>0&&first4.charCodeAt(~-firstLength)===second.charCodeAt(~-secondLength);)firstLength--,
secondLength--;let start2=0;for(;start2<firstLength&&first4.charCodeAt(start2)===second.charCodeAt(start2);)start2++;if(firstLength-=start2,secondLength-=start2,
maxDistance!==void 0&&secondLength-firstLength>maxDistance)return maxDistance;if(firstLength===0)return maxDistance!==void 0&&secondLength>maxDistance?maxDistance:
secondLength;let bCharacterCode,result,temporary,temporary2,index=0,index2=0;for(;index<firstLength;)characterCodeCache[index]=first4.charCodeAt(start2+index),array2[index]=
++index;for(;index2<secondLength;){for(bCharacterCode=second.charCodeAt(start2+index2),temporary=index2++,result=index2,index=0;index<firstLength;index++)temporary2=
bCharacterCode===characterCodeCache[index]?temporary:temporary+1,temporary=array2[index],result=array2[index]=temporary>result?temporary2>result?result+1:temporary2:
temporary2>temporary?temporary+1:temporary2;if(maxDistance!==void 0){let rowMinimum=result;for(index=0;index<firstLength;index++)array2[index]<rowMinimum&&(rowMinimum=
array2[index]);if(rowMinimum>maxDistance)return maxDistance}}return array2.length=firstLength,characterCodeCache.length=firstLength,maxDistance!==void 0&&result>
maxDistance?maxDistance:result}function closestMatch(target,candidates,options){if(!Array.isArray(candidates)||candidates.length===0)return;let userMax=options?.
maxDistance,targetLength=target.length;for(let candidate of candidates)if(candidate===target)return candidate;if(userMax===0)return;let best,bestDist=Number.POSITIVE_INFINITY,
seen=new Set;for(let candidate of candidates){if(seen.has(candidate))continue;seen.add(candidate);let lengthDiff=Math.abs(candidate.length-targetLength);if(lengthDiff>=
bestDist||userMax!==void 0&&lengthDiff>userMax)continue;let cap=Number.isFinite(bestDist)?userMax===void 0?bestDist:Math.min(bestDist,userMax):userMax,distance=cap===
void 0?leven(target,candidate):leven(target,candidate,{maxDistance:cap});if(userMax!==void 0&&distance>userMax)continue;let actualD=distance;if(cap!==void 0&&distance===
cap&&cap===userMax&&(actualD=leven(target,candidate)),actualD<bestDist&&(bestDist=actualD,best=candidate,bestDist===0))break}if(!(userMax!==void 0&&bestDist>userMax))
return best}var array2,characterCodeCache,init_leven=__esm({"node_modules/leven/index.js"(){array2=[],characterCodeCache=[]}});function nearest(text2,known){return closestMatch(text2.toLowerCase(),known,{maxDistance:Math.min(MAX_DISTANCE,Math.ceil(text2.length/3))})}var MAX_DISTANCE,init_nearest=__esm(
{"src/config/nearest.ts"(){"use strict";init_leven();MAX_DISTANCE=3}});function readUserFile(file,named){let none={kind:"user",path:file,exists:!1};return file===import_node_os3.default.devNull?{...none,values:new Map,problems:[]}:
named&&!isThere(file)?broken(none,`Cannot read "${file}": it does not exist`):read({...none,exists:isThere(file)},import_node_fs8.realpathSync)}function readProjectFile(file){
let root=import_node_path9.default.dirname(file);return read({kind:"project",path:file,exists:isThere(file)},link=>{let real4=(0,import_node_fs8.realpathSync)(link);
if(real4.startsWith(root.endsWith(import_node_path9.default.sep)?root:root+import_node_path9.default.sep))return real4;throw new FileRefused(link,"it is a link \
to something outside of the project")})}function read(found,real4){if(!found.exists)return{...found,values:new Map,problems:[]};try{return judged(found,parse2(readRegularFile(
real4(found.path),MAX_SETTINGS_FILE_BYTES)))}catch(error){return broken(found,`Cannot read "${found.path}": ${whyUnreadable2(error)}`)}}function isThere(file){try{
return(0,import_node_fs8.lstatSync)(file,{throwIfNoEntry:!1})!==void 0}catch{return!0}}function whyUnreadable2(error){if(error instanceof FileRefused)return error.
why;if(!(error instanceof TomlError))return messageOf(error);let[what=""]=error.message.split(`
`);return`line ${error.line}, column ${error.column}: ${what.replace(/^Invalid TOML document: /u,"")}`}function broken(found,message2){return{...found,values:new Map,
problems:[{key:null,message:message2}]}}function judged(found,table){let values=new Map,problems=[];for(let[key,written]of Object.entries(table)){let row=ROWS.find(
known=>known.key===key),reading=row===void 0?refused(unknownKey(key)):readAs(row,written,found.kind);if(row!==void 0&&reading.ok&&values.set(row.name,reading.value),
!reading.ok){let message2=`Cannot read "${oneLine(key,QUOTED_CHARS)}" in "${found.path}": ${reading.why}`;problems.push({key,message:message2})}}return{...found,
values,problems}}function readAs(row,written,kind){let forbidden=whyForbidden(row,kind);if(forbidden!==null)return refused(forbidden);let reading=row.kind.fromFile(
written);if(!reading.ok)return refused(`${quoted(written)} ${reading.why}`);let isOff=reading.value===row.kind.off;return kind==="project"&&isOff?refused(`a pro\
ject may not turn it off (give it a time; your own file, or ${row.variable}, may turn it off)`):reading}function unknownKey(key){let meant=nearest(key,ROWS.map(
row=>row.key));return`there is no such setting (${meant===void 0?"":`did you mean "${meant}"? `}"codex-companion config" lists them all)`}function whyForbidden({
setBy,variable},kind){return setBy==="environment"?`no file may set it (set ${variable} in the environment)`:setBy==="project"||kind==="user"?null:`a project ma\
y not set it (set it in your own file, or ${variable} in the environment)`}function quoted(written){return oneLine(typeof written=="number"?String(written):JSON.
stringify(written),QUOTED_CHARS)}var import_node_fs8,import_node_os3,import_node_path9,MAX_SETTINGS_FILE_BYTES,QUOTED_CHARS,init_settings_file=__esm({"src/confi\
g/settings-file.ts"(){"use strict";import_node_fs8=require("node:fs"),import_node_os3=__toESM(require("node:os"),1),import_node_path9=__toESM(require("node:path"),1);
init_dist2();init_fault();init_plain_text();init_regular_file();init_nearest();init_reading();init_rows();MAX_SETTINGS_FILE_BYTES=65536,QUOTED_CHARS=100}});function resolveSettings(environment,files=[]){return ROWS.map(row=>resolve(row,environment,files))}function resolve(row,environment,files){let{variable}=row,text2=environment[variable];
if(text2)return{row,value:fromText(row,text2),origin:{kind:"environment",variable},doubt:null};let doubt=null;for(let file of files)if(doubt??=doubtOf(row,file),
file.values.has(row.name))return{row,value:file.values.get(row.name),origin:{kind:file.kind,path:file.path},doubt};return{row,value:row.fallback(environment),origin:{
kind:"default"},doubt}}function fromText({kind,variable},text2){let reading=kind.fromText(text2);if(reading.ok)return reading.value;throw new ConfigError(unusable(
variable,text2,reading.why))}function unusable(variable,text2,why){return`Cannot read ${variable}: "${text2}" ${why}`}function doubtOf(row,{kind,problems}){return whyForbidden(
row,kind)!==null?null:problems.find(({key})=>key===null||key===row.key)?.message??null}function settingsOf(resolved){return Object.fromEntries(resolved.map(({row,
value})=>[row.name,value]))}function originText({row,origin}){switch(origin.kind){case"flag":return origin.flag;case"environment":return origin.variable;case"pr\
oject":case"user":return`${row.key} in "${origin.path}"`;case"default":return"its default"}}var init_settings=__esm({"src/config/settings.ts"(){"use strict";init_config_error();
init_rows();init_settings_file()}});function workspaceRootOf(cwd){let start2=realDirectory(cwd);for(let at=start2;;at=import_node_path10.default.dirname(at)){if(isRepository(at))return at;if(import_node_path10.default.
dirname(at)===at)return start2}}function realDirectory(cwd){let why="it is not a directory";try{if((0,import_node_fs9.statSync)(cwd).isDirectory())return(0,import_node_fs9.realpathSync)(
cwd)}catch(error){why=(0,import_node_fs9.existsSync)(cwd)?messageOf(error):"it does not exist"}throw new ConfigError(`Cannot use "${cwd}" as working directory: ${why}\
 (choose another one with --cwd)`)}function isRepository(directory){let git=import_node_path10.default.join(directory,".git");return(0,import_node_fs9.existsSync)(
import_node_path10.default.join(git,"HEAD"))||isFile(git)}function isFile(file){try{return(0,import_node_fs9.statSync)(file).isFile()}catch{return!1}}var import_node_fs9,
import_node_path10,init_workspace_root=__esm({"src/config/workspace-root.ts"(){"use strict";import_node_fs9=require("node:fs"),import_node_path10=__toESM(require("node:path"),1);
init_fault();init_config_error()}});function loadConfig(workspaceRoot,environment=process.env){let config=uncheckedConfig(workspaceRoot,environment);return checkStateRoot(config.stateRoot),config}
function uncheckedConfig(workspaceRoot,environment){let files=settingsFiles(workspaceRoot,environment),resolved=resolveSettings(environment,files),settings=settingsOf(
resolved);return{settings,resolved,files,stateRoot:settings.stateDir,runtimeRoot:settings.runtimeDir,codexHome:realOrNamed(settings.codexHome),environment}}function settingsFiles(workspaceRoot,environment){
let{variable,fallback}=SETTINGS.configFile,named=environment[variable],user=readUserFile(named?import_node_path11.default.resolve(named):fallback(environment),!!named);
return workspaceRoot===null?[user]:[readProjectFile(import_node_path11.default.join(workspaceRoot,PROJECT_FILE)),user]}function problemsOf({files}){return files.
flatMap(({problems})=>problems.map(({message:message2})=>message2))}function refuseProblems(config){let[first4,...others]=problemsOf(config);if(first4===void 0)
return;let more=others.length===0?"":`; and ${others.length} more (see "codex-companion config")`;throw new ConfigError(`${first4}${more}`)}function checkStateRoot(root){
for(let place2 of[root,workspacesDirectory(root)])checkPrivateDirectory(place2)}function loadWorkspace(directory,environment){let cwd=import_node_path11.default.
resolve(directory),root=workspaceRootOf(cwd),config=loadConfig(root,environment);return{config,workspace:{root,cwd,directory:workspaceDirectory(config.stateRoot,
root)}}}function brokerPlaceFor(config,workspaceRoot){let codex=configuredCodex(config),key=brokerKey(workspaceRoot,config.codexHome,codex.fingerprint,VERSION);
return{key,codex,paths:brokerPaths(workspaceDirectory(config.stateRoot,workspaceRoot),key),sockets:socketPaths(config.runtimeRoot,config.stateRoot,key)}}function configuredCodex({
settings,resolved,environment}){let chosen=resolved.find(({row})=>row.key===SETTINGS.codex.key);if(chosen?.doubt)throw new CodexNotFound(`Cannot tell which Code\
x to run: ${chosen.doubt}`,chosen.doubt);let named=settings.codex===null||chosen===void 0?null:{path:settings.codex,by:originText(chosen)};return findCodex(named,
searchDirectories(environment))}var import_node_path11,init_config=__esm({"src/config/config.ts"(){"use strict";import_node_path11=__toESM(require("node:path"),1);
init_version();init_private_directory();init_search_path();init_codex_binary();init_config_error();init_paths();init_settings();init_settings_file();init_settings_table();
init_workspace_root()}});function saidByOptions(options){let{model,effort,retries}=options,{timeout,idleTimeout,startTimeout,queueTimeout}=options;return{...model===void 0?{}:{model:nameOf(
model)},...effort===void 0?{}:{effort},...retries===void 0?{}:{retries},...timeout===void 0?{}:{jobTimeoutMs:timeout},...idleTimeout===void 0?{}:{idleTimeoutMs:idleTimeout},
...startTimeout===void 0?{}:{startTimeoutMs:startTimeout},...queueTimeout===void 0?{}:{queueTimeoutMs:queueTimeout}}}function jobSpec({config,workspace},parts,options,settings=config.
settings){refuseProblems(config);let{model,effort,retries,...clocks}={...settings,...saidByOptions(options)},{kind,title,summary,prompt,permissions,resumeThreadId=null,
retryOf=null,review=null,outputSchema=null}=parts;return{id:options.key===void 0?newJobId(kind,Date.now()):jobIdOfKey(kind,options.key),kind,title,summary,sessionId:config.
settings.sessionId,key:options.key??null,retryOf,foreground:options.background!==!0,cwd:parts.cwd??workspace.cwd,request:{prompt,...permissions,model:model===null?
null:modelOf(model),effort,resumeThreadId,review,outputSchema,retries,clocks:{queueMs:clocks.queueTimeoutMs,startMs:clocks.startTimeoutMs,idleMs:clocks.idleTimeoutMs,
hardMs:clocks.jobTimeoutMs}}}}function nameOf(model){return model.trim()||null}function modelOf(name){return MODEL_ALIASES[name.toLowerCase()]??name}var MODEL_ALIASES,
init_job_spec=__esm({"src/client/job-spec.ts"(){"use strict";init_config();init_ids();MODEL_ALIASES={spark:"gpt-5.3-codex-spark"}}});function isDirectory(place2){try{return(0,import_node_fs10.statSync)(place2).isDirectory()}catch{return!1}}var import_node_fs10,init_is_directory=__esm({"src/ut\
il/is-directory.ts"(){"use strict";import_node_fs10=require("node:fs")}});function parseMessage(text2){let value;try{value=JSON.parse(text2)}catch{return invalid("not JSON")}return isRecord(value)?"method"in value?parseCall(value):parseReply(
value):invalid("not an object")}function parseCall(value){let{id,method,params}=value;return typeof method!="string"?invalid('"method" is not a string'):id===void 0?
{kind:"notification",method,params}:isRequestId(id)?{kind:"request",id,method,params}:invalid('"id" is no id')}function parseReply(value){let{id,result,error}=value;
return isRequestId(id)?error==null?{kind:"response",id,result}:{kind:"error",id,error:errorObject(error)}:invalid("neither a call nor a reply")}function errorObject(error){
let{code,message:message2,data}=isRecord(error)?error:{code:void 0,message:void 0,data:error};return{code:typeof code=="number"?code:RPC_ERRORS.internalError,message:typeof message2==
"string"?message2:"an error without a message",...data===void 0?{}:{data}}}function invalid(why){return{kind:"invalid",why}}function isRequestId(value){return typeof value==
"number"||typeof value=="string"}function isRecord(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}var RPC_ERRORS,RpcError,init_message=__esm(
{"src/rpc/message.ts"(){"use strict";RPC_ERRORS={parseError:-32700,invalidRequest:-32600,methodNotFound:-32601,invalidParams:-32602,internalError:-32603},RpcError=
class extends Error{name="RpcError";code;data;constructor(code,message2,data){super(message2),this.code=code,this.data=data}}}});function afterDeadline(ms2,late){let turn,timer=setTimeout(()=>{turn=setImmediate(late)},ms2);return()=>{clearTimeout(timer),clearImmediate(turn)}}async function within2(promise,ms2,what){
let cancel2=()=>{},expiry=new Promise((_,reject)=>{cancel2=afterDeadline(ms2,()=>reject(new DeadlineExceeded(what,ms2)))});try{return await Promise.race([promise,
expiry])}finally{cancel2()}}async function settledWithin(promise,ms2){let settled=promise.then(()=>!0,()=>!0);try{return await within2(settled,ms2,"the work")}catch{
return!1}}var DeadlineExceeded,init_deadline=__esm({"src/util/deadline.ts"(){"use strict";DeadlineExceeded=class extends Error{name="DeadlineExceeded";what;ms;constructor(what,ms2){
super(`No answer from ${what} within ${ms2} ms`),this.what=what,this.ms=ms2}}}});function deferred(){let resolve2=()=>{},reject=()=>{};return{promise:new Promise((ok,fail)=>{resolve2=ok,reject=fail}),resolve:resolve2,reject}}var init_deferred=__esm(
{"src/util/deferred.ts"(){"use strict"}});function monotonicMs(){let[seconds,nanoseconds]=process.hrtime();return seconds*1e3+nanoseconds/1e6}var init_monotonic=__esm({"src/util/monotonic.ts"(){"use str\
ict"}});var LineDecoder,init_lines=__esm({"src/rpc/lines.ts"(){"use strict";LineDecoder=class{#maxLineBytes;#partial=Buffer.alloc(0);#held=0;#dropping=!1;constructor(maxLineBytes){
this.#maxLineBytes=maxLineBytes}push(chunk){let lines=[],start2=0;for(let end=chunk.indexOf(10);end!==-1;end=chunk.indexOf(10,start2)){let line2=this.#complete(
chunk,start2,end);line2!==void 0&&lines.push(line2),start2=end+1}let oversize=this.#keep(chunk,start2);return oversize!==void 0&&lines.push(oversize),lines}end(){
return this.#held===0?[]:[{kind:"line",text:this.#takePartial()}]}#complete(chunk,start2,end){if(this.#dropping){this.#dropping=!1;return}return this.#held+end-
start2>this.#maxLineBytes?this.#oversize(chunk,start2,end):this.#held===0?{kind:"line",text:chunk.toString("utf8",start2,end)}:(this.#append(chunk,start2,end),{
kind:"line",text:this.#takePartial()})}#keep(chunk,start2){if(!(this.#dropping||start2===chunk.length)){if(this.#held+chunk.length-start2>this.#maxLineBytes)return this.#dropping=
!0,this.#oversize(chunk,start2,chunk.length);this.#append(chunk,start2,chunk.length)}}#oversize(chunk,start2,end){let bytes=this.#held+end-start2,head=this.#held>
0?this.#partial.subarray(0,this.#held):chunk.subarray(start2,end),sample=head.toString("utf8",0,Math.min(head.length,200));return this.#release(),{kind:"oversiz\
e",bytes,sample}}#append(chunk,start2,end){let needed=this.#held+end-start2;if(needed>this.#partial.length){let grown=Buffer.allocUnsafeSlow(Math.max(needed,4096,
this.#partial.length*2));this.#partial.copy(grown,0,0,this.#held),this.#partial=grown}chunk.copy(this.#partial,this.#held,start2,end),this.#held=needed}#takePartial(){
let text2=this.#partial.toString("utf8",0,this.#held);return this.#release(),text2}#release(){this.#held=0,this.#partial.length>65536&&(this.#partial=Buffer.alloc(
0))}}}});function failureOf(error){return error instanceof RpcError?"error":error instanceof DeadlineExceeded?"timeout":"closed"}var MAX_OVERDUE,Requests,init_requests=__esm(
{"src/rpc/requests.ts"(){"use strict";init_deadline();init_deferred();init_monotonic();init_message();MAX_OVERDUE=1e3,Requests=class{#options;#inFlight=new Map;#waiting=new Set;#overdue=new Map;#lastId=0;constructor(options){
this.#options=options}make(method,params,what,options){let{timeoutMs,onLate}=options;this.#lastId+=1;let release=afterDeadline(timeoutMs,()=>{onLate!==void 0&&this.#inFlight.
has(call.id)&&this.#expectLate(call.id,onLate),this.#settle(call,answer=>answer.reject(new DeadlineExceeded(what,timeoutMs)))}),call={id:this.#lastId,method,params,
answer:deferred(),release};return this.#watch(call),this.#waiting.add(call),this.#fill(),call.answer.promise}#watch({method,answer}){let{onSettled}=this.#options;
if(onSettled===void 0)return;let madeAtMs=monotonicMs(),settled=outcome=>onSettled({method,outcome,durationMs:monotonicMs()-madeAtMs});answer.promise.then(()=>settled(
"result"),error=>settled(failureOf(error)))}resolve(id,result){let onLate=this.#overdue.get(id);return this.#overdue.delete(id),onLate?.(result),this.#settleById(
id,answer=>answer.resolve(result))}reject(id,error){return this.#overdue.delete(id),this.#settleById(id,answer=>answer.reject(error))}rejectAll(reason2){let calls=[
...this.#inFlight.values(),...this.#waiting];this.#inFlight.clear(),this.#waiting.clear(),this.#overdue.clear();for(let{method,answer,release}of calls)release(),
answer.reject(reason2(method))}#expectLate(id,onLate){this.#overdue.set(id,onLate);let[oldest]=this.#overdue.keys();this.#overdue.size>MAX_OVERDUE&&oldest!==void 0&&
this.#overdue.delete(oldest)}#settleById(id,outcome){let call=typeof id=="number"?this.#inFlight.get(id):void 0;return call===void 0?!1:(this.#settle(call,outcome),
!0)}#settle(call,outcome){this.#inFlight.delete(call.id),this.#waiting.delete(call),call.release(),outcome(call.answer),this.#fill()}#fill(){for(let call of this.#waiting){
if(this.#inFlight.size>=this.#options.maxInFlight)return;this.#waiting.delete(call),this.#inFlight.set(call.id,call),this.#options.send(call.id,call.method,call.
params)}}}}});function endSoon(writable){if(writable.writableLength===0&&writable.destroy(),writable.destroyed)return;let timer=setTimeout(()=>writable.destroy(),LAST_WORDS_MS);
writable.once("close",()=>clearTimeout(timer)),writable.end(()=>writable.destroy())}function toErrorObject(error){return error instanceof RpcError?{code:error.code,
message:error.message,...error.data===void 0?{}:{data:error.data}}:{code:RPC_ERRORS.internalError,message:error instanceof Error?error.message:String(error)}}var SAMPLE_CHARS,
MAX_IN_FLIGHT,REQUEST_TIMEOUT_MS,LAST_WORDS_MS,ConnectionClosed,Peer,init_peer=__esm({"src/rpc/peer.ts"(){"use strict";init_deferred();init_monotonic();init_lines();
init_message();init_requests();SAMPLE_CHARS=200,MAX_IN_FLIGHT=64,REQUEST_TIMEOUT_MS=3e4,LAST_WORDS_MS=1e3,ConnectionClosed=class extends Error{name="ConnectionC\
losed"},Peer=class{closed;#connection;#options;#decoder;#requests;#closed=deferred();#state="open";#lastReceivedAtMs=monotonicMs();#lateReplies=0;#cause;#lastWords;constructor(connection,options){
this.#connection=connection,this.#options=options,this.closed=this.#closed.promise,this.#decoder=new LineDecoder(options.maxLineBytes),this.#requests=new Requests(
{maxInFlight:options.maxInFlight??MAX_IN_FLIGHT,send:(id,method,params)=>this.#send({id,method,params}),onSettled:options.onSettled}),this.#listen()}get lastReceivedAtMs(){
return this.#lastReceivedAtMs}get lateReplies(){return this.#lateReplies}request(method,params={},options={}){if(this.#state!=="open")return Promise.reject(this.#connectionClosed(
method));let timeoutMs=options.timeoutMs??this.#options.requestTimeoutMs??REQUEST_TIMEOUT_MS,what=`${this.#options.name} to "${method}"`;return this.#requests.make(
method,params,what,{...options,timeoutMs})}notify(method,params={}){this.#send({method,params})}discard(line2){this.#options.onGarbage?.(line2.slice(0,SAMPLE_CHARS),
Buffer.byteLength(line2))}close(){if(this.#state!=="open")return;this.#state="closing",this.#requests.rejectAll(method=>this.#connectionClosed(method));let{readable,
writable}=this.#connection,isSocket=Object.is(readable,writable);writable.end(()=>{isSocket&&readable.destroy()}),this.#limitLastWords()}destroy(){this.#connection.
writable.destroy(),this.#connection.readable.destroy(),this.#finish()}#listen(){let{readable,writable}=this.#connection;readable.on("data",chunk=>this.#receive(
chunk)),readable.on("end",()=>this.#deliverAll(this.#decoder.end())),readable.on("error",error=>this.#fail(error));for(let event of["end","close"])readable.on(event,
()=>this.#finish());writable.on("error",error=>this.#fail(error)),writable.on("close",()=>this.#limitLastWords())}#receive(chunk){this.#lastReceivedAtMs=monotonicMs(),
this.#deliverAll(this.#decoder.push(chunk))}#deliverAll(lines){for(let line2 of lines){if(this.#state!=="open")return;line2.kind==="oversize"?this.#options.onGarbage?.(
line2.sample,line2.bytes):this.#options.onLine?.(line2.text)!==!0&&this.#deliver(parseMessage(line2.text),line2.text)}}#deliver(message2,text2){switch(message2.
kind){case"notification":this.#options.onNotification?.(message2.method,message2.params,text2);return;case"response":this.#requests.resolve(message2.id,message2.
result)||(this.#lateReplies+=1);return;case"error":{let{code,message:sentence2,data}=message2.error;this.#requests.reject(message2.id,new RpcError(code,sentence2,
data))||(this.#lateReplies+=1);return}case"request":this.#answer(message2.id,message2.method,message2.params);return;case"invalid":text2.trim()!==""&&this.discard(
text2)}}async#answer(id,method,params){try{let handler=this.#options.onRequest;if(handler===void 0)throw new RpcError(RPC_ERRORS.methodNotFound,`Method not foun\
d: "${method}"`);let result=await handler(method,params,id);this.#send({id,result:result===void 0?null:result})}catch(error){this.#send({id,error:toErrorObject(
error)})}}#send(message2){let{writable}=this.#connection;if(this.#state!=="open"||!writable.writable)return;let{maxBufferedBytes=Number.POSITIVE_INFINITY,jsonrpc,
onOverflow}=this.#options,buffered=writable.writableLength;if(buffered>maxBufferedBytes){this.destroy(),onOverflow?.(buffered);return}writable.write(`${JSON.stringify(
jsonrpc?{jsonrpc:"2.0",...message2}:message2)}
`)}#fail(error){this.#cause??=error,this.#limitLastWords()}#limitLastWords(){this.#state==="closed"||this.#lastWords!==void 0||(this.#lastWords=setTimeout(()=>this.
destroy(),LAST_WORDS_MS))}#finish(){this.#state!=="closed"&&(this.#state="closed",clearTimeout(this.#lastWords),this.#requests.rejectAll(method=>this.#connectionClosed(
method)),endSoon(this.#connection.writable),this.#closed.resolve())}#connectionClosed(method){let{name}=this.#options,options=this.#cause===void 0?{}:{cause:this.#cause};
return new ConnectionClosed(`No answer to "${method}": the connection to ${name} is closed`,options)}}}});function isBrokerGone(error){return error instanceof ConnectionClosed||error instanceof Error&&error.name==="BusUnreachable"}var init_broker_gone=__esm({"src/cl\
ient/broker-gone.ts"(){"use strict";init_peer()}});function clientErrorOf(error){if(error instanceof ClientError)return error;let code=codeOf(error);return code===null?null:new ClientError(code,messageOf(error),
{cause:error})}function codeOf(error){return error instanceof CodexNotFound?"codex_unusable":error instanceof ConfigError||error instanceof DirectoryRefused||error instanceof
FileRefused?"misconfigured":error instanceof RpcError||error instanceof DeadlineExceeded||isBrokerGone(error)?"broker_unreachable":null}var ClientError,init_client_error=__esm(
{"src/client/client-error.ts"(){"use strict";init_codex_binary();init_config_error();init_fault();init_message();init_deadline();init_private_directory();init_regular_file();
init_broker_gone();ClientError=class extends Error{name="ClientError";code;constructor(code,message2,options){super(message2,options),this.code=code}}}});function permissionsOf({workspace,config},options,called){let{write:write2,network=!1,addDir=[]}=options;if(write2&&options.sandbox==="read-only")throw invalid2(
`Choose ${called.write} or ${called.sandbox} read-only, not both`);let chosen=options.sandbox??(write2?"workspace-write":"read-only");if((network||addDir.length>
0)&&chosen==="read-only")throw invalid2(`${called.network} and ${called.addDir} widen a sandbox that may write: add ${called.write}, or choose one with ${called.
sandbox}`);return{sandbox:chosen==="inherit"?null:chosen,network,addDirs:addDir.map(directory=>existingDirectory(import_node_path12.default.resolve(workspace.cwd,
directory))),onApproval:options.onApproval??withoutAsking(config.settings.onApproval)}}function withoutAsking(rule){return rule==="ask"?"decline":rule}function existingDirectory(directory){
if(isDirectory(directory))return directory;throw invalid2(`Cannot add "${directory}": it is not a directory`)}function invalid2(message2){return new ClientError(
"invalid_request",message2)}var import_node_path12,init_permissions=__esm({"src/client/permissions.ts"(){"use strict";import_node_path12=__toESM(require("node:path"),1);
init_is_directory();init_client_error()}});var SANDBOX_CHOICES,init_sandbox_choice=__esm({"src/client/sandbox-choice.ts"(){"use strict";init_job();SANDBOX_CHOICES=[...SANDBOXES,"inherit"]}});function taskParts({prompt,permissions,resumeThreadId}){return{kind:"task",title:resumeThreadId===null?"Codex Task":"Codex Resume",summary:oneLine(prompt,SUMMARY_CHARS),
prompt,permissions,resumeThreadId}}var SUMMARY_CHARS,init_task_parts=__esm({"src/client/task-parts.ts"(){"use strict";init_plain_text();SUMMARY_CHARS=96}});function jobWithKey(key,read2){for(let id of idsOfKey(key)){let job=read2(id);if(job!==null)return job}return null}function knownJob(spec,read2){if(spec.key===null)
return null;let job=jobWithKey(spec.key,read2);if(job===null)return null;let others=differences(spec,job);if(others.length===0)return job;throw new KeyTaken(`Ca\
nnot hand in the job under the key "${spec.key}": ${job.id} has it, with another ${others.join(" and another ")} (choose another key, or see "codex-companion re\
sult ${job.id}")`)}function differences(spec,job){let[asked,had]=[spec.request,job.request];return[["kind",spec.kind,job.kind],["prompt",asked.prompt,had.prompt],
["target",asked.review?.target??null,had.review?.target??null],["sandbox",[asked.sandbox,asked.network,asked.addDirs],[had.sandbox,had.network,had.addDirs]],["r\
ule for approvals",asked.onApproval,had.onApproval],["model",[asked.model,asked.effort],[had.model,had.effort]]].flatMap(([what,one,other])=>JSON.stringify(one)===
JSON.stringify(other)?[]:[what])}var KeyTaken,init_keyed_job=__esm({"src/status/keyed-job.ts"(){"use strict";init_ids();KeyTaken=class extends Error{name="KeyTa\
ken"}}});function readBrokerLabel(file){try{let parsed2=safeParse(BrokerLabelSchema,JSON.parse(readRegularFile(file,MAX_LABEL_BYTES)));return parsed2.success?parsed2.output:
null}catch{return null}}var MAX_LABEL_BYTES,BrokerLabelSchema,RUN_TAG_VARIABLE,init_broker_label=__esm({"src/status/broker-label.ts"(){"use strict";init_dist();
init_process_identity();init_regular_file();MAX_LABEL_BYTES=65536,BrokerLabelSchema=object({process:ProcessIdentitySchema,brokerId:string(),version:string(),startedAt:string(),
endpoint:string(),events:string(),proof:optional(string()),runTag:string(),codexPath:string(),codexHome:string()}),RUN_TAG_VARIABLE="CODEX_COMPANION_RUN"}});var node_child_process_exports={};__export(node_child_process_exports,{ChildProcess:()=>ChildProcess,_forkChild:()=>_forkChild,exec:()=>exec,execFile:()=>execFile,
execFileSync:()=>execFileSync,execSync:()=>execSync,fork:()=>fork,spawn:()=>spawn,spawnSync:()=>spawnSync});var real,bound,later,_forkChild,ChildProcess,exec,execFile,
execFileSync,execSync,fork,spawn,spawnSync,init_node_child_process=__esm({"late-builtin:node:child_process"(){real=name=>require("node:child_process")[name],bound=
(value,owner)=>typeof value=="function"?value.bind(owner):value,later=name=>new Proxy(function(){},{apply:(_,self2,args)=>Reflect.apply(real(name),self2,args),construct:(_,args)=>Reflect.
construct(real(name),args),get:(_,key)=>typeof real(name)=="function"?real(name)[key]:bound(real(name)[key],real(name))}),_forkChild=later("_forkChild"),ChildProcess=
later("ChildProcess"),exec=later("exec"),execFile=later("execFile"),execFileSync=later("execFileSync"),execSync=later("execSync"),fork=later("fork"),spawn=later(
"spawn"),spawnSync=later("spawnSync")}});function windowsProgram(name,systemRoot=ownSystemRoot()){let root=import_node_path13.default.win32.isAbsolute(systemRoot)?systemRoot:"C:\\Windows";return import_node_path13.default.
win32.join(root,PLACES[name])}function ownSystemRoot(){return process.env.SystemRoot??""}var import_node_path13,PLACES,init_windows_program=__esm({"src/util/win\
dows-program.ts"(){"use strict";import_node_path13=__toESM(require("node:path"),1),PLACES={cmd:"System32\\cmd.exe",taskkill:"System32\\taskkill.exe",powershell:"\
System32\\WindowsPowerShell\\v1.0\\powershell.exe"}}});function signalWay(platform,pid,signal,reach){return platform!=="win32"?{id:"kill",target:reach==="group"?-pid:pid}:signal!=="SIGKILL"?{id:"none"}:{id:"run",command:[
windowsProgram("taskkill"),"/T","/F","/PID",String(pid)]}}function signalProcess(pid,signal,reach){let way=signalWay(process.platform,pid,signal,reach);if(way.id===
"none")return!1;if(way.id==="run")return run(way.command);try{return process.kill(way.target,signal)}catch{return!1}}function run([program2,...args]){return spawnSync(
program2,args,{stdio:"ignore",timeout:TASKKILL_MS,windowsHide:!0}).status===0}var TASKKILL_MS,HAS_PROCESS_GROUPS,init_process_tree=__esm({"src/util/process-tree\
.ts"(){"use strict";init_node_child_process();init_windows_program();TASKKILL_MS=5e3;HAS_PROCESS_GROUPS=process.platform!=="win32"}});function remembering(ask2,exists2,clock=()=>monotonicMs()){let seen=new Map,now=pid=>{let what=exists2(pid)?ask2(pid):ABSENT;return what.kind==="seen"?seen.set(
pid,{what,atMs:clock()}):seen.delete(pid),what};return{now,unlessSeen:(pid,startTime)=>{let last3=seen.get(pid),counts2=last3?.what.startTime===startTime&&clock()-
last3.atMs<BELIEVED_MS&&exists2(pid);return last3!==void 0&&counts2?last3.what:now(pid)}}}var BELIEVED_MS,ABSENT,init_recently_seen=__esm({"src/status/recently-\
seen.ts"(){"use strict";init_monotonic();BELIEVED_MS=2e3;ABSENT={kind:"absent"}}});function observe(pid,startTime){if(!Number.isSafeInteger(pid)||pid<=0)return{kind:"absent"};if(process.platform==="linux"){let stat=readProc(pid,"stat");return stat===
null?exists(pid)?{kind:"unreadable"}:{kind:"absent"}:parseStat(stat)}return startTime===void 0||process.platform!=="win32"?slowly.now(pid):slowly.unlessSeen(pid,
startTime)}function parseStat(stat){let fields=stat.slice(stat.lastIndexOf(")")+2).split(" "),startTime=fields[19];return startTime===void 0?{kind:"unreadable"}:
{kind:"seen",state:stateOf(fields[0]??""),startTime}}function processQuery(platform,pid){if(platform!=="win32")return["/bin/ps","-p",String(pid),"-o","stat=,lst\
art="];let query=`"R $((Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks)"`;return[windowsProgram("powershell"),"-NoProfile","-NonInteractive","-Comman\
d",query]}function tableRemedy(platform=process.platform){return platform==="linux"?"mount /proc":`see what "${processQuery(platform,process.pid)[0]}" says`}function parseQuery(platform,printed){
let lines=(printed??"").split(/\r?\n/u).filter(line2=>line2.trim()!==""),match=lines.length===1?(platform==="win32"?TICKS_LINE:PS_LINE).exec(lines[0]?.trim()??""):
null;return match?.[1]===void 0||match[2]===void 0?{kind:"unreadable"}:{kind:"seen",state:stateOf(match[1]),startTime:match[2]}}function stateOf(letters){return/^[ZX]/u.
test(letters)?"zombie":/^[Tt]/u.test(letters)?"stopped":"running"}function queryProcess(platform,pid){let[file,...args]=processQuery(platform,pid);try{return execFileSync(
file,args,{encoding:"utf8",stdio:["ignore","pipe","ignore"],timeout:QUERY_MS,windowsHide:!0,...platform==="win32"?{}:{env:{LC_ALL:"C",TZ:"UTC"}}})}catch{return null}}
function exists(pid){try{return process.kill(pid,0)}catch(error){return errorCode(error)!=="ESRCH"}}function processIds(){return(0,import_node_fs11.readdirSync)(
"/proc").filter(name=>/^\d+$/u.test(name)).map(Number)}function readProc(pid,file){try{return(0,import_node_fs11.readFileSync)(`/proc/${pid}/${file}`,"latin1")}catch{
return null}}function readBootId(){if(process.platform!=="linux")return NO_BOOT_ID;let bootId2=(0,import_node_fs11.readFileSync)("/proc/sys/kernel/random/boot_i\
d","latin1").trim(),namespace=pidNamespace();return namespace===MACHINE_NAMESPACE?bootId2:`${bootId2}${WITHIN}${namespace}`}function isOutside(otherBootId,ownBootId2){
return ownBootId2.startsWith(`${otherBootId}${WITHIN}`)}function pidNamespace(){try{return(0,import_node_fs11.readlinkSync)("/proc/self/ns/pid")}catch{return MACHINE_NAMESPACE}}
var import_node_fs11,NO_BOOT_ID,MACHINE_NAMESPACE,WITHIN,QUERY_MS,SHOWS_ENVIRONMENTS,slowly,PS_LINE,TICKS_LINE,init_process_table=__esm({"src/status/process-tab\
le.ts"(){"use strict";init_node_child_process();import_node_fs11=require("node:fs");init_system_error();init_windows_program();init_recently_seen();NO_BOOT_ID="\
none",MACHINE_NAMESPACE="pid:[4026531836]",WITHIN=" within ",QUERY_MS=5e3,SHOWS_ENVIRONMENTS=process.platform==="linux";slowly=remembering(pid=>parseQuery(process.
platform,queryProcess(process.platform,pid)),exists);PS_LINE=/^([A-Z?][A-Za-z<+]*)\s+(\S.*\d{1,2}[:.]\d{2}[:.]\d{2}.*)$/u,TICKS_LINE=/^(R)\s+(\d{15,20})$/u}});function self(){if(ownIdentity??=identify(process.pid)??void 0,ownIdentity===void 0)throw new Error(`Cannot tell the start time of pid ${process.pid}: the proce\
ss table is not readable (${tableRemedy()})`);return ownIdentity}function identify(pid){let seen=observe(pid);return seen.kind==="seen"&&seen.state!=="zombie"?{
bootId:bootId(),pid,startTime:seen.startTime}:null}function isAlive(identity){return probe(identity)==="alive"}function isStopped(identity){let seen=observe(identity.
pid);return isAmongOurs(identity,seen)&&seen.kind==="seen"&&seen.state==="stopped"}function isRunning(pid){let seen=observe(pid);return seen.kind==="unreadable"||
seen.kind==="seen"&&seen.state!=="zombie"}function probe(identity){return decide(identity,bootId(),observe(identity.pid,identity.startTime))}function decide(identity,currentBootId,seen){
if(isOutside(identity.bootId,currentBootId))return"alive";if(identity.bootId!==currentBootId)return"rebooted";switch(seen.kind){case"absent":return"gone";case"u\
nreadable":return"alive";case"seen":return seen.startTime!==identity.startTime?"reused":seen.state==="zombie"?"zombie":"alive"}}function signalIfSame(identity,signal){
return send(identity,signal,"process")}function send(identity,signal,reach){return!Number.isSafeInteger(identity.pid)||identity.pid<=1||!isAmongOurs(identity,observe(
identity.pid))?!1:signalProcess(identity.pid,signal,reach)}function isAmongOurs(identity,seen){return identity.bootId===bootId()&&decide(identity,bootId(),seen)===
"alive"}function bootId(){return ownBootId??=readBootId(),ownBootId}var ownIdentity,ownBootId,init_liveness=__esm({"src/status/liveness.ts"(){"use strict";init_process_tree();
init_process_table()}});function temporaryFor(file){return counter+=1,`${file}.${process.pid}-${counter}.tmp`}function isTemporary(name){return name.endsWith(".tmp")}function writeFileAtomic(file,content,durable){
let temporary=temporaryFor(file),descriptor=(0,import_node_fs12.openSync)(temporary,"wx",384);try{try{(0,import_node_fs12.writeFileSync)(descriptor,content),durable&&
(0,import_node_fs12.fsyncSync)(descriptor)}finally{(0,import_node_fs12.closeSync)(descriptor)}renameFile(temporary,file)}catch(error){throw(0,import_node_fs12.rmSync)(
temporary,{force:!0}),error}durable&&syncDirectory(import_node_path14.default.dirname(file))}var import_node_fs12,import_node_path14,counter,init_atomic_file=__esm(
{"src/util/atomic-file.ts"(){"use strict";import_node_fs12=require("node:fs"),import_node_path14=__toESM(require("node:path"),1);init_directory_entry();counter=
Math.floor(Math.random()*2**40)}});function*backoff(firstMs,maxMs){for(let delay=firstMs;;delay=Math.min(delay*2,maxMs))yield delay*(.75+Math.random()*.25)}var init_backoff=__esm({"src/util/backo\
ff.ts"(){"use strict"}});function removeIfPossible(file){try{return removeFile(file),!0}catch{return!1}}var init_remove_file=__esm({"src/status/remove-file.ts"(){"use strict";init_directory_entry()}});function writeError(file,error){let code=errorCode(error),remedy=code===null?void 0:REMEDIES[code];return new Error(`Cannot write "${file}": ${messageOf(error)}${remedy===
void 0?"":` (${remedy})`}`,{cause:error})}var REMEDIES,init_write_error=__esm({"src/status/write-error.ts"(){"use strict";init_fault();init_system_error();REMEDIES=
{ENOSPC:"free some disk space",EDQUOT:"free some disk space",EACCES:"check the owner and mode of its directory",EPERM:"check the owner and mode of its directory",
EROFS:"choose a place that can be written with CODEX_COMPANION_STATE_DIR"}}});function tryAcquire(directory,request){ensurePrivateDirectory(directory);let[holding]=liveClaims(directory);if(holding!==void 0)return{ok:!1,heldBy:holding.holder};
let at=Date.now(),name=`claim.${at.toString(36).padStart(9,"0")}.${process.pid}.${newNonce()}`,content={...self(),...request,at:new Date(at).toISOString()};writeClaim(
within(directory,name),content);let rival=rivalOf(directory,name);return rival!==null?(withdraw(directory,name),{ok:!1,heldBy:rival.holder}):(removeDead(directory),
{ok:!0,lock:{isHeld:()=>(0,import_node_fs13.existsSync)(within(directory,name)),release:()=>withdraw(directory,name)}})}async function acquire(directory,request){
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
removeFile(within(directory,name))}var import_node_fs13,import_promises,LockHolderSchema,TIE_BOUND_MS,TIE_PAUSE_MS,MAX_CLAIM_BYTES,CLAIM,CLAIM_TEMPORARY,init_lock=__esm(
{"src/status/lock.ts"(){"use strict";import_node_fs13=require("node:fs"),import_promises=require("node:timers/promises");init_dist();init_ids();init_process_identity();
init_atomic_file();init_backoff();init_directory_entry();init_monotonic();init_names_in();init_pause_sync();init_private_directory();init_regular_file();init_system_error();
init_within();init_liveness();init_remove_file();init_write_error();LockHolderSchema=object({...ProcessIdentitySchema.entries,role:picklist(["broker","reader","\
writer"]),holder:string(),at:string()}),TIE_BOUND_MS=1e3,TIE_PAUSE_MS=1,MAX_CLAIM_BYTES=4096,CLAIM=/^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+$/u,CLAIM_TEMPORARY=/^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+\..*\.tmp$/u}});function endOrRetry(job,failed,nowMs=Date.now()){if(job?.status!=="running"||!mayRetry(job,failed.reason))return failed;let{jobId:jobId2,reason:reason2,message:message2}=failed,
retryAt=new Date(nowMs+delayMs(job.attempt)).toISOString();return{type:"job.retrying",jobId:jobId2,reason:reason2,message:message2,attempt:job.attempt+1,of:job.
request.retries+1,retryAt}}function mayRetry(job,reason2){return PASSING2.has(reason2)&&job.stopping===null&&!job.work.acted&&job.attempt<=job.request.retries}function delayMs(attempt){
return Math.min(LONGEST_RETRY_MS,FIRST_RETRY_MS*2**(attempt-1))*(.75+Math.random()*.25)}var PASSING2,FIRST_RETRY_MS,LONGEST_RETRY_MS,init_retry=__esm({"src/stat\
us/retry.ts"(){"use strict";PASSING2=new Set(["app_server_exited","app_server_unresponsive","broker_lost","server_overloaded"]),FIRST_RETRY_MS=1e3,LONGEST_RETRY_MS=
6e4}});function taggedProcesses(){return SHOWS_ENVIRONMENTS?processIds().flatMap(pid=>{if(pid===process.pid||pid===1)return[];let environment=environmentOf(pid),tag=valueIn(
environment,RUN_TAG_VARIABLE);if(tag===null)return[];let identity=identify(pid);if(identity===null||environmentOf(pid)!==environment)return[];let stateRoot=valueIn(
environment,"CODEX_COMPANION_STATE_DIR"),threadId=valueIn(environment,THREAD_VARIABLE);return[{identity,tag,program:programOf(pid),stateRoot,threadId}]}):null}function sweepRun(runTag){
return sweep(({tag})=>tag===runTag)}async function sweep(isMeant){let killed=new Set;for(let round=0;round<SWEEP_ROUNDS;round+=1){let left=(taggedProcesses()??[]).
filter(isMeant);if(left.length===0)break;for(let{identity}of left)signalIfSame(identity,"SIGKILL")&&killed.add(`${identity.pid} ${identity.startTime}`);await(0,import_promises2.setTimeout)(
SWEEP_PAUSE_MS)}return killed.size}function environmentOf(pid){return readProc(pid,"environ")??""}function valueIn(environment,variable){let start2=`\0${variable}\
=`,at=`\0${environment}`.indexOf(start2);if(at===-1)return null;let[value=""]=environment.slice(at+start2.length-1).split("\0",1);return Buffer.from(value,"lati\
n1").toString("utf8")}function programOf(pid){let[program2=""]=(readProc(pid,"cmdline")??"").split("\0");return program2.slice(program2.lastIndexOf("/")+1)}var import_promises2,
SWEEP_ROUNDS,SWEEP_PAUSE_MS,THREAD_VARIABLE,init_tagged_processes=__esm({"src/status/tagged-processes.ts"(){"use strict";import_promises2=require("node:timers/promises");
init_broker_label();init_liveness();init_process_table();SWEEP_ROUNDS=50,SWEEP_PAUSE_MS=10,THREAD_VARIABLE="CODEX_THREAD_ID"}});function withFile(file,absent,use){let descriptor;try{descriptor=openRegularFile(file)}catch(error){if(isMissing(error))return absent;throw error}try{return use(
descriptor,(0,import_node_fs14.fstatSync)(descriptor).size)}finally{(0,import_node_fs14.closeSync)(descriptor)}}function lastLinesStart(descriptor,size,count){if(count<=
0)return size;let missing=count;for(let end=size-1;end>0;){let start2=Math.max(0,end-CHUNK_BYTES2),chunk=readRange(descriptor,start2,end);for(let at=chunk.lastIndexOf(
NEWLINE);at>=0;at=at===0?-1:chunk.lastIndexOf(NEWLINE,at-1))if(missing-=1,missing===0)return start2+at+1;end=start2}return 0}function readRange(descriptor,start2,end){
let bytes=Buffer.alloc(Math.max(0,end-start2)),done=0;for(;done<bytes.length;){let read2=(0,import_node_fs14.readSync)(descriptor,bytes,done,bytes.length-done,start2+
done);if(read2===0)break;done+=read2}return bytes.subarray(0,done)}function incompleteTail(bytes){for(let back=1;back<=Math.min(3,bytes.length);back+=1){let byte=bytes[bytes.
length-back]??0;if((byte&192)===128)continue;return(byte>=240?4:byte>=224?3:byte>=192?2:1)>back?back:0}return 0}var import_node_fs14,CHUNK_BYTES2,NEWLINE,init_log_bytes=__esm(
{"src/status/log-bytes.ts"(){"use strict";import_node_fs14=require("node:fs");init_regular_file();init_system_error();CHUNK_BYTES2=64*1024,NEWLINE=10}});function stampedLine(line2){let[,time,text2]=STAMPED.exec(line2)??[];return time===void 0||text2===void 0?null:{time,text:text2}}var STAMPED,LOOK_BYTES,init_log_stamp=__esm(
{"src/status/log-stamp.ts"(){"use strict";init_log_bytes();STAMPED=/^\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\] (.*)$/su,LOOK_BYTES=64*1024}});var EVENT_VERSION,jobId,SHUTDOWN_CAUSES,ShutdownCauseSchema,LogRangeSchema,reason,interruption,JobEventSchema,BrokerEventSchema,BusEventSchema,EnvelopeSchema,init_event=__esm(
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
t has none, or the log was begun anew."),event:described(BusEventSchema,"What happened.")})}});function unreachable(value){throw new Error(`Unexpected value: ${JSON.stringify(value)}`)}var init_unreachable=__esm({"src/util/unreachable.ts"(){"use strict"}});function logLines(event,at){let log="";for(let{text:text2,body}of linesOf(event))log+=`[${at}] ${oneLine(text2,LINE_CHARS)}
`,body!==void 0&&(log+=`${plainText(body).trimEnd()}
`);return log}function linesOf(event){switch(event.type){case"job.queued":return[line("Queued",event.summary)];case"job.started":return[{text:`Starting ${event.
title}.`}];case"job.threadReady":return[{text:`Thread ready (${event.threadId}).`}];case"job.turnStarted":return[{text:`Turn started (${event.turnId}).`}];case"\
job.progressed":return event.facts.map(lineOfFact).filter(one=>one!==null);case"job.asked":return[line(`Codex asks to be allowed ${event.question.what}`,event.question.
subject)];case"job.answered":return[{text:`Answered by ${event.by}: ${event.decision}.`}];case"job.stopping":return[{text:event.cause==="cancel"?"Cancelling.":`\
Stopping (${event.cause}).`}];case"job.adopted":return[{text:`Taken over by another broker (${event.owner.brokerId}).`}];case"job.retrying":return[line(`Attempt\
 ${event.attempt-1} of ${event.of} failed (${event.reason}), trying again`,event.message)];case"job.completed":return[block("Final output",event.finalMessage)];case"\
job.failed":return[line(`Failed (${event.reason})`,event.message)];case"job.cancelled":return[{text:`Cancelled by ${event.by}.`}];default:return unreachable(event)}}
function lineOfFact(fact){switch(fact.kind){case"itemStarted":return startOf(fact);case"itemEnded":return fact.status==="completed"?null:line(`Item ${fact.status}`,
fact.label);case"messageCompleted":return block("Assistant message",fact.text);case"reviewCompleted":return block("Review output",fact.text);case"reasoningCompl\
eted":return block("Reasoning summary",fact.sections.join(`

`));case"commandCompleted":return line(`Command ${fact.status}`,`${fact.command}${fact.exitCode===null?"":` (exit ${fact.exitCode})`}`);case"filesChanged":return line(
`File changes ${fact.status}`,severalOf(fact.paths));case"subAgentStarted":return line("Sub-agent started",`${fact.label} (${fact.threadId})`);case"retrying":return line(
"Retrying",fact.message);case"errorReported":return line("Error",fact.message);case"noticed":return line("Notice",fact.message);case"clockJumped":return line("N\
otice",clockSentence(fact.byMs));case"turnRenamed":case"streamed":case"messageStreamed":case"usageUpdated":return null;default:return unreachable(fact)}}function startOf({
phase,label:label2,said}){return phase==="reviewing"?label2==="review output"?null:line("Reviewer started",label2):said===!0||phase==="editing"?null:{text:`Runn\
ing ${label2}`}}function clockSentence(byMs){let by=`${Math.round(Math.abs(byMs)/1e3)} s`;return byMs>0?`The wall clock went ahead by ${by}: the machine slept, \
or its clock was set; deadlines count the time it was awake`:`The wall clock went back by ${by}: it was set; deadlines do not feel it`}function line(head,detail){
return{text:`${head}: ${detail}`}}function block(text2,body){return{text:text2,body}}function severalOf(paths){let more=paths.length-FILES_SHOWN;return`${paths.
slice(0,FILES_SHOWN).join(", ")}${more>0?` and ${more} more`:""}`}var LINE_CHARS,FILES_SHOWN,init_log_lines=__esm({"src/status/log-lines.ts"(){"use strict";init_event();
init_plain_text();init_unreachable();LINE_CHARS=2e3,FILES_SHOWN=10}});function readLog(file,selection={}){return withFile(file,{text:"",end:0},(descriptor,size)=>{let from=Math.min(size,Math.max(0,selection.fromByte??0)),start2=selection.
lastLines===void 0?from:Math.max(from,lastLinesStart(descriptor,size,selection.lastLines)),bytes=readRange(descriptor,start2,size),whole=bytes.subarray(0,bytes.
length-incompleteTail(bytes));return{text:whole.toString("utf8"),end:start2+whole.length}})}function progressPreview(file,count){let lines=previewText(file).split(
`
`).flatMap(line2=>stampedLine(line2)?.text??[]);return count<=0?[]:lines.filter(line2=>!BLOCK_TITLES.has(line2)).slice(-count)}function previewText(file){try{return withFile(
file,"",(descriptor,size)=>readRange(descriptor,Math.max(0,size-PREVIEW_BYTES),size).toString("utf8"))}catch{return""}}var PREVIEW_BYTES,BLOCK_TITLES,init_log=__esm(
{"src/status/log.ts"(){"use strict";init_log_bytes();init_log_stamp();init_log_lines();PREVIEW_BYTES=256*1024,BLOCK_TITLES=new Set(["Assistant message","Reasoni\
ng summary","Review output","Final output"])}});function isThere2(file){return(0,import_node_fs15.lstatSync)(file,{throwIfNoEntry:!1})!==void 0}var import_node_fs15,init_is_there=__esm({"src/util/is-there.ts"(){
"use strict";import_node_fs15=require("node:fs")}});function olderPartOf(log){return`${log}.1`}var init_log_place=__esm({"src/status/log-place.ts"(){"use strict"}});function write(part2,bytes){for(let done=0;done<bytes.length;){let written=(0,import_node_fs16.writeSync)(part2.descriptor,bytes,done,bytes.length-done);done+=written,
part2.size+=written}}function endsLine({descriptor,size}){return size===0||readRange(descriptor,size-1,size).toString()===`
`}var import_node_fs16,import_node_path15,MAX_LOG_BYTES,APPENDING,JobLogWriter,init_log_writer=__esm({"src/status/log-writer.ts"(){"use strict";import_node_fs16=
require("node:fs"),import_node_path15=__toESM(require("node:path"),1);init_directory_entry();init_is_there();init_regular_file();init_log_bytes();init_log_place();
MAX_LOG_BYTES=64*1024*1024,APPENDING=import_node_fs16.constants.O_RDWR|import_node_fs16.constants.O_APPEND|import_node_fs16.constants.O_CREAT,JobLogWriter=class{#file;#onError;#partBytes;#open;#closed=!1;#reported=!1;constructor(file,{
onError=()=>{},maxBytes=MAX_LOG_BYTES}={}){this.#file=file,this.#onError=onError,this.#partBytes=maxBytes/2}append(text2){let start2=this.#open?.size??0;if(this.#closed)
return{start:start2,end:start2};try{return this.#append(Buffer.from(text2,"utf8"))}catch(error){this.#reported||this.#onError(error),this.#reported=!0;let size=this.#open?.
size??0;return this.#closePart(),{start:size,end:size}}}close(){this.#closed=!0,this.#closePart()}#append(bytes){let part2=this.#opened();part2.size>0&&part2.size+
bytes.length>this.#partBytes&&(part2=this.#begunAnew());let start2=part2.size;return write(part2,bytes),part2.isWhole?{start:start2,end:part2.size}:null}#begunAnew(){
let older=olderPartOf(this.#file),dropped=isThere2(older)?"; what was there before has been dropped":"";this.#closePart(),renameFile(this.#file,older);let part2=this.#opened(),
line2=`The log was too long and goes on here: what came before is in "${import_node_path15.default.basename(older)}"${dropped}.`;return write(part2,Buffer.from(
`[${new Date().toISOString()}] ${line2}
`)),part2}#opened(){if(this.#open!==void 0)return this.#open;let descriptor=openRegularFile(this.#file,APPENDING,384),isWhole=!isThere2(olderPartOf(this.#file)),
part2={descriptor,isWhole,size:(0,import_node_fs16.fstatSync)(descriptor).size};return this.#open=part2,endsLine(part2)||write(part2,Buffer.from(`
`)),part2}#closePart(){this.#open!==void 0&&(0,import_node_fs16.closeSync)(this.#open.descriptor),this.#open=void 0}}}});function last(list,limit){return list.length<=limit?list:list.slice(-limit)}var init_last=__esm({"src/util/last.ts"(){"use strict"}});function newWork(){return{lastMessage:null,unfinished:null,reasoningSummary:[],touchedFiles:[],commands:[],childThreadIds:[],usage:null,earlierUsage:null,lastNotice:null,
clockJumpMs:0,acted:!1}}var init_new_record=__esm({"src/status/new-record.ts"(){"use strict";init_job()}});function workWith(work,facts){let added={commands:[],reasoningSummary:[],touchedFiles:[],childThreadIds:[]},next=facts.reduce((soFar,fact)=>afterFact(soFar,fact,
added),work),{commands,reasoningSummary,touchedFiles,childThreadIds}=added;return{...next,commands:newest(work.commands,commands,MAX_COMMANDS),reasoningSummary:newest(
work.reasoningSummary,reasoningSummary,MAX_REASONING_SECTIONS),touchedFiles:first2(work.touchedFiles,touchedFiles,MAX_TOUCHED_FILES),childThreadIds:first2(work.
childThreadIds,childThreadIds,MAX_CHILD_THREADS)}}function afterFact(work,fact,added){switch(fact.kind){case"messageStreamed":return{...work,unfinished:continued(
work.unfinished,fact)};case"itemEnded":return fact.itemId===work.unfinished?.itemId?{...work,unfinished:null}:work;case"messageCompleted":case"reviewCompleted":
return{...work,lastMessage:fact.text};case"reasoningCompleted":return added.reasoningSummary.push(...shortened(fact.sections)),work;case"itemStarted":return fact.
said===!0?work:acted(work);case"commandCompleted":return added.commands.push({command:fact.command,exitCode:fact.exitCode}),acted(work);case"filesChanged":return fact.
status==="completed"&&added.touchedFiles.push(...fact.paths),acted(work);case"subAgentStarted":return added.childThreadIds.push(fact.threadId),acted(work);case"\
usageUpdated":return{...work,usage:work.earlierUsage===null?fact.usage:addUsage(work.earlierUsage,fact.usage)};case"retrying":case"errorReported":case"noticed":
return{...work,lastNotice:fact.message};case"clockJumped":return{...work,clockJumpMs:work.clockJumpMs+fact.byMs};default:return work}}function acted(work){return work.
acted?work:{...work,acted:!0}}function newest(list,more,limit){return more.length===0?list:last([...list,...more],limit)}function first2(list,more,limit){return more.
length===0?list:[...new Set([...list,...more])].slice(0,limit)}function continued(before,{itemId:itemId2,text:text2}){let known=before?.itemId===itemId2?before.
text:"";return known.length>=MAX_UNFINISHED_CHARS-1?before:{itemId:itemId2,text:(known+text2).slice(0,MAX_UNFINISHED_CHARS).replace(/[\ud800-\udbff]$/u,"")}}function shortened(sections){
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
ob.failed":return{...finish(job,context,"failed",`${event.reason}: ${event.message}`),status:"failed",phase:"failed",startedAt:startOf2(job),completedAt:context.
at,reason:event.reason,errorMessage:event.message,comeBackAt:event.comeBackAt??null,interruption:event.interruption};case"job.cancelled":return{...finish(job,context,
"cancelled",`by ${event.by}`),status:"cancelled",phase:"cancelled",startedAt:startOf2(job),completedAt:context.at,interruption:event.interruption};default:return unreachable(
event)}}function started(job,event,context){if(job.status!=="queued")return job;let{retryAt:_retryAt,...common2}=job;return{...common2,...traced(job,context,"st\
arted",job.request.retries===0?null:`attempt ${job.attempt+1}`),status:"running",phase:"starting",attempt:job.attempt+1,startedAt:context.at,deadlineAt:event.deadlineAt,
broker:event.broker,appServer:event.appServer,stopping:null,lastProgressAt:context.at}}function retrying(job,event,context){let{startedAt:_startedAt,...common2}=withoutProcesses(
job),{reason:reason2,message:message2,attempt,of,retryAt}=event,{usage:usage2}=job.work;return{...common2,...traced(job,context,"retrying",`attempt ${attempt} o\
f ${of} after ${reason2}: ${message2}`),status:"queued",phase:"queued",threadId:null,turnId:null,resolved:null,work:{...newWork(),usage:usage2,earlierUsage:usage2},
openItems:[],questions:[],lastProgressAt:null,retryAt}}function answered(job,{questionId,decision,by},context){let questions=job.questions.filter(({id})=>id!==questionId);
return questions.length===job.questions.length?job:{...job,...traced(job,context,"answered",`${decision} by ${by}`),questions}}function adopted(job,event,context){
return job.status!=="queued"?job:{...job,...traced(job,context,"adopted",event.owner.brokerId),owner:event.owner}}function stopping(job,event,context){return job.
stopping!==null?job:{...job,...traced(job,context,"stopping",event.cause),phase:event.cause==="cancel"?"cancelling":"stopping",stopping:{cause:event.cause,at:context.
at}}}function progressed(job,facts,context){let{phase,turnId}=job,open=new Map(job.openItems.map(item=>[item.itemId,item]));for(let fact of facts)switch(fact.kind){case"\
itemStarted":{let{itemId:itemId2,label:label2,command}=fact;open.set(itemId2,{itemId:itemId2,label:label2,command,since:context.at}),phase=fact.phase;break}case"\
itemEnded":case"commandCompleted":case"filesChanged":open.delete(fact.itemId);break;case"turnRenamed":turnId=fact.turnId;break;default:}return{...job,turnId,work:workWith(
job.work,facts),openItems:last([...open.values()],MAX_OPEN_ITEMS),phase:job.stopping===null?phase:job.phase,lastEventAt:context.at,lastProgressAt:facts.some(isProgress)?
context.at:job.lastProgressAt}}function finish(job,context,event,detail){return{...commonOf(job),...traced(job,context,event,detail),questions:[]}}function commonOf(job){
if(job.status==="running")return withoutProcesses(job);let{retryAt:_retryAt,...common2}=job;return common2}function withoutProcesses(job){let{deadlineAt:_deadlineAt,
broker:_broker,appServer:_appServer,stopping:_stopping,...common2}=job;return common2}function startOf2(job){return job.status==="running"?job.startedAt:null}function whileRunning(job,change2){
return job.status==="running"?change2(job):job}function traced(job,context,event,detail){let entry={at:context.at,event,source:context.source,detail:detail?.slice(
0,MAX_DETAIL_CHARS)??null};return{history:last([...job.history,entry],MAX_HISTORY),lastEventAt:context.at}}var MAX_HISTORY,MAX_DETAIL_CHARS,MAX_OPEN_ITEMS,MAX_QUESTIONS,
init_reduce=__esm({"src/status/reduce.ts"(){"use strict";init_fact();init_job();init_last();init_unreachable();init_new_record();init_work();MAX_HISTORY=200,MAX_DETAIL_CHARS=
2e3,MAX_OPEN_ITEMS=200,MAX_QUESTIONS=50}});function readRecord(file,id){let text2;try{text2=readRegularFile(file,MAX_RECORD_BYTES)}catch(error){return isMissing(error)?{ok:!1,damage:null}:damaged(file,"i\
naccessible",error instanceof FileRefused?error.why:messageOf(error))}try{return parseRecord(file,id,JSON.parse(text2))}catch(error){return damaged(file,"malfor\
med",messageOf(error))}}function parseRecord(file,id,value){let version=safeParse(VersionSchema,value);if(version.success&&version.output.schemaVersion>JOB_SCHEMA_VERSION)
return damaged(file,"newer",`written by a newer version (schema ${version.output.schemaVersion})`);let parsed2=safeParse(JobRecordSchema,value);if(!parsed2.success)
return damaged(file,"malformed",issuesOf(parsed2.issues));if(parsed2.output.id!==id)return damaged(file,"malformed",`it is the record of "${parsed2.output.id}"`);
let{logFile}=parsed2.output;return import_node_path16.default.basename(logFile)!==`${id}.log`?damaged(file,"malformed",`"${logFile}" is not the log of "${id}"`):
{ok:!0,job:parsed2.output}}function issuesOf(issues){return issues.slice(0,3).map(issue=>`${getDotPath(issue)??"record"}: ${issue.message}`).join("; ")}function damaged(file,kind,why){
return{ok:!1,damage:{file,kind,why:oneLine(why,WHY_CHARS)}}}var import_node_path16,MAX_RECORD_BYTES,WHY_CHARS,VersionSchema,init_record_file=__esm({"src/status/\
record-file.ts"(){"use strict";import_node_path16=__toESM(require("node:path"),1);init_dist();init_fault();init_job();init_plain_text();init_regular_file();init_system_error();
MAX_RECORD_BYTES=128*1024*1024,WHY_CHARS=500,VersionSchema=object({schemaVersion:number()})}});function writeRecord(file,job,durable){try{writeFileAtomic(file,`${JSON.stringify(job)}
`,durable)}catch(error){throw writeError(file,error)}}var init_write_record=__esm({"src/status/write-record.ts"(){"use strict";init_atomic_file();init_write_error()}});var import_node_fs17,import_node_path17,ActiveJobs,init_active_jobs=__esm({"src/status/active-jobs.ts"(){"use strict";import_node_fs17=require("node:fs"),import_node_path17=
__toESM(require("node:path"),1);init_ids();init_directory_entry();init_names_in();init_within();init_record_file();init_remove_file();init_write_record();ActiveJobs=
class{#directory;#records;#kept=new Set;constructor(directory,records){this.#directory=directory,this.#records=records}fileOf(id){return within(this.#directory,
`${id}.json`)}ids(){return namesIn(this.#directory).filter(name=>name.endsWith(".json")).map(name=>import_node_path17.default.basename(name,".json")).filter(isJobId)}read(id){
let job=this.#records.read(this.fileOf(id),id);if(job!==null||this.#records.damageOf(this.fileOf(id))?.kind!=="malformed")return job;let synced=readRecord(this.#syncedOf(
id),id);return synced.ok?synced.job:null}isSound(id){return this.#records.read(this.fileOf(id),id)!==null}write(job,durable){durable||this.#keepSynced(job.id),writeRecord(
this.fileOf(job.id),job,durable),durable&&this.#dropSynced(job.id)}remove(id){this.#dropSynced(id),removeIfPossible(this.fileOf(id))}restore(id){try{renameFile(
this.#syncedOf(id),this.fileOf(id))}catch{}}#keepSynced(id){if(!this.#kept.has(id)){this.#kept.add(id);try{(0,import_node_fs17.linkSync)(this.fileOf(id),this.#syncedOf(
id))}catch{}}}#dropSynced(id){this.#kept.delete(id),removeIfPossible(this.#syncedOf(id))}#syncedOf(id){return`${this.fileOf(id)}.synced`}}}});function findId(ids,text2){if(text2==="")return{kind:"none"};let matches=[...new Set(ids)].filter(id=>answersTo(id,text2)).sort(),[only,...others]=matches;return only===
void 0?{kind:"none"}:others.length>0?{kind:"ambiguous",ids:matches}:{kind:"one",id:only}}function answersTo(id,text2){return id.startsWith(text2)||shortId(id).startsWith(
text2)||id.endsWith(text2)}var init_find_id=__esm({"src/status/find-id.ts"(){"use strict";init_ids()}});var import_node_fs18,SETTLED_MS,DirectoryNames,init_directory_names=__esm({"src/status/directory-names.ts"(){"use strict";import_node_fs18=require("node:fs");init_names_in();
SETTLED_MS=2e3,DirectoryNames=class{#directory;#known;constructor(directory){this.#directory=directory}sorted(){let found=(0,import_node_fs18.lstatSync)(this.#directory,
{bigint:!0,throwIfNoEntry:!1});if(found===void 0)return[];let version=`${found.dev}:${found.ino}:${found.ctimeNs}`;if(this.#known?.version===version)return this.#known.
names;let names=namesIn(this.#directory).sort(),isSettled=Date.now()-Number(found.ctimeMs)>SETTLED_MS;return this.#known=isSettled?{version,names}:void 0,names}}}});function finishedName(job){let completedAtMs=Math.max(0,Date.parse(job.completedAt)),{usage:usage2}=job.work,tokens=usage2===null?[]:[tokensText(usage2)];return[
completedAtMs.toString(36).padStart(9,"0"),sessionTagOf(job.sessionId),...tokens,job.id,"json"].join(".")}function parseFinishedName(name){let[,completed="",sessionTag=null,
tokens=null,id=""]=FINISHED.exec(name)??[];return isJobId(id)?{name,id,completedAtMs:Number.parseInt(completed,36),sessionTag,tokens}:null}function tokensText(usage2){
let{totalTokens,inputTokens,cachedInputTokens,cacheWriteInputTokens,outputTokens,reasoningOutputTokens}=usage2;return[totalTokens,inputTokens,cachedInputTokens,
cacheWriteInputTokens,outputTokens,reasoningOutputTokens].map(tokens=>Math.min(Math.max(0,Math.round(tokens)),Number.MAX_SAFE_INTEGER).toString(36)).join("-")}function usageIn(tokens){
let numbers=tokens.split("-").map(digits=>Number.parseInt(digits,36)),[total=0,input=0,cachedInput=0,cacheWriteInput=0,output=0,reasoningOutput=0]=numbers;return{
totalTokens:total,inputTokens:input,cachedInputTokens:cachedInput,cacheWriteInputTokens:cacheWriteInput,outputTokens:output,reasoningOutputTokens:reasoningOutput}}
function sessionTagOf(sessionId){return sessionId===null?NO_SESSION:sha256Hex(sessionId).slice(0,TAG_CHARS)}var FINISHED,NO_SESSION,TAG_CHARS,init_finished_name=__esm(
{"src/status/finished-name.ts"(){"use strict";init_ids();init_sha256();FINISHED=/^([0-9a-z]{9})\.(?:([0-9a-z]{1,8})\.)?(?:([0-9a-z]+(?:-[0-9a-z]+){5})\.)?([^.]+)\.json$/u,
NO_SESSION="0",TAG_CHARS=8}});function idIn(name){let end=name.length-5;return name.slice(name.lastIndexOf(".",end-1)+1,end)}var FinishedJobs,FinishedListing,init_finished_jobs=__esm({"src/s\
tatus/finished-jobs.ts"(){"use strict";init_job();init_directory_entry();init_within();init_directory_names();init_finished_name();init_write_record();FinishedJobs=
class{#directory;#records;#names;constructor(directory,records){this.#directory=directory,this.#records=records,this.#names=new DirectoryNames(directory)}now(){
return new FinishedListing(this.#names.sorted(),entry=>this.open(entry))}open({name,id}){let job=this.#records.read(this.fileOf(name),id);return job!==null&&isFinished(
job)?job:null}fileOf(name){return within(this.#directory,name)}remove(name){removeFile(this.fileOf(name))}write(job){writeRecord(this.fileOf(finishedName(job)),
job,!0)}},FinishedListing=class{names;#open;constructor(names,open){this.names=names,this.#open=open}*entries(){for(let at=this.names.length-1;at>=0;at-=1){let entry=parseFinishedName(
this.names[at]??"");entry!==null&&(yield entry)}}*newest({sessionId,except}={}){let tag=sessionId===void 0?null:sessionTagOf(sessionId),taken=new Set;for(let entry of this.
entries()){let{id,sessionTag}=entry;if(taken.has(id)||except?.has(id)===!0||tag!==null&&sessionTag!==null&&sessionTag!==tag)continue;let job=this.#open(entry);job===
null||sessionId!==void 0&&job.sessionId!==sessionId||(taken.add(id),yield job)}}endOf(id){return this.endsOf(new Set([id])).get(id)??null}endsOf(ids){let ends=new Map;
for(let name of ids.size===0?[]:this.names){let id=idIn(name);if(!ids.has(id)||ends.has(id))continue;let entry=parseFinishedName(name),job=entry===null?null:this.#open(
entry);job!==null&&ends.set(id,job)}return ends}}}});function putBack(from,to){try{(0,import_node_fs19.linkSync)(from,to),syncDirectory(import_node_path18.default.dirname(to))}catch(error){if(errorCode(error)!=="E\
EXIST")throw writeError(to,error)}removeFile(from)}function unusedName(file){for(let n=0;;n+=1){let name=n===0?file:`${file}.${n}`;if(!isThere2(name))return name}}
var import_node_fs19,import_node_path18,Quarantine,init_quarantine=__esm({"src/status/quarantine.ts"(){"use strict";import_node_fs19=require("node:fs"),import_node_path18=
__toESM(require("node:path"),1);init_ids();init_directory_entry();init_is_there();init_names_in();init_private_directory();init_system_error();init_within();init_record_file();
init_write_error();Quarantine=class{#directory;#records;constructor(directory,records){this.#directory=directory,this.#records=records}get damages(){return namesIn(
this.#directory).flatMap(name=>{let reading=readRecord(within(this.#directory,name),name.split(".").find(isJobId)??"");return reading.ok||reading.damage===null?
[]:[reading.damage]})}ids(){return namesIn(this.#directory).flatMap(name=>name.split(".").find(isJobId)??[])}setAsideIfMalformed(file,id){this.#records.read(file,
id);let damage=this.#records.damageOf(file);if(damage?.kind!=="malformed")return[];let moved=this.#setAside(file,id);return moved===null?[]:[{...damage,file:moved}]}#setAside(file,id){
let target=unusedName(within(this.#directory,import_node_path18.default.basename(file)));ensurePrivateDirectory(this.#directory);try{renameFile(file,target)}catch(error){
if(isMissing(error))return null;throw writeError(target,error)}return this.#records.forget(file),readRecord(target,id).ok?(putBack(target,file),null):target}}}});var RecordReader,init_record_reader=__esm({"src/status/record-reader.ts"(){"use strict";init_is_there();init_record_file();RecordReader=class{#damage=new Map;read(file,id){
let reading=readRecord(file,id);return reading.ok||reading.damage===null?this.#damage.delete(file):this.#damage.set(file,reading.damage),reading.ok?reading.job:
null}get damaged(){return[...this.#damage.values()].filter(({file})=>isThere2(file))}damageOf(file){return this.#damage.get(file)}forget(file){this.#damage.delete(
file)}}}});function removeTemporaries(directory){for(let name of namesIn(directory).filter(isTemporary)){let writer=WRITER.exec(name)?.[1];writer!==void 0&&!isRunning(Number(
writer))&&removeIfPossible(within(directory,name))}}var WRITER,init_temporaries=__esm({"src/status/temporaries.ts"(){"use strict";init_atomic_file();init_names_in();
init_within();init_liveness();init_remove_file();WRITER=/\.(\d+)-\d+\.tmp$/u}});function storeDirectories(directory){return[directory,...PARTS.map(part2=>within(directory,part2))]}function first3(items,limit=Number.POSITIVE_INFINITY){let taken=[];
if(limit<=0)return taken;for(let item of items)if(taken.push(item),taken.length>=limit)break;return taken}function repeated(ids){let once2=new Set;return new Set(
ids.filter(id=>once2.has(id)||!once2.add(id)))}function checkedId(id){if(!isJobId(id))throw new Error(`Cannot use "${id}" as the name of a file: it is not a job\
 id`);return id}var import_node_fs20,AlreadyFinished,QUARANTINE_LOOKS_AT,PARTS,JobStore,init_store=__esm({"src/status/store.ts"(){"use strict";import_node_fs20=
require("node:fs");init_ids();init_job();init_directory_entry();init_private_directory();init_within();init_active_jobs();init_find_id();init_finished_jobs();init_quarantine();
init_record_reader();init_temporaries();AlreadyFinished=class extends Error{name="AlreadyFinished";finished;constructor(finished){super(`Cannot change ${finished.
id}: it is "${finished.status}" since ${finished.completedAt}`),this.finished=finished}},QUARANTINE_LOOKS_AT=64,PARTS=["active","finished","quarantine","logs"];
JobStore=class _JobStore{directory;#records=new RecordReader;#active;#finished;#quarantine;constructor(directory){this.directory=directory,this.#active=new ActiveJobs(
this.#place("active"),this.#records),this.#finished=new FinishedJobs(this.#place("finished"),this.#records),this.#quarantine=new Quarantine(this.#place("quarant\
ine"),this.#records)}static open(directory){for(let part2 of storeDirectories(directory))checkPrivateDirectory(part2);return new _JobStore(directory)}write(job,options){
checkedId(job.id);let ended=this.#finished.now().endOf(job.id);if(ended!==null)throw new AlreadyFinished(ended);this.#makePlaces(),isFinished(job)?(this.#finished.
write(job),this.#active.remove(job.id)):this.#active.write(job,options.durable)}read(id){if(!isJobId(id))return null;let active=this.#active.read(id);return this.#finished.
now().endOf(id)??active}isHarmed(id){return!this.#active.isSound(id)&&this.#finished.now().endOf(id)===null}listActive(){return this.#readActive().active}newestFinished(selection={}){
return this.#finished.now().newest(selection)}listFinished({limit,...selection}={}){return first3(this.newestFinished(selection),limit)}ids(){return new Set([...this.#active.
ids(),...Array.from(this.#finished.now().entries(),({id})=>id)])}idsOnDisk(){return new Set([...this.ids(),...this.#quarantine.ids()])}list({finishedLimit,sessionId}={}){
let{active,ended,finished}=this.#readActive(),ofSession2=typeof sessionId=="string"?first3(finished.newest({sessionId}),finishedLimit):[],jobs=[...active,...ended,
...ofSession2,...first3(finished.newest(),finishedLimit)];return[...new Map(jobs.map(job=>[job.id,job])).values()]}findByPrefix(text2){let exact=this.read(text2);
if(exact!==null)return{kind:"found",job:exact};let match=findId(this.ids(),text2);if(match.kind!=="one")return match;let job=this.read(match.id);return job===null?
{kind:"none"}:{kind:"found",job}}get stamp(){return["active","finished"].map(part2=>(0,import_node_fs20.statSync)(this.#place(part2),{throwIfNoEntry:!1,bigint:!0})).
map(folder=>folder?.mtimeNs??"none").join(" ")}get damaged(){return this.#records.damaged}get quarantined(){return this.#quarantine.damages}get activeDirectory(){
return this.#place("active")}get logDirectory(){return this.#place("logs")}logFile(id){return within(this.logDirectory,`${checkedId(id)}.log`)}finishedNames(){return this.#finished.
now().names}finishedEntries(){return this.#finished.now().entries()}*removable(entries){let active=new Set(this.#active.ids()),twice=repeated(Array.from(this.finishedEntries(),
({id})=>id));for(let entry of entries)!active.has(entry.id)&&!twice.has(entry.id)&&this.#finished.open(entry)!==null&&(yield entry)}removeFinished({name}){this.#finished.
remove(name)}quarantine(){let active=this.#active.ids().flatMap(id=>{let moved=this.#quarantine.setAsideIfMalformed(this.#active.fileOf(id),id);return moved.length>
0&&this.#active.restore(id),moved}),finished=first3(this.#finished.now().entries(),QUARANTINE_LOOKS_AT).flatMap(({id,name})=>this.#quarantine.setAsideIfMalformed(
this.#finished.fileOf(name),id));return[...active,...finished]}sweepTemporaries(){for(let part2 of["active","finished"])removeTemporaries(this.#place(part2));removeTemporaries(
this.directory);for(let id of this.#finished.now().endsOf(new Set(this.#active.ids())).keys())this.#active.remove(id)}#readActive(){let ids=this.#active.ids(),records=ids.
flatMap(id=>this.#active.read(id)??[]),finished=this.#finished.now(),ends=finished.endsOf(new Set(ids));return{active:records.filter(job=>!isFinished(job)).filter(
({id})=>!ends.has(id)),ended:[...records.filter(isFinished),...ends.values()],finished}}#makePlaces(){ensurePrivateDirectory(this.directory,{durable:!0}),PARTS.
filter(part2=>ensurePrivateDirectory(this.#place(part2))).length>0&&syncDirectory(this.directory)}#place(part2){return within(this.directory,part2)}}}});function writeChange(store,job,event,source){let changed=changedBy(job,event,source);for(let record2 of changed){let log=new JobLogWriter(store.logFile(job.id));
log.append(logLines(event,record2.updatedAt)),log.close();try{store.write(record2,{durable:!0})}catch(error){if(error instanceof AlreadyFinished)return[error.finished];
throw error}}return changed}function changedBy(job,event,source){let after=reduce(job,event,{at:new Date().toISOString(),source});return after===job?[]:[after]}
var init_write_end=__esm({"src/status/write-end.ts"(){"use strict";init_job();init_log();init_log_writer();init_reduce();init_store()}});function reconcile(records,facts){let corrections=[],ownerless=[];for(let job of records)job.status==="running"&&!facts.isAlive(job.broker)?corrections.push({job,
event:lost(job,facts)}):job.status==="queued"&&facts.lockHolder(job.owner.brokerKey)===null&&ownerless.push(job);return{corrections,ownerless}}function lost(job,facts){
let appServer=facts.isAlive(job.appServer)?`its app-server (pid ${job.appServer.pid}) still ran`:`its app-server (pid ${job.appServer.pid}) is gone, too`;return endOrRetry(
job,{type:"job.failed",jobId:job.id,reason:"broker_lost",message:`The broker of this job (pid ${job.broker.pid}) ended without finishing it; ${appServer}`,interruption:null})}
async function readReconciled(store,options){let settled=new Map,whys=new Map,{corrections}=reconcile(store.listActive(),worldOf(options));for(let[brokerKey2,group]of byBrokerKey(
corrections)){let{jobs:jobs2,why}=await settle(store,brokerKey2,group,options);for(let job of jobs2)settled.set(job.id,job),why!==null&&whys.set(job.id,why)}let{
finishedLimit,sessionId=null}=options,stored=store.list(finishedLimit===void 0?{}:{finishedLimit,sessionId}).filter(job=>isFinished(job)||job.rev>=(settled.get(
job.id)?.rev??0));for(let job of stored)settled.delete(job.id);let jobs=[...stored,...settled.values()].sort(byLastChange),unsaved=[...whys].filter(([jobId2])=>settled.
has(jobId2)).map(([jobId2,why])=>({jobId:jobId2,why}));return{jobs,ownerless:reconcile(jobs,worldOf(options)).ownerless,damaged:[...store.damaged,...store.quarantined],
unsaved}}async function settle(store,brokerKey2,corrections,options){let source=options.reader??`reader-${process.pid}`,inMemory=why=>({jobs:corrections.flatMap(
c=>changedBy(c.job,c.event,source)),why});try{let attempt=await acquire(options.lockDirFor(brokerKey2),{role:"reader",holder:source,timeoutMs:WAIT_FOR_READERS_MS});
if(!attempt.ok){let{role,pid}=attempt.heldBy;return inMemory(role==="broker"?null:`another reader, pid ${pid}, holds the lock`)}try{return await settleLocked(store,
brokerKey2,corrections,options,source)}finally{attempt.lock.release()}}catch(error){return inMemory(messageOf(error))}}async function settleLocked(store,brokerKey2,corrections,options,source){
let current=corrections.flatMap(({job})=>store.read(job.id)??[]),still=reconcile(current.filter(job=>job.owner.brokerKey===brokerKey2),worldOf(options)).corrections;
if(still.length===0)return{jobs:[],why:null};for(let{job}of still)signalIfSame(job.appServer,"SIGKILL");let runTag=options.runTagOf?.(brokerKey2)??null;return runTag!==
null&&await sweepRun(runTag),{jobs:still.flatMap(({job,event})=>writeChange(store,job,event,source)),why:null}}function worldOf(options){let holders=new Map;return{
isAlive,lockHolder:brokerKey2=>{let known=holders.get(brokerKey2);if(known!==void 0)return known;let holder=inspect(options.lockDirFor(brokerKey2)),brokerId=holder?.
role==="broker"?holder.holder:null;return holders.set(brokerKey2,brokerId),brokerId}}}function byBrokerKey(corrections){let groups=new Map;for(let correction of corrections){
let key=correction.job.owner.brokerKey;groups.set(key,[...groups.get(key)??[],correction])}return groups}function byLastChange(a,b){return a.updatedAt!==b.updatedAt?
a.updatedAt<b.updatedAt?1:-1:a.id<b.id?1:-1}var WAIT_FOR_READERS_MS,init_reconcile=__esm({"src/status/reconcile.ts"(){"use strict";init_fault();init_job();init_liveness();
init_lock();init_retry();init_tagged_processes();init_write_end();WAIT_FOR_READERS_MS=1e3}});var init_broker_exit=__esm({"src/contract/broker-exit.ts"(){"use strict"}});var real2,bound2,later2,connect,Socket,init_node_net=__esm({"late-builtin:node:net"(){real2=name=>require("node:net")[name],bound2=(value,owner)=>typeof value==
"function"?value.bind(owner):value,later2=name=>new Proxy(function(){},{apply:(_,self2,args)=>Reflect.apply(real2(name),self2,args),construct:(_,args)=>Reflect.
construct(real2(name),args),get:(_,key)=>typeof real2(name)=="function"?real2(name)[key]:bound2(real2(name)[key],real2(name))}),connect=later2("connect"),Socket=
later2("Socket")}});var Labels,HistogramSampleSchema,SampleSchema,meaning,unit,FamilySchema,MetricsSchema,init_metrics=__esm({"src/contract/metrics.ts"(){"use strict";init_dist();init_finite_number();
init_instant();Labels=record(string(),string()),HistogramSampleSchema=object({labels:Labels,count:number(),sum:FiniteNumberSchema,buckets:array(object({le:number(),
count:number()}))}),SampleSchema=object({labels:Labels,value:FiniteNumberSchema}),meaning=string(),unit=nullable(string()),FamilySchema=variant("type",[object({
type:picklist(["counter","gauge"]),unit,meaning,samples:array(SampleSchema)}),object({type:literal("histogram"),unit,meaning,samples:array(HistogramSampleSchema)})]),
MetricsSchema=object({since:InstantSchema,families:record(string(),FamilySchema)})}});var Text,RateLimitWindowSchema,RateLimitSchema,init_rate_limit=__esm({"src/contract/rate-limit.ts"(){"use strict";init_dist();init_finite_number();init_instant();
Text=nullable(string()),RateLimitWindowSchema=object({usedPercent:FiniteNumberSchema,windowDurationMins:nullable(FiniteNumberSchema),resetsAt:nullable(InstantSchema)}),
RateLimitSchema=object({limitId:Text,limitName:Text,planType:Text,primary:nullable(RateLimitWindowSchema),secondary:nullable(RateLimitWindowSchema),credits:nullable(
object({hasCredits:boolean(),unlimited:boolean(),balance:Text})),updatedAt:InstantSchema})}});var CONTROL_VERSION,CONTROL_ERRORS,APP_SERVER_STATES,AppServerStatusSchema,MetricsEndpointStatusSchema,BrokerStatusSchema,WAIT_REASONS,WaitingForJobSchema,WorkerSchema,
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
SHUTTING_DOWN="notifications/broker/shuttingDown",ShuttingDownSchema=object({brokerId:string(),cause:ShutdownCauseSchema,message:string(),exitStatus:number(),successor:boolean()})}});function helloOf(endpoint,answer){let spoken=spokenIn(answer),hello=safeParse(CONTROL_METHODS.hello.result,answer);if(!hello.success||spoken?.protocolVersion!==
CONTROL_VERSION)throw new BrokerOfOtherVersion(endpoint,spoken);return hello.output}function answerOf(endpoint,method,answer){let schema=CONTROL_METHODS[method].
result,read2=safeParse(schema,answer);if(!read2.success)throw new BrokerOfOtherVersion(endpoint,null);return read2.output}function refusedHello(endpoint,error){
return error instanceof RpcError&&REFUSALS.has(error.code)?new BrokerOfOtherVersion(endpoint,spokenIn(error.data),error):null}function spokenIn(data){let spoken=safeParse(
SpokenSchema,data);return spoken.success?spoken.output:null}function differenceOf(spoken){let ours=`this codex-companion ${VERSION}`;return spoken===null||spoken.
protocolVersion===CONTROL_VERSION?`is of another version: what it answers is not the protocol ${CONTROL_VERSION} of ${ours}`:`is of another version${spoken.brokerVersion===
void 0?"":` (${oneLine(spoken.brokerVersion,VERSION_CHARS)})`}: it speaks protocol ${spoken.protocolVersion}, ${ours} speaks ${CONTROL_VERSION}`}function remedyFor(spoken){
let replace='run "codex-companion broker restart --force" to replace it, which ends its jobs';return spoken!==null&&spoken.protocolVersion>CONTROL_VERSION?`upda\
te codex-companion, or ${replace}`:replace}var VERSION_CHARS,SpokenSchema,BrokerOfOtherVersion,REFUSALS,init_other_version=__esm({"src/client/other-version.ts"(){
"use strict";init_dist();init_control();init_version();init_message();init_plain_text();init_client_error();VERSION_CHARS=40,SpokenSchema=object({protocolVersion:pipe(
number(),integer()),brokerVersion:optional(string())}),BrokerOfOtherVersion=class extends ClientError{name="BrokerOfOtherVersion";constructor(endpoint,spoken,cause){
let message2=`The broker at "${endpoint}" ${differenceOf(spoken)} (${remedyFor(spoken)})`;super("broker_incompatible",message2,{cause})}};REFUSALS=new Set([CONTROL_ERRORS.
versionMismatch,CONTROL_ERRORS.helloRequired,RPC_ERRORS.invalidParams,RPC_ERRORS.invalidRequest,RPC_ERRORS.methodNotFound])}});async function opened(endpoint,signal){let socket=connect(endpoint);signal!==void 0&&(0,import_node_stream.addAbortSignal)(signal,socket);let connected=new Promise(
(resolve2,reject)=>{socket.once("connect",resolve2),socket.once("error",reject)});try{return await within2(connected,HELLO_MS,`"${endpoint}"`),socket}catch(error){
throw socket.destroy(),error instanceof DeadlineExceeded?new BrokerUnresponsive(endpoint,error):new BrokerAbsent(`No broker at "${endpoint}": ${messageOf(error)}`,
{cause:error})}}var import_node_stream,HELLO_MS,BUSY_HELLO_MS,MAX_ANSWER_BYTES,BrokerAbsent,BrokerUnresponsive,ControlClient,init_control_client=__esm({"src/cli\
ent/control-client.ts"(){"use strict";init_node_net();import_node_stream=require("node:stream");init_dist();init_control();init_fault();init_version();init_peer();
init_deadline();init_client_error();init_other_version();HELLO_MS=2e3,BUSY_HELLO_MS=1e4,MAX_ANSWER_BYTES=64*1024*1024,BrokerAbsent=class extends Error{name="Bro\
kerAbsent"},BrokerUnresponsive=class extends ClientError{name="BrokerUnresponsive";constructor(endpoint,cause){let message2=`The broker at "${endpoint}" does no\
t respond (run "codex-companion broker restart --force" to replace it)`;super("broker_unreachable",message2,{cause})}},ControlClient=class _ControlClient{endpoint;hello;closed;#peer;constructor(endpoint,peer,hello){
this.endpoint=endpoint,this.#peer=peer,this.hello=hello,this.closed=peer.closed}static async connect(endpoint,options={}){let socket=await opened(endpoint,options.
signal),peer=new Peer({readable:socket,writable:socket},{name:"the broker",jsonrpc:!0,maxLineBytes:MAX_ANSWER_BYTES,onNotification:(method,params)=>{let notice=method===
SHUTTING_DOWN?safeParse(ShuttingDownSchema,params):null;notice?.success&&options.onShuttingDown?.(notice.output)}}),client={name:"codex-companion",version:VERSION,
pid:process.pid},{watching=!1,submitting=!1}=options;try{let params={protocolVersion:CONTROL_VERSION,client,watching,submitting},hello=peer.request("hello",params,
{timeoutMs:BUSY_HELLO_MS});if(!await settledWithin(hello,HELLO_MS)&&options.mayBeBusy?.()!==!0)throw new DeadlineExceeded(`"${endpoint}"`,HELLO_MS);return new _ControlClient(
endpoint,peer,helloOf(endpoint,await hello))}catch(error){throw peer.destroy(),error instanceof DeadlineExceeded?new BrokerUnresponsive(endpoint,error):error instanceof
ConnectionClosed?new BrokerAbsent(error.message):refusedHello(endpoint,error)??error}}async call(method,params,timeoutMs){let answer=await this.#peer.request(method,
params,timeoutMs===void 0?{}:{timeoutMs});return answerOf(this.endpoint,method,answer)}close(){this.#peer.close()}}}});var init_environment=__esm({"src/config/environment.ts"(){"use strict"}});var import_node_path19,SCRIPT,init_npm_program=__esm({"src/util/npm-program.ts"(){"use strict";import_node_path19=__toESM(require("node:path"),1);init_search_path();
SCRIPT=import_node_path19.default.join("node_modules","npm","bin","npm-cli.js")}});function packageFault({found,code,message:message2,said}){if(!found||INCOMPLETE.has(code)||NO_MANIFEST.test(message2))return{id:"incomplete"};let[,platform]=NO_BINARY.
exec(message2)??[];if(platform!==void 0)return{id:"unsupported",platform};let refused2=said.flatMap(line2=>REFUSED.exec(line2)?.[1]??[]),[why=message2]=refused2.
filter(reason2=>!isLost(reason2));return refused2.length>0&&refused2.every(isLost)?{id:"incomplete"}:{id:"unloadable",why:oneLine(why,WHY_CHARS2)}}function isLost(reason2){
return NO_SUCH_FILE.test(reason2)||DAMAGED.test(reason2)}function faultSentence(name,fault){switch(fault.id){case"incomplete":return`the package "${name}" is no\
t installed, or only in part`;case"unsupported":return`the package "${name}" has no binary for this platform, ${fault.platform}`;case"unloadable":return`the bin\
ary of the package "${name}" cannot be loaded: ${fault.why}`}}var WHY_CHARS2,LoadFailureSchema,NO_MANIFEST,NO_BINARY,NO_SUCH_FILE,DAMAGED,REFUSED,INCOMPLETE,init_package_fault=__esm(
{"src/client/package-fault.ts"(){"use strict";init_dist();init_plain_text();WHY_CHARS2=200,LoadFailureSchema=object({found:boolean(),code:string(),message:string(),
said:array(string())}),NO_MANIFEST=/manifest file/iu,NO_BINARY=/^(?:Failed to load .*? Error: )?No compatible \S+ addon found for ([^.]*)\./u,NO_SUCH_FILE=/^Cannot find module/u,
DAMAGED=/file too short|cannot read file data|invalid ELF header|not a valid Win32 application|not a mach-o file|slice is not valid/iu,REFUSED=/Failed to load addon at .*?: (?:\w*Error: )?(.*)/u,
INCOMPLETE=new Set(["MODULE_NOT_FOUND","SyntaxError"])}});function run2(file,args,options){return(0,import_node_util.promisify)(execFile)(file,args,{...options,windowsHide:!0})}async function brokenPackages(program2){return(await Promise.
all(RUNTIME_PACKAGES.map(name=>lookAt(program2,name)))).filter(broken2=>broken2!==null)}async function lookAt(program2,name){try{return await run2(process.execPath,
["-e",LOADER,program2,name],{timeout:LOAD_MS,killSignal:"SIGKILL"}),null}catch(error){let fault=packageFault(failureIn(error));return{name,fault,what:faultSentence(
name,fault),remedy:remedyFor2(program2,name,fault)}}}function failureIn(error){let{stdout,signal}=parse(EndedSchema,error),said=safeParse(pipe(string(),parseJson(),
LoadFailureSchema),stdout);return said.success?said.output:{found:!0,code:"ended",message:signal==="SIGKILL"?`it takes more than ${LOAD_MS/1e3} s`:`it ends the \
process (${signal??"no signal"})`,said:[]}}function remedyFor2(program2,name,fault){return fault.id==="incomplete"?installRemedy(program2):`run "npm rebuild ${name}\
" in "${folderOf(program2,name)}" to build it here, which needs CMake and a C++ compiler`}function installRemedy(program2){let folder=packageFolder(program2);return folder===
null?"install codex-companion again":`run "npm ci --ignore-scripts" in "${folder}"`}function folderOf(program2,name){let file=(0,import_node_module2.createRequire)(
program2).resolve(name);return file.slice(0,file.lastIndexOf(import_node_path20.default.join(import_node_path20.default.sep,"node_modules",import_node_path20.default.
sep)))}async function runtimePackagesError(program2,cause){let[broken2]=await brokenPackages(program2);return broken2===void 0?null:new ClientError("packages_mi\
ssing",`Cannot reach the broker: ${broken2.what} (${broken2.remedy})`,{cause})}function packageFolder(program2){let folder=import_node_path20.default.dirname(import_node_path20.default.
dirname(program2));return(0,import_node_fs21.existsSync)(import_node_path20.default.join(folder,"package-lock.json"))&&dependsOnAll(folder)?folder:null}function dependsOnAll(folder){
try{let{dependencies={}}=JSON.parse((0,import_node_fs21.readFileSync)(import_node_path20.default.join(folder,"package.json"),"utf8"));return RUNTIME_PACKAGES.every(
name=>name in dependencies)}catch{return!1}}var import_node_fs21,import_node_module2,import_node_path20,import_node_util,RUNTIME_PACKAGES,LOAD_MS,LOADER,EndedSchema,
init_runtime_packages=__esm({"src/client/runtime-packages.ts"(){"use strict";init_node_child_process();import_node_fs21=require("node:fs"),import_node_module2=require("node:module"),
import_node_path20=__toESM(require("node:path"),1),import_node_util=require("node:util");init_dist();init_environment();init_npm_program();init_client_error();init_package_fault();
RUNTIME_PACKAGES=["zeromq"],LOAD_MS=1e4,LOADER=`
  const [program, name] = process.argv.slice(1);
  const said = [];
  let found = false;
  console.warn = console.error = (...words) => void said.push(words.join(' '));
  try {
    const load = require('node:module').createRequire(program);
    load.resolve(name);
    found = true;
    load(name);
  } catch (error) {
    process.stdout.write(JSON.stringify({ found, code: error.code ?? error.name, message: String(error.message), said }));
    process.exitCode = 1;
  }
`;EndedSchema=object({stdout:optional(string(),""),signal:optional(nullable(string()),null)})}});var daemon_exports={};__export(daemon_exports,{BROKER_START_MS:()=>BROKER_START_MS,ensureBroker:()=>ensureBroker,findBroker:()=>findBroker,noBroker:()=>noBroker});
async function findBroker(paths,options={}){let label2=readBrokerLabel(paths.label);if(label2===null)return null;let{impatient=!1,...connecting}=options;try{let mayBeBusy=()=>!impatient&&
!isStopped(label2.process),client=await ControlClient.connect(label2.endpoint,{...connecting,mayBeBusy});return label2.proof===client.hello.proof?client:(client.
close(),null)}catch(error){if(error instanceof BrokerAbsent||error instanceof BrokerOfOtherVersion&&!isAlive(label2.process))return null;throw error}}async function ensureBroker(context,options={}){
let place2=context.place(options.codexHome),giveUpAtMs=monotonicMs()+BROKER_START_MS,starting,starts=0;for(;monotonicMs()<giveUpAtMs;){options.signal?.throwIfAborted();
let client=await findBroker(place2.paths,options);if(client!==null)return client;if(!context.startsBrokers)throw noBroker(context);if(starting?.failed)throw await failureOf2(
context,place2,starting);if(isNobodyComing(place2,starting)){if(options.onStarting?.(),refuseProblems(context.config),starting?.status!==0&&(starts+=1),starts>MAX_STARTS)
throw startFailed(place2,`${MAX_STARTS} of them ended while they were starting`);starting=startBroker(context,place2,environmentFor(context,place2,options.codexHome))}
await(0,import_promises3.setTimeout)(POLL_MS)}throw startFailed(place2,`nothing answered within ${BROKER_START_MS} ms`)}function isNobodyComing({paths},starting){
return starting?.ended!==!1&&inspect(paths.lock)?.role!=="broker"}function environmentFor({config},place2,codexHome=config.codexHome){let{environment}=config,isDefault=!environment.
CODEX_HOME&&codexHome===config.codexHome;return{...environment,[RUN_TAG_VARIABLE]:void 0,CODEX_COMPANION_STATE_DIR:config.stateRoot,CODEX_COMPANION_RUNTIME_DIR:config.
runtimeRoot,CODEX_COMPANION_CODEX:place2.codex.path,...environment.CODEX_COMPANION_CONFIG?{CODEX_COMPANION_CONFIG:config.settings.configFile}:{},...isDefault?{}:
{CODEX_HOME:codexHome}}}function startBroker({program:program2,workspace},place2,env){ensurePrivateDirectory(workspace.directory,{durable:!0}),ensurePrivateDirectory(
place2.paths.directory),rotate(place2.paths.log);let log=(0,import_node_fs22.openSync)(place2.paths.log,"a",384),child=spawn(process.execPath,[import_node_path21.default.
join(import_node_path21.default.dirname(program2),BROKER_BUNDLE),"--workspace",workspace.root],{cwd:workspace.root,env:{...env},detached:!0,stdio:["ignore","ign\
ore",log],windowsHide:!0});(0,import_node_fs22.closeSync)(log);let starting={ended:!1,failed:null,status:null};return child.once("error",error=>Object.assign(starting,
{ended:!0,failed:error.message})),child.once("exit",(code,signal)=>{Object.assign(starting,{ended:!0,status:code}),code!==0&&signal===null&&(starting.failed=`co\
de ${code}`)}),child.unref(),starting}function rotate(log){(0,import_node_fs22.existsSync)(log)&&(0,import_node_fs22.statSync)(log).size>MAX_BROKER_LOG_BYTES&&renameFile(
log,`${log}.old`)}function noBroker({workspace}){return new ClientError("broker_unreachable",`No broker serves "${workspace.root}" (run "codex-companion broker \
start")`)}async function failureOf2({program:program2},place2,{failed,status:status2}){if(status2===5)return codexUnusable(place2);let failure=startFailed(place2,
`it exited with ${failed}`);return await runtimePackagesError(program2,failure)??failure}function startFailed(place2,why){return new ClientError("broker_unreach\
able",`Cannot start the broker: ${why} ${lastWords(place2)}`)}function codexUnusable(place2){return new ClientError("codex_unusable",`The broker cannot start Co\
dex ${lastWords(place2)}`)}function lastWords({paths}){let{text:text2}=readLog(paths.log,{lastLines:5}),said=text2.trim()===""?"":`
${text2.trim()}`;return`(its log is "${paths.log}")${said}`}var import_node_fs22,import_node_path21,import_promises3,BROKER_START_MS,MAX_STARTS,BROKER_BUNDLE,POLL_MS,
MAX_BROKER_LOG_BYTES,init_daemon=__esm({"src/client/daemon.ts"(){"use strict";init_node_child_process();import_node_fs22=require("node:fs"),import_node_path21=__toESM(require("node:path"),1),
import_promises3=require("node:timers/promises");init_config();init_broker_exit();init_broker_label();init_liveness();init_lock();init_log();init_directory_entry();
init_monotonic();init_private_directory();init_client_error();init_control_client();init_other_version();init_runtime_packages();BROKER_START_MS=15e3,MAX_STARTS=
5,BROKER_BUNDLE="broker.cjs",POLL_MS=5,MAX_BROKER_LOG_BYTES=1024*1024}});function brokers(){return Promise.resolve().then(()=>(init_daemon(),daemon_exports))}async function readJobs(context,options={}){let read2=await settleJobs(context,
options);if(!context.startsBrokers)return read2;for(let codexHome of new Set(read2.ownerless.map(job=>job.owner.codexHome)))await startBrokerFor(context,codexHome,
options.signal);return read2}function settleJobs(context,{finished=RECENT_JOBS}={}){let{sessionId}=context.config.settings;return readReconciled(context.store,{
...finished==="all"?{}:{finishedLimit:finished,sessionId},lockDirFor:brokerKey2=>context.pathsOf(brokerKey2).lock,runTagOf:brokerKey2=>readBrokerLabel(context.pathsOf(
brokerKey2).label)?.runTag??null})}async function startBrokerFor(context,codexHome,signal){try{let{ensureBroker:ensureBroker2}=await brokers();(await ensureBroker2(
context,{codexHome,signal})).close()}catch(error){if(signal?.aborted)return;context.warn(`Jobs wait for a broker that cannot be started: ${messageOf(error)}`)}}
function reportDamage(context,{damaged:damaged2,unsaved}){for(let{file,why}of damaged2)context.warn(`Cannot read "${oneLine(file,PATH_CHARS)}": ${why} (it is ke\
pt as it is, and the other jobs are not affected; remove it to hear no more of it)`);for(let{jobId:jobId2,why}of unsaved)context.warn(`Cannot save the end of ${jobId2}\
: ${why}`)}function namedJob(context,text2){let found=context.store.findByPrefix(text2);switch(found.kind){case"found":return found.job;case"ambiguous":throw new ClientError(
"job_not_found",`Job reference "${text2}" is ambiguous. Use a longer job id. It fits ${found.ids.join(", ")}`);case"none":throw new ClientError("job_not_found",
`No job found for "${text2}". Run /codex:status to list known jobs. (looked in "${context.workspace.root}", then in every other workspace)`)}}function ofSession(context,jobs,all){
let{sessionId}=context.config.settings;return all||sessionId===null?[...jobs]:jobs.filter(job=>job.sessionId===sessionId)}async function brokerOf(context,job,options={}){
let{findBroker:findBroker2}=await brokers();return findBroker2(context.pathsOf(job.owner.brokerKey),options)}var PATH_CHARS,RECENT_JOBS,init_jobs=__esm({"src/cl\
ient/jobs.ts"(){"use strict";init_fault();init_broker_label();init_reconcile();init_plain_text();init_client_error();PATH_CHARS=1e3,RECENT_JOBS=8}});async function askCodex(context,method,params,limitMs){let signal=AbortSignal.timeout(limitMs);try{return await askBrokers(context,signal,client=>client.call(method,
params,limitMs))}catch(error){throw signal.aborted?new DeadlineExceeded("Codex",limitMs):error}}async function askBrokers(context,signal,ask2){let notice;for(let asked=1;;asked+=
1){let client=await ensureBroker(context,{signal,onShuttingDown:last3=>{notice=last3}});try{return await ask2(client)}catch(error){if(signal.aborted||!isEnding(
error))throw error;if(await settledWithin(client.closed,LEAVE_MS),asked===MAX_BROKERS_ASKED)throw endedInARow(notice?.message??messageOf(error),error)}finally{client.
close()}}}function isEnding(error){return error instanceof ConnectionClosed||isRpc(error,CONTROL_ERRORS.draining)}function endedInARow(why,cause){let message2=`\
Cannot ask Codex: ${MAX_BROKERS_ASKED} brokers ended in a row (${why})`;return new ClientError("codex_unusable",message2,{cause})}function isCodexAnswer(error){
return error instanceof RpcError&&!NOT_CODEX.has(error.code)}function isTooOld(error){return isRpc(error,CONTROL_ERRORS.codexTooOld)}function isSilence(error){return error instanceof
DeadlineExceeded||isRpc(error,CONTROL_ERRORS.codexSilent)}function isRpc(error,code){return error instanceof RpcError&&error.code===code}function codexError(error){
return isSilence(error)?clientError("codex_silent",error):isTooOld(error)?clientError("codex_unusable",error,' (run "npm install -g @openai/codex@latest")'):isCodexAnswer(
error)?clientError("codex_refused",error):isRpc(error,CONTROL_ERRORS.codexUnavailable)?clientError("codex_unusable",error):error instanceof RpcError?clientError(
"broker_unreachable",error):error}function clientError(code,error,remedy=""){return new ClientError(code,`${messageOf(error)}${remedy}`,{cause:error})}var MAX_BROKERS_ASKED,
LEAVE_MS,NOT_CODEX,init_ask_codex=__esm({"src/client/ask-codex.ts"(){"use strict";init_control();init_fault();init_message();init_peer();init_deadline();init_client_error();
init_daemon();MAX_BROKERS_ASKED=3,LEAVE_MS=5e3;NOT_CODEX=new Set([CONTROL_ERRORS.helloRequired,CONTROL_ERRORS.versionMismatch,CONTROL_ERRORS.draining,CONTROL_ERRORS.
codexUnavailable,CONTROL_ERRORS.codexSilent,RPC_ERRORS.methodNotFound])}});function resumeCandidate(context,jobs){let ended=ofSession(context,jobs,!1).filter(isFinished).filter(canBeResumed),[newest2]=ended.sort((a,b)=>a.updatedAt<b.updatedAt?
1:-1);return newest2??olderCandidate(context)}function olderCandidate({store,config}){let{sessionId}=config.settings;for(let job of store.newestFinished(sessionId===
null?{}:{sessionId}))if(canBeResumed(job))return job;return null}function canBeResumed({kind,threadId}){return kind==="task"&&threadId!==null}async function latestNamedThread(context){
let{root,cwd}=context.workspace,question={cwds:[...new Set([root,cwd])],search:TASK_THREAD_PREFIX.trim(),limit:THREADS_LOOKED_AT};try{let{threads}=await askCodex(
context,"codex/threads",question,LOOKUP_MS);return threads.find(({name})=>name?.startsWith(TASK_THREAD_PREFIX))?.id??null}catch(error){if(isTooOld(error))return null;
throw codexError(error)}}var THREADS_LOOKED_AT,LOOKUP_MS,init_resume=__esm({"src/client/resume.ts"(){"use strict";init_ids();init_job();init_ask_codex();init_jobs();
THREADS_LOOKED_AT=20,LOOKUP_MS=3e4}});async function threadForKey(context,key,resume){return(key===void 0?null:jobWithKey(key,jobId2=>context.store.read(jobId2)))?.request.resumeThreadId??threadToResume(
context,resume)}async function threadToResume(context,resume){let read2=await readJobs(context);if(reportDamage(context,read2),resume===void 0)return lastThread(
context,read2.jobs);if(context.store.findByPrefix(resume).kind!=="none")return threadOf(namedJob(context,resume));if(isThreadId(resume)||isThreadOfOurs(context,
resume))return freeThread(resume,read2.jobs);throw noSuchJobOrThread(context,resume)}function intendedThread({threadId,request}){return threadId??request.resumeThreadId}
async function lastThread(context,jobs){let busy=ofSession(context,jobs,!1).find(job=>!isFinished(job)&&job.kind==="task");if(busy!==void 0)throw stillRunning(busy);
let{sessionId}=context.config.settings,threadId=resumeCandidate(context,jobs)?.threadId??(sessionId===null?await latestNamedThread(context):null);if(threadId!==
null)return threadId;throw new ClientError("not_resumable","No previous Codex task thread was found for this repository.")}function threadOf(job){if(!isFinished(
job))throw stillRunning(job);let threadId=intendedThread(job);if(threadId!==null)return threadId;throw new ClientError("not_resumable",`Cannot resume ${job.id}:\
 it ended before it had a Codex thread (hand it over anew)`)}function freeThread(threadId,jobs){let busy=jobs.find(job=>!isFinished(job)&&intendedThread(job)===
threadId);if(busy!==void 0)throw stillRunning(busy);return threadId}function isThreadOfOurs({store},text2){for(let job of store.newestFinished())if(job.threadId===
text2)return!0;return!1}function stillRunning(job){return new ClientError("not_resumable",`Task ${job.id} is still running. Use /codex:status before continuing \
it.`)}function noSuchJobOrThread({workspace},text2){let message2=`No such job or thread: "${text2}" is no job of "${workspace.root}", and no id of a Codex threa\
d (run "codex-companion status --all" to list them, or use --resume-last for the latest task)`;return new ClientError("job_not_found",message2)}var init_thread_to_resume=__esm(
{"src/client/thread-to-resume.ts"(){"use strict";init_ids();init_job();init_keyed_job();init_client_error();init_jobs();init_resume()}});function clientContext(options){let{config,workspace,program:program2,startsBrokers=!0,warn}=options;return{config,workspace,store:JobStore.open(workspace.directory),
program:program2,startsBrokers,warn,place:(codexHome=config.codexHome)=>brokerPlaceFor({...config,codexHome},workspace.root),pathsOf:brokerKey2=>brokerPaths(workspace.
directory,brokerKey2)}}var init_context=__esm({"src/client/context.ts"(){"use strict";init_config();init_paths();init_store()}});function exitCodeOf(job){switch(job.status){case"completed":return EXIT.done;case"cancelled":return EXIT.interrupted;case"failed":return BY_REASON[job.reason]??
EXIT.jobFailed}}function exitCodeForError(error){if(error instanceof CliError)return error.exitCode;let expected=clientErrorOf(error);return expected===null?null:
BY_CODE[expected.code]}var EXIT,EXIT_MEANINGS,BY_REASON,CliError,BY_CODE,init_exit_codes=__esm({"src/cli/exit-codes.ts"(){"use strict";init_client_error();EXIT=
{done:0,jobFailed:1,usage:2,noSuchJob:3,brokerUnreachable:4,codexUnusable:5,usageLimit:6,deadline:124,interrupted:130,terminated:143},EXIT_MEANINGS={[EXIT.done]:"\
done",[EXIT.jobFailed]:"the job failed",[EXIT.usage]:"usage",[EXIT.noSuchJob]:"no such job",[EXIT.brokerUnreachable]:"broker cannot be reached",[EXIT.codexUnusable]:"\
Codex missing, unusable or not logged in",[EXIT.usageLimit]:"usage limit",[EXIT.deadline]:"a deadline ended the job, or the wait",[EXIT.interrupted]:"interrupte\
d or cancelled",[EXIT.terminated]:"terminated"},BY_REASON={app_server_start_failed:EXIT.codexUnusable,unauthorized:EXIT.codexUnusable,usage_limit:EXIT.usageLimit,
queue_timeout:EXIT.deadline,start_timeout:EXIT.deadline,idle_timeout:EXIT.deadline,deadline_exceeded:EXIT.deadline};CliError=class extends Error{name="CliError";exitCode;constructor(exitCode,message2,options){
super(message2,options),this.exitCode=exitCode}},BY_CODE={invalid_request:EXIT.usage,misconfigured:EXIT.usage,key_taken:EXIT.usage,queue_full:EXIT.jobFailed,job_not_found:EXIT.
noSuchJob,not_resumable:EXIT.jobFailed,not_reviewable:EXIT.jobFailed,broker_unreachable:EXIT.brokerUnreachable,broker_incompatible:EXIT.brokerUnreachable,packages_missing:EXIT.
brokerUnreachable,codex_unusable:EXIT.codexUnusable,codex_refused:EXIT.jobFailed,codex_silent:EXIT.deadline,timed_out:EXIT.deadline,interrupted:EXIT.interrupted}}});function processIo(){return io??=watchedStreams(),io}function watchedStreams(){let unread=lazily(()=>new AbortController),onUnwritten=error=>{let code=errorCode(
error);if(code==="EPIPE"||code==="EIO"&&process.stdout.isTTY)return unread().abort(error);process.stderr.write(`codex-companion: Cannot write the output: ${error.
message}
`),process.exit(EXIT.jobFailed)},opened2=[],open=(stream,onError)=>(opened2.push(stream),stream.on("error",onError)),stdout=lazily(()=>open(process.stdout,onUnwritten)),
stderr=lazily(()=>open(process.stderr,()=>{})),below=null,write2=(stream,text2)=>{let drawn=stream.isTTY?below:null;drawn?.clear(),stream.write(text2),drawn?.draw()},
out=text2=>write2(stdout(),text2),err=text2=>write2(stderr(),text2),printable=text2=>stdout().isTTY?plainText(text2):text2;return{out,err,json:value=>{let rest=writtenAtOnce(
STDOUT,`${escaped(JSON.stringify(value,null,2))}
`,onUnwritten);rest.length>0&&stdout().write(rest)},foreign:text2=>out(printable(text2)),printable,note:line2=>err(`${plainText(line2)}
`),get unreadNotes(){return stderr().writableLength},showBelow:drawn=>{stderr(),below=drawn},drained:(signal=unread().signal)=>roomIn(stdout(),signal),get unread(){
return unread().signal},written:async()=>{await Promise.all(opened2.map(emptied))}}}function writtenAtOnce(descriptor,text2,onUnwritten){let bytes=Buffer.from(text2);
if((0,import_node_fs23.fstatSync)(descriptor).isCharacterDevice())return bytes;for(let done=0;done<bytes.length;)try{done+=(0,import_node_fs23.writeSync)(descriptor,
bytes,done)}catch(error){return errorCode(error)==="EAGAIN"?bytes.subarray(done):(onUnwritten(error instanceof Error?error:new Error(messageOf(error))),NOTHING)}
return NOTHING}function lazily(make){let made2;return()=>(made2??={value:make()},made2.value)}async function roomIn(stream,signal){!stream.writableNeedDrain||signal.
aborted||await(0,import_node_events.once)(stream,"drain",{signal}).catch(()=>{})}async function emptied(stream){await new Promise(resolve2=>stream.write("",()=>resolve2())),
stream.errored!==null&&await(0,import_promises4.setImmediate)()}function escaped(json){return json.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,control=>`\
\\u${control.charCodeAt(0).toString(16).padStart(4,"0")}`)}var import_node_events,import_node_fs23,import_promises4,STDOUT,NOTHING,io,init_io=__esm({"src/cli/io\
.ts"(){"use strict";import_node_events=require("node:events"),import_node_fs23=require("node:fs"),import_promises4=require("node:timers/promises");init_fault();
init_plain_text();init_system_error();init_exit_codes();STDOUT=1,NOTHING=Buffer.alloc(0)}});function sentence(text2){let flat=oneLine(text2,Number.POSITIVE_INFINITY);return flat.length<=BEGINNING_CHARS+END_CHARS?flat:`${oneLine(flat,BEGINNING_CHARS)} ${flat.
slice(-END_CHARS).replace(new RegExp("^\\p{Cs}","u"),"")}`}var BEGINNING_CHARS,END_CHARS,init_sentence=__esm({"src/cli/sentence.ts"(){"use strict";init_plain_text();
BEGINNING_CHARS=1500,END_CHARS=500}});function thisProgram(){return(0,import_node_fs24.realpathSync)(process.argv[1]??"")}var import_node_fs24,init_this_program=__esm({"src/cli/this-program.ts"(){"u\
se strict";import_node_fs24=require("node:fs")}});function openContext(cwd){let context=openQuietly(cwd);return tellProblems(context),context}function tellProblems({config,io:io2}){let problems=problemsOf(config);
for(let problem of problems.slice(0,MAX_TOLD_PROBLEMS))io2.note(sentence(`${problem}; going on without it`));let untold=problems.length-MAX_TOLD_PROBLEMS;untold>
0&&io2.note(`${untold} more settings of these files are not used (see "codex-companion config --paths")`)}function openContextForJob(cwd){let context=openQuietly(
cwd);return refuseProblems(context.config),context}function openQuietly(cwd){let{config,workspace}=loadWorkspace(cwd??process.cwd());return contextFor(config,workspace,
processIo())}function contextFor(config,workspace,io2){return{...clientContext({config,workspace,program:thisProgram(),warn:io2.note}),io:io2}}var MAX_TOLD_PROBLEMS,
init_context2=__esm({"src/cli/context.ts"(){"use strict";init_context();init_config();init_config_error();init_workspace_root();init_io();init_sentence();init_this_program();
MAX_TOLD_PROBLEMS=5}});function refuseIdAsPrompt({store},words){let[first4=""]=words.join(" ").split(/\s/u),found=store.findByPrefix(first4);if(!(found.kind!=="found"||!found.job.id.endsWith(
`-${first4}`)))throw new CliError(EXIT.usage,`Cannot tell whether "${first4}" is a part of the prompt: it is the end of ${found.job.id} (write --resume=${first4}\
 to go on with that job)`)}var init_id_as_prompt=__esm({"src/cli/id-as-prompt.ts"(){"use strict";init_exit_codes()}});var require_error=__commonJS({"node_modules/commander/lib/error.js"(exports2){var CommanderError2=class extends Error{constructor(exitCode,code,message2){super(
message2),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name,this.code=code,this.exitCode=exitCode,this.nestedError=void 0}},InvalidArgumentError2=class extends CommanderError2{constructor(message2){
super(1,"commander.invalidArgument",message2),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name}};exports2.CommanderError=CommanderError2;
exports2.InvalidArgumentError=InvalidArgumentError2}});var require_argument=__commonJS({"node_modules/commander/lib/argument.js"(exports2){var{InvalidArgumentError:InvalidArgumentError2}=require_error(),Argument2=class{constructor(name,description2){
switch(this.description=description2||"",this.variadic=!1,this.parseArg=void 0,this.defaultValue=void 0,this.defaultValueDescription=void 0,this.argChoices=void 0,
name[0]){case"<":this.required=!0,this._name=name.slice(1,-1);break;case"[":this.required=!1,this._name=name.slice(1,-1);break;default:this.required=!0,this._name=
name;break}this._name.endsWith("...")&&(this.variadic=!0,this._name=this._name.slice(0,-3))}name(){return this._name}_collectValue(value,previous){return previous===
this.defaultValue||!Array.isArray(previous)?[value]:(previous.push(value),previous)}default(value,description2){return this.defaultValue=value,this.defaultValueDescription=
description2,this}argParser(fn){return this.parseArg=fn,this}choices(values){return this.argChoices=values.slice(),this.parseArg=(arg,previous)=>{if(!this.argChoices.
includes(arg))throw new InvalidArgumentError2(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(arg,previous):arg},this}argRequired(){
return this.required=!0,this}argOptional(){return this.required=!1,this}};function humanReadableArgName(arg){let nameOutput=arg.name()+(arg.variadic===!0?"...":
"");return arg.required?"<"+nameOutput+">":"["+nameOutput+"]"}exports2.Argument=Argument2;exports2.humanReadableArgName=humanReadableArgName}});var require_help=__commonJS({"node_modules/commander/lib/help.js"(exports2){var{humanReadableArgName}=require_argument(),Help2=class{constructor(){this.helpWidth=
void 0,this.minWidthToWrap=40,this.sortSubcommands=!1,this.sortOptions=!1,this.showGlobalOptions=!1}prepareContext(contextOptions){this.helpWidth=this.helpWidth??
contextOptions.helpWidth??80}visibleCommands(cmd){let visibleCommands=cmd.commands.filter(cmd2=>!cmd2._hidden),helpCommand=cmd._getHelpCommand();return helpCommand&&
!helpCommand._hidden&&visibleCommands.push(helpCommand),this.sortSubcommands&&visibleCommands.sort((a,b)=>a.name().localeCompare(b.name())),visibleCommands}compareOptions(a,b){
let getSortKey=option=>option.short?option.short.replace(/^-/,""):option.long.replace(/^--/,"");return getSortKey(a).localeCompare(getSortKey(b))}visibleOptions(cmd){
let visibleOptions=cmd.options.filter(option=>!option.hidden),helpOption=cmd._getHelpOption();if(helpOption&&!helpOption.hidden){let removeShort=helpOption.short&&
cmd._findOption(helpOption.short),removeLong=helpOption.long&&cmd._findOption(helpOption.long);!removeShort&&!removeLong?visibleOptions.push(helpOption):helpOption.
long&&!removeLong?visibleOptions.push(cmd.createOption(helpOption.long,helpOption.description)):helpOption.short&&!removeShort&&visibleOptions.push(cmd.createOption(
helpOption.short,helpOption.description))}return this.sortOptions&&visibleOptions.sort(this.compareOptions),visibleOptions}visibleGlobalOptions(cmd){if(!this.showGlobalOptions)
return[];let globalOptions=[];for(let ancestorCmd=cmd.parent;ancestorCmd;ancestorCmd=ancestorCmd.parent){let visibleOptions=ancestorCmd.options.filter(option=>!option.
hidden);globalOptions.push(...visibleOptions)}return this.sortOptions&&globalOptions.sort(this.compareOptions),globalOptions}visibleArguments(cmd){return cmd._argsDescription&&
cmd.registeredArguments.forEach(argument=>{argument.description=argument.description||cmd._argsDescription[argument.name()]||""}),cmd.registeredArguments.find(argument=>argument.
description)?cmd.registeredArguments:[]}subcommandTerm(cmd){let args=cmd.registeredArguments.map(arg=>humanReadableArgName(arg)).join(" ");return cmd._name+(cmd.
_aliases[0]?"|"+cmd._aliases[0]:"")+(cmd.options.length?" [options]":"")+(args?" "+args:"")}optionTerm(option){return option.flags}argumentTerm(argument){return argument.
name()}longestSubcommandTermLength(cmd,helper){return helper.visibleCommands(cmd).reduce((max,command)=>Math.max(max,this.displayWidth(helper.styleSubcommandTerm(
helper.subcommandTerm(command)))),0)}longestOptionTermLength(cmd,helper){return helper.visibleOptions(cmd).reduce((max,option)=>Math.max(max,this.displayWidth(helper.
styleOptionTerm(helper.optionTerm(option)))),0)}longestGlobalOptionTermLength(cmd,helper){return helper.visibleGlobalOptions(cmd).reduce((max,option)=>Math.max(
max,this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))),0)}longestArgumentTermLength(cmd,helper){return helper.visibleArguments(cmd).reduce((max,argument)=>Math.
max(max,this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument)))),0)}commandUsage(cmd){let cmdName=cmd._name;cmd._aliases[0]&&(cmdName=cmdName+
"|"+cmd._aliases[0]);let ancestorCmdNames="";for(let ancestorCmd=cmd.parent;ancestorCmd;ancestorCmd=ancestorCmd.parent)ancestorCmdNames=ancestorCmd.name()+" "+ancestorCmdNames;
return ancestorCmdNames+cmdName+" "+cmd.usage()}commandDescription(cmd){return cmd.description()}subcommandDescription(cmd){return cmd.summary()||cmd.description()}optionDescription(option){
let extraInfo=[];if(option.argChoices&&extraInfo.push(`choices: ${option.argChoices.map(choice2=>JSON.stringify(choice2)).join(", ")}`),option.defaultValue!==void 0&&
(option.required||option.optional||option.isBoolean()&&typeof option.defaultValue=="boolean")&&extraInfo.push(`default: ${option.defaultValueDescription||JSON.stringify(
option.defaultValue)}`),option.presetArg!==void 0&&option.optional&&extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`),option.envVar!==void 0&&extraInfo.
push(`env: ${option.envVar}`),extraInfo.length>0){let extraDescription=`(${extraInfo.join(", ")})`;return option.description?`${option.description} ${extraDescription}`:
extraDescription}return option.description}argumentDescription(argument){let extraInfo=[];if(argument.argChoices&&extraInfo.push(`choices: ${argument.argChoices.
map(choice2=>JSON.stringify(choice2)).join(", ")}`),argument.defaultValue!==void 0&&extraInfo.push(`default: ${argument.defaultValueDescription||JSON.stringify(
argument.defaultValue)}`),extraInfo.length>0){let extraDescription=`(${extraInfo.join(", ")})`;return argument.description?`${argument.description} ${extraDescription}`:
extraDescription}return argument.description}formatItemList(heading,items,helper){return items.length===0?[]:[helper.styleTitle(heading),...items,""]}groupItems(unsortedItems,visibleItems,getGroup){
let result=new Map;return unsortedItems.forEach(item=>{let group=getGroup(item);result.has(group)||result.set(group,[])}),visibleItems.forEach(item=>{let group=getGroup(
item);result.has(group)||result.set(group,[]),result.get(group).push(item)}),result}formatHelp(cmd,helper){let termWidth=helper.padWidth(cmd,helper),helpWidth=helper.
helpWidth??80;function callFormatItem(term,description2){return helper.formatItem(term,termWidth,description2,helper)}let output=[`${helper.styleTitle("Usage:")}\
 ${helper.styleUsage(helper.commandUsage(cmd))}`,""],commandDescription=helper.commandDescription(cmd);commandDescription.length>0&&(output=output.concat([helper.
boxWrap(helper.styleCommandDescription(commandDescription),helpWidth),""]));let argumentList=helper.visibleArguments(cmd).map(argument=>callFormatItem(helper.styleArgumentTerm(
helper.argumentTerm(argument)),helper.styleArgumentDescription(helper.argumentDescription(argument))));if(output=output.concat(this.formatItemList("Arguments:",
argumentList,helper)),this.groupItems(cmd.options,helper.visibleOptions(cmd),option=>option.helpGroupHeading??"Options:").forEach((options,group)=>{let optionList=options.
map(option=>callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)),helper.styleOptionDescription(helper.optionDescription(option))));output=output.concat(
this.formatItemList(group,optionList,helper))}),helper.showGlobalOptions){let globalOptionList=helper.visibleGlobalOptions(cmd).map(option=>callFormatItem(helper.
styleOptionTerm(helper.optionTerm(option)),helper.styleOptionDescription(helper.optionDescription(option))));output=output.concat(this.formatItemList("Global Op\
tions:",globalOptionList,helper))}return this.groupItems(cmd.commands,helper.visibleCommands(cmd),sub=>sub.helpGroup()||"Commands:").forEach((commands,group)=>{
let commandList=commands.map(sub=>callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)),helper.styleSubcommandDescription(helper.subcommandDescription(
sub))));output=output.concat(this.formatItemList(group,commandList,helper))}),output.join(`
`)}displayWidth(str){return stripColor(str).length}styleTitle(str){return str}styleUsage(str){return str.split(" ").map(word=>word==="[options]"?this.styleOptionText(
word):word==="[command]"?this.styleSubcommandText(word):word[0]==="["||word[0]==="<"?this.styleArgumentText(word):this.styleCommandText(word)).join(" ")}styleCommandDescription(str){
return this.styleDescriptionText(str)}styleOptionDescription(str){return this.styleDescriptionText(str)}styleSubcommandDescription(str){return this.styleDescriptionText(
str)}styleArgumentDescription(str){return this.styleDescriptionText(str)}styleDescriptionText(str){return str}styleOptionTerm(str){return this.styleOptionText(str)}styleSubcommandTerm(str){
return str.split(" ").map(word=>word==="[options]"?this.styleOptionText(word):word[0]==="["||word[0]==="<"?this.styleArgumentText(word):this.styleSubcommandText(
word)).join(" ")}styleArgumentTerm(str){return this.styleArgumentText(str)}styleOptionText(str){return str}styleArgumentText(str){return str}styleSubcommandText(str){
return str}styleCommandText(str){return str}padWidth(cmd,helper){return Math.max(helper.longestOptionTermLength(cmd,helper),helper.longestGlobalOptionTermLength(
cmd,helper),helper.longestSubcommandTermLength(cmd,helper),helper.longestArgumentTermLength(cmd,helper))}preformatted(str){return/\n[^\S\r\n]/.test(str)}formatItem(term,termWidth,description2,helper){
let itemIndentStr=" ".repeat(2);if(!description2)return itemIndentStr+term;let paddedTerm=term.padEnd(termWidth+term.length-helper.displayWidth(term)),spacerWidth=2,
remainingWidth=(this.helpWidth??80)-termWidth-spacerWidth-2,formattedDescription;return remainingWidth<this.minWidthToWrap||helper.preformatted(description2)?formattedDescription=
description2:formattedDescription=helper.boxWrap(description2,remainingWidth).replace(/\n/g,`
`+" ".repeat(termWidth+spacerWidth)),itemIndentStr+paddedTerm+" ".repeat(spacerWidth)+formattedDescription.replace(/\n/g,`
${itemIndentStr}`)}boxWrap(str,width){if(width<this.minWidthToWrap)return str;let rawLines=str.split(/\r\n|\n/),chunkPattern=/[\s]*[^\s]+/g,wrappedLines=[];return rawLines.
forEach(line2=>{let chunks=line2.match(chunkPattern);if(chunks===null){wrappedLines.push("");return}let sumChunks=[chunks.shift()],sumWidth=this.displayWidth(sumChunks[0]);
chunks.forEach(chunk=>{let visibleWidth=this.displayWidth(chunk);if(sumWidth+visibleWidth<=width){sumChunks.push(chunk),sumWidth+=visibleWidth;return}wrappedLines.
push(sumChunks.join(""));let nextChunk=chunk.trimStart();sumChunks=[nextChunk],sumWidth=this.displayWidth(nextChunk)}),wrappedLines.push(sumChunks.join(""))}),wrappedLines.
join(`
`)}};function stripColor(str){let sgrPattern=/\x1b\[\d*(;\d*)*m/g;return str.replace(sgrPattern,"")}exports2.Help=Help2;exports2.stripColor=stripColor}});var require_option=__commonJS({"node_modules/commander/lib/option.js"(exports2){var{InvalidArgumentError:InvalidArgumentError2}=require_error(),Option2=class{constructor(flags,description2){
this.flags=flags,this.description=description2||"",this.required=flags.includes("<"),this.optional=flags.includes("["),this.variadic=/\w\.\.\.[>\]]$/.test(flags),
this.mandatory=!1;let optionFlags=splitOptionFlags(flags);this.short=optionFlags.shortFlag,this.long=optionFlags.longFlag,this.negate=!1,this.long&&(this.negate=
this.long.startsWith("--no-")),this.defaultValue=void 0,this.defaultValueDescription=void 0,this.presetArg=void 0,this.envVar=void 0,this.parseArg=void 0,this.hidden=
!1,this.argChoices=void 0,this.conflictsWith=[],this.implied=void 0,this.helpGroupHeading=void 0}default(value,description2){return this.defaultValue=value,this.
defaultValueDescription=description2,this}preset(arg){return this.presetArg=arg,this}conflicts(names){return this.conflictsWith=this.conflictsWith.concat(names),
this}implies(impliedOptionValues){let newImplied=impliedOptionValues;return typeof impliedOptionValues=="string"&&(newImplied={[impliedOptionValues]:!0}),this.implied=
Object.assign(this.implied||{},newImplied),this}env(name){return this.envVar=name,this}argParser(fn){return this.parseArg=fn,this}makeOptionMandatory(mandatory=!0){
return this.mandatory=!!mandatory,this}hideHelp(hide=!0){return this.hidden=!!hide,this}_collectValue(value,previous){return previous===this.defaultValue||!Array.
isArray(previous)?[value]:(previous.push(value),previous)}choices(values){return this.argChoices=values.slice(),this.parseArg=(arg,previous)=>{if(!this.argChoices.
includes(arg))throw new InvalidArgumentError2(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(arg,previous):arg},this}name(){
return this.long?this.long.replace(/^--/,""):this.short.replace(/^-/,"")}attributeName(){return this.negate?camelcase(this.name().replace(/^no-/,"")):camelcase(
this.name())}helpGroup(heading){return this.helpGroupHeading=heading,this}is(arg){return this.short===arg||this.long===arg}isBoolean(){return!this.required&&!this.
optional&&!this.negate}},DualOptions=class{constructor(options){this.positiveOptions=new Map,this.negativeOptions=new Map,this.dualOptions=new Set,options.forEach(
option=>{option.negate?this.negativeOptions.set(option.attributeName(),option):this.positiveOptions.set(option.attributeName(),option)}),this.negativeOptions.forEach(
(value,key)=>{this.positiveOptions.has(key)&&this.dualOptions.add(key)})}valueFromOption(value,option){let optionKey=option.attributeName();if(!this.dualOptions.
has(optionKey))return!0;let preset=this.negativeOptions.get(optionKey).presetArg,negativeValue=preset!==void 0?preset:!1;return option.negate===(negativeValue===
value)}};function camelcase(str){return str.split("-").reduce((str2,word)=>str2+word[0].toUpperCase()+word.slice(1))}function splitOptionFlags(flags){let shortFlag,
longFlag,shortFlagExp=/^-[^-]$/,longFlagExp=/^--[^-]/,flagParts=flags.split(/[ |,]+/).concat("guard");if(shortFlagExp.test(flagParts[0])&&(shortFlag=flagParts.shift()),
longFlagExp.test(flagParts[0])&&(longFlag=flagParts.shift()),!shortFlag&&shortFlagExp.test(flagParts[0])&&(shortFlag=flagParts.shift()),!shortFlag&&longFlagExp.
test(flagParts[0])&&(shortFlag=longFlag,longFlag=flagParts.shift()),flagParts[0].startsWith("-")){let unsupportedFlag=flagParts[0],baseError=`option creation fa\
iled due to '${unsupportedFlag}' in option flags '${flags}'`;throw/^-[^-][^-]/.test(unsupportedFlag)?new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`):shortFlagExp.test(unsupportedFlag)?new Error(`${baseError}
- too many short flags`):longFlagExp.test(unsupportedFlag)?new Error(`${baseError}
- too many long flags`):new Error(`${baseError}
- unrecognised flag format`)}if(shortFlag===void 0&&longFlag===void 0)throw new Error(`option creation failed due to no flags found in '${flags}'.`);return{shortFlag,
longFlag}}exports2.Option=Option2;exports2.DualOptions=DualOptions}});var require_suggestSimilar=__commonJS({"node_modules/commander/lib/suggestSimilar.js"(exports2){function editDistance(a,b){if(Math.abs(a.length-b.length)>3)return Math.
max(a.length,b.length);let d=[];for(let i=0;i<=a.length;i++)d[i]=[i];for(let j=0;j<=b.length;j++)d[0][j]=j;for(let j=1;j<=b.length;j++)for(let i=1;i<=a.length;i++){
let cost=1;a[i-1]===b[j-1]?cost=0:cost=1,d[i][j]=Math.min(d[i-1][j]+1,d[i][j-1]+1,d[i-1][j-1]+cost),i>1&&j>1&&a[i-1]===b[j-2]&&a[i-2]===b[j-1]&&(d[i][j]=Math.min(
d[i][j],d[i-2][j-2]+1))}return d[a.length][b.length]}function suggestSimilar(word,candidates){if(!candidates||candidates.length===0)return"";candidates=Array.from(
new Set(candidates));let searchingOptions=word.startsWith("--");searchingOptions&&(word=word.slice(2),candidates=candidates.map(candidate=>candidate.slice(2)));
let similar=[],bestDistance=3,minSimilarity=.4;return candidates.forEach(candidate=>{if(candidate.length<=1)return;let distance=editDistance(word,candidate),length=Math.
max(word.length,candidate.length);(length-distance)/length>minSimilarity&&(distance<bestDistance?(bestDistance=distance,similar=[candidate]):distance===bestDistance&&
similar.push(candidate))}),similar.sort((a,b)=>a.localeCompare(b)),searchingOptions&&(similar=similar.map(candidate=>`--${candidate}`)),similar.length>1?`
(Did you mean one of ${similar.join(", ")}?)`:similar.length===1?`
(Did you mean ${similar[0]}?)`:""}exports2.suggestSimilar=suggestSimilar}});var require_command=__commonJS({"node_modules/commander/lib/command.js"(exports2){var EventEmitter=require("node:events").EventEmitter,childProcess=(init_node_child_process(),__toCommonJS(node_child_process_exports)),
path24=require("node:path"),fs=require("node:fs"),process2=require("node:process"),{Argument:Argument2,humanReadableArgName}=require_argument(),{CommanderError:CommanderError2}=require_error(),
{Help:Help2,stripColor}=require_help(),{Option:Option2,DualOptions}=require_option(),{suggestSimilar}=require_suggestSimilar(),Command2=class _Command extends EventEmitter{constructor(name){
super(),this.commands=[],this.options=[],this.parent=null,this._allowUnknownOption=!1,this._allowExcessArguments=!1,this.registeredArguments=[],this._args=this.
registeredArguments,this.args=[],this.rawArgs=[],this.processedArgs=[],this._scriptPath=null,this._name=name||"",this._optionValues={},this._optionValueSources=
{},this._storeOptionsAsProperties=!1,this._actionHandler=null,this._executableHandler=!1,this._executableFile=null,this._executableDir=null,this._defaultCommandName=
null,this._exitCallback=null,this._aliases=[],this._combineFlagAndOptionalValue=!0,this._description="",this._summary="",this._argsDescription=void 0,this._enablePositionalOptions=
!1,this._passThroughOptions=!1,this._lifeCycleHooks={},this._showHelpAfterError=!1,this._showSuggestionAfterError=!0,this._savedState=null,this._outputConfiguration=
{writeOut:str=>process2.stdout.write(str),writeErr:str=>process2.stderr.write(str),outputError:(str,write2)=>write2(str),getOutHelpWidth:()=>process2.stdout.isTTY?
process2.stdout.columns:void 0,getErrHelpWidth:()=>process2.stderr.isTTY?process2.stderr.columns:void 0,getOutHasColors:()=>useColor()??(process2.stdout.isTTY&&
process2.stdout.hasColors?.()),getErrHasColors:()=>useColor()??(process2.stderr.isTTY&&process2.stderr.hasColors?.()),stripColor:str=>stripColor(str)},this._hidden=
!1,this._helpOption=void 0,this._addImplicitHelpCommand=void 0,this._helpCommand=void 0,this._helpConfiguration={},this._helpGroupHeading=void 0,this._defaultCommandGroup=
void 0,this._defaultOptionGroup=void 0}copyInheritedSettings(sourceCommand){return this._outputConfiguration=sourceCommand._outputConfiguration,this._helpOption=
sourceCommand._helpOption,this._helpCommand=sourceCommand._helpCommand,this._helpConfiguration=sourceCommand._helpConfiguration,this._exitCallback=sourceCommand.
_exitCallback,this._storeOptionsAsProperties=sourceCommand._storeOptionsAsProperties,this._combineFlagAndOptionalValue=sourceCommand._combineFlagAndOptionalValue,
this._allowExcessArguments=sourceCommand._allowExcessArguments,this._enablePositionalOptions=sourceCommand._enablePositionalOptions,this._showHelpAfterError=sourceCommand.
_showHelpAfterError,this._showSuggestionAfterError=sourceCommand._showSuggestionAfterError,this}_getCommandAndAncestors(){let result=[];for(let command=this;command;command=
command.parent)result.push(command);return result}command(nameAndArgs,actionOptsOrExecDesc,execOpts){let desc=actionOptsOrExecDesc,opts=execOpts;typeof desc=="o\
bject"&&desc!==null&&(opts=desc,desc=null),opts=opts||{};let[,name,args]=nameAndArgs.match(/([^ ]+) *(.*)/),cmd=this.createCommand(name);return desc&&(cmd.description(
desc),cmd._executableHandler=!0),opts.isDefault&&(this._defaultCommandName=cmd._name),cmd._hidden=!!(opts.noHelp||opts.hidden),cmd._executableFile=opts.executableFile||
null,args&&cmd.arguments(args),this._registerCommand(cmd),cmd.parent=this,cmd.copyInheritedSettings(this),desc?this:cmd}createCommand(name){return new _Command(
name)}createHelp(){return Object.assign(new Help2,this.configureHelp())}configureHelp(configuration){return configuration===void 0?this._helpConfiguration:(this.
_helpConfiguration=configuration,this)}configureOutput(configuration){return configuration===void 0?this._outputConfiguration:(this._outputConfiguration={...this.
_outputConfiguration,...configuration},this)}showHelpAfterError(displayHelp=!0){return typeof displayHelp!="string"&&(displayHelp=!!displayHelp),this._showHelpAfterError=
displayHelp,this}showSuggestionAfterError(displaySuggestion=!0){return this._showSuggestionAfterError=!!displaySuggestion,this}addCommand(cmd,opts){if(!cmd._name)
throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);return opts=opts||{},opts.isDefault&&(this._defaultCommandName=cmd._name),(opts.noHelp||opts.hidden)&&
(cmd._hidden=!0),this._registerCommand(cmd),cmd.parent=this,cmd._checkForBrokenPassThrough(),this}createArgument(name,description2){return new Argument2(name,description2)}argument(name,description2,parseArg,defaultValue){
let argument=this.createArgument(name,description2);return typeof parseArg=="function"?argument.default(defaultValue).argParser(parseArg):argument.default(parseArg),
this.addArgument(argument),this}arguments(names){return names.trim().split(/ +/).forEach(detail=>{this.argument(detail)}),this}addArgument(argument){let previousArgument=this.
registeredArguments.slice(-1)[0];if(previousArgument?.variadic)throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);if(argument.
required&&argument.defaultValue!==void 0&&argument.parseArg===void 0)throw new Error(`a default value for a required argument is never used: '${argument.name()}\
'`);return this.registeredArguments.push(argument),this}helpCommand(enableOrNameAndArgs,description2){if(typeof enableOrNameAndArgs=="boolean")return this._addImplicitHelpCommand=
enableOrNameAndArgs,enableOrNameAndArgs&&this._defaultCommandGroup&&this._initCommandGroup(this._getHelpCommand()),this;let nameAndArgs=enableOrNameAndArgs??"he\
lp [command]",[,helpName,helpArgs]=nameAndArgs.match(/([^ ]+) *(.*)/),helpDescription=description2??"display help for command",helpCommand=this.createCommand(helpName);
return helpCommand.helpOption(!1),helpArgs&&helpCommand.arguments(helpArgs),helpDescription&&helpCommand.description(helpDescription),this._addImplicitHelpCommand=
!0,this._helpCommand=helpCommand,(enableOrNameAndArgs||description2)&&this._initCommandGroup(helpCommand),this}addHelpCommand(helpCommand,deprecatedDescription){
return typeof helpCommand!="object"?(this.helpCommand(helpCommand,deprecatedDescription),this):(this._addImplicitHelpCommand=!0,this._helpCommand=helpCommand,this.
_initCommandGroup(helpCommand),this)}_getHelpCommand(){return this._addImplicitHelpCommand??(this.commands.length&&!this._actionHandler&&!this._findCommand("hel\
p"))?(this._helpCommand===void 0&&this.helpCommand(void 0,void 0),this._helpCommand):null}hook(event,listener){let allowedValues=["preSubcommand","preAction","p\
ostAction"];if(!allowedValues.includes(event))throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);return this._lifeCycleHooks[event]?this._lifeCycleHooks[event].push(listener):this._lifeCycleHooks[event]=[listener],
this}exitOverride(fn){return fn?this._exitCallback=fn:this._exitCallback=err=>{if(err.code!=="commander.executeSubCommandAsync")throw err},this}_exit(exitCode,code,message2){
this._exitCallback&&this._exitCallback(new CommanderError2(exitCode,code,message2)),process2.exit(exitCode)}action(fn){let listener=args=>{let expectedArgsCount=this.
registeredArguments.length,actionArgs=args.slice(0,expectedArgsCount);return this._storeOptionsAsProperties?actionArgs[expectedArgsCount]=this:actionArgs[expectedArgsCount]=
this.opts(),actionArgs.push(this),fn.apply(this,actionArgs)};return this._actionHandler=listener,this}createOption(flags,description2){return new Option2(flags,
description2)}_callParseArg(target,value,previous,invalidArgumentMessage){try{return target.parseArg(value,previous)}catch(err){if(err.code==="commander.invalid\
Argument"){let message2=`${invalidArgumentMessage} ${err.message}`;this.error(message2,{exitCode:err.exitCode,code:err.code})}throw err}}_registerOption(option){
let matchingOption=option.short&&this._findOption(option.short)||option.long&&this._findOption(option.long);if(matchingOption){let matchingFlag=option.long&&this.
_findOption(option.long)?option.long:option.short;throw new Error(`Cannot add option '${option.flags}'${this._name&&` to command '${this._name}'`} due to confli\
cting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`)}this._initOptionGroup(option),this.options.push(option)}_registerCommand(command){let knownBy=cmd=>[cmd.name()].
concat(cmd.aliases()),alreadyUsed=knownBy(command).find(name=>this._findCommand(name));if(alreadyUsed){let existingCmd=knownBy(this._findCommand(alreadyUsed)).join(
"|"),newCmd=knownBy(command).join("|");throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`)}this._initCommandGroup(command),
this.commands.push(command)}addOption(option){this._registerOption(option);let oname=option.name(),name=option.attributeName();if(option.negate){let positiveLongFlag=option.
long.replace(/^--no-/,"--");this._findOption(positiveLongFlag)||this.setOptionValueWithSource(name,option.defaultValue===void 0?!0:option.defaultValue,"default")}else
option.defaultValue!==void 0&&this.setOptionValueWithSource(name,option.defaultValue,"default");let handleOptionValue=(val,invalidValueMessage,valueSource)=>{val==
null&&option.presetArg!==void 0&&(val=option.presetArg);let oldValue=this.getOptionValue(name);val!==null&&option.parseArg?val=this._callParseArg(option,val,oldValue,
invalidValueMessage):val!==null&&option.variadic&&(val=option._collectValue(val,oldValue)),val==null&&(option.negate?val=!1:option.isBoolean()||option.optional?
val=!0:val=""),this.setOptionValueWithSource(name,val,valueSource)};return this.on("option:"+oname,val=>{let invalidValueMessage=`error: option '${option.flags}\
' argument '${val}' is invalid.`;handleOptionValue(val,invalidValueMessage,"cli")}),option.envVar&&this.on("optionEnv:"+oname,val=>{let invalidValueMessage=`err\
or: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;handleOptionValue(val,invalidValueMessage,"env")}),this}_optionEx(config,flags,description2,fn,defaultValue){
if(typeof flags=="object"&&flags instanceof Option2)throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");let option=this.
createOption(flags,description2);if(option.makeOptionMandatory(!!config.mandatory),typeof fn=="function")option.default(defaultValue).argParser(fn);else if(fn instanceof
RegExp){let regex2=fn;fn=(val,def)=>{let m=regex2.exec(val);return m?m[0]:def},option.default(defaultValue).argParser(fn)}else option.default(fn);return this.addOption(
option)}option(flags,description2,parseArg,defaultValue){return this._optionEx({},flags,description2,parseArg,defaultValue)}requiredOption(flags,description2,parseArg,defaultValue){
return this._optionEx({mandatory:!0},flags,description2,parseArg,defaultValue)}combineFlagAndOptionalValue(combine2=!0){return this._combineFlagAndOptionalValue=
!!combine2,this}allowUnknownOption(allowUnknown=!0){return this._allowUnknownOption=!!allowUnknown,this}allowExcessArguments(allowExcess=!0){return this._allowExcessArguments=
!!allowExcess,this}enablePositionalOptions(positional=!0){return this._enablePositionalOptions=!!positional,this}passThroughOptions(passThrough=!0){return this.
_passThroughOptions=!!passThrough,this._checkForBrokenPassThrough(),this}_checkForBrokenPassThrough(){if(this.parent&&this._passThroughOptions&&!this.parent._enablePositionalOptions)
throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`)}storeOptionsAsProperties(storeAsProperties=!0){
if(this.options.length)throw new Error("call .storeOptionsAsProperties() before adding options");if(Object.keys(this._optionValues).length)throw new Error("call\
 .storeOptionsAsProperties() before setting option values");return this._storeOptionsAsProperties=!!storeAsProperties,this}getOptionValue(key){return this._storeOptionsAsProperties?
this[key]:this._optionValues[key]}setOptionValue(key,value){return this.setOptionValueWithSource(key,value,void 0)}setOptionValueWithSource(key,value,source){return this.
_storeOptionsAsProperties?this[key]=value:this._optionValues[key]=value,this._optionValueSources[key]=source,this}getOptionValueSource(key){return this._optionValueSources[key]}getOptionValueSourceWithGlobals(key){
let source;return this._getCommandAndAncestors().forEach(cmd=>{cmd.getOptionValueSource(key)!==void 0&&(source=cmd.getOptionValueSource(key))}),source}_prepareUserArgs(argv,parseOptions){
if(argv!==void 0&&!Array.isArray(argv))throw new Error("first parameter to parse must be array or undefined");if(parseOptions=parseOptions||{},argv===void 0&&parseOptions.
from===void 0){process2.versions?.electron&&(parseOptions.from="electron");let execArgv=process2.execArgv??[];(execArgv.includes("-e")||execArgv.includes("--eva\
l")||execArgv.includes("-p")||execArgv.includes("--print"))&&(parseOptions.from="eval")}argv===void 0&&(argv=process2.argv),this.rawArgs=argv.slice();let userArgs;
switch(parseOptions.from){case void 0:case"node":this._scriptPath=argv[1],userArgs=argv.slice(2);break;case"electron":process2.defaultApp?(this._scriptPath=argv[1],
userArgs=argv.slice(2)):userArgs=argv.slice(1);break;case"user":userArgs=argv.slice(0);break;case"eval":userArgs=argv.slice(1);break;default:throw new Error(`un\
expected parse option { from: '${parseOptions.from}' }`)}return!this._name&&this._scriptPath&&this.nameFromFilename(this._scriptPath),this._name=this._name||"pr\
ogram",userArgs}parse(argv,parseOptions){this._prepareForParse();let userArgs=this._prepareUserArgs(argv,parseOptions);return this._parseCommand([],userArgs),this}async parseAsync(argv,parseOptions){
this._prepareForParse();let userArgs=this._prepareUserArgs(argv,parseOptions);return await this._parseCommand([],userArgs),this}_prepareForParse(){this._savedState===
null?this.saveStateBeforeParse():this.restoreStateBeforeParse()}saveStateBeforeParse(){this._savedState={_name:this._name,_optionValues:{...this._optionValues},
_optionValueSources:{...this._optionValueSources}}}restoreStateBeforeParse(){if(this._storeOptionsAsProperties)throw new Error(`Can not call parse again when st\
oreOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);this._name=this._savedState._name,this._scriptPath=null,this.rawArgs=
[],this._optionValues={...this._savedState._optionValues},this._optionValueSources={...this._savedState._optionValueSources},this.args=[],this.processedArgs=[]}_checkForMissingExecutable(executableFile,executableDir,subcommandName){
if(fs.existsSync(executableFile))return;let executableDirMessage=executableDir?`searched for local subcommand relative to directory '${executableDir}'`:"no dire\
ctory for search for local subcommand, use .executableDir() to supply a custom directory",executableMissing=`'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;throw new Error(executableMissing)}_executeSubCommand(subcommand,args){args=args.slice();let launchWithNode=!1,sourceExt=[".js",".ts",
".tsx",".mjs",".cjs"];function findFile(baseDir,baseName){let localBin=path24.resolve(baseDir,baseName);if(fs.existsSync(localBin))return localBin;if(sourceExt.
includes(path24.extname(baseName)))return;let foundExt=sourceExt.find(ext=>fs.existsSync(`${localBin}${ext}`));if(foundExt)return`${localBin}${foundExt}`}this._checkForMissingMandatoryOptions(),
this._checkForConflictingOptions();let executableFile=subcommand._executableFile||`${this._name}-${subcommand._name}`,executableDir=this._executableDir||"";if(this.
_scriptPath){let resolvedScriptPath;try{resolvedScriptPath=fs.realpathSync(this._scriptPath)}catch{resolvedScriptPath=this._scriptPath}executableDir=path24.resolve(
path24.dirname(resolvedScriptPath),executableDir)}if(executableDir){let localFile=findFile(executableDir,executableFile);if(!localFile&&!subcommand._executableFile&&
this._scriptPath){let legacyName=path24.basename(this._scriptPath,path24.extname(this._scriptPath));legacyName!==this._name&&(localFile=findFile(executableDir,`${legacyName}\
-${subcommand._name}`))}executableFile=localFile||executableFile}launchWithNode=sourceExt.includes(path24.extname(executableFile));let proc;process2.platform!==
"win32"?launchWithNode?(args.unshift(executableFile),args=incrementNodeInspectorPort(process2.execArgv).concat(args),proc=childProcess.spawn(process2.argv[0],args,
{stdio:"inherit"})):proc=childProcess.spawn(executableFile,args,{stdio:"inherit"}):(this._checkForMissingExecutable(executableFile,executableDir,subcommand._name),
args.unshift(executableFile),args=incrementNodeInspectorPort(process2.execArgv).concat(args),proc=childProcess.spawn(process2.execPath,args,{stdio:"inherit"})),
proc.killed||["SIGUSR1","SIGUSR2","SIGTERM","SIGINT","SIGHUP"].forEach(signal=>{process2.on(signal,()=>{proc.killed===!1&&proc.exitCode===null&&proc.kill(signal)})});
let exitCallback=this._exitCallback;proc.on("close",code=>{code=code??1,exitCallback?exitCallback(new CommanderError2(code,"commander.executeSubCommandAsync","(\
close)")):process2.exit(code)}),proc.on("error",err=>{if(err.code==="ENOENT")this._checkForMissingExecutable(executableFile,executableDir,subcommand._name);else if(err.
code==="EACCES")throw new Error(`'${executableFile}' not executable`);if(!exitCallback)process2.exit(1);else{let wrappedError=new CommanderError2(1,"commander.e\
xecuteSubCommandAsync","(error)");wrappedError.nestedError=err,exitCallback(wrappedError)}}),this.runningCommand=proc}_dispatchSubcommand(commandName,operands,unknown2){
let subCommand=this._findCommand(commandName);subCommand||this.help({error:!0}),subCommand._prepareForParse();let promiseChain;return promiseChain=this._chainOrCallSubCommandHook(
promiseChain,subCommand,"preSubcommand"),promiseChain=this._chainOrCall(promiseChain,()=>{if(subCommand._executableHandler)this._executeSubCommand(subCommand,operands.
concat(unknown2));else return subCommand._parseCommand(operands,unknown2)}),promiseChain}_dispatchHelpCommand(subcommandName){subcommandName||this.help();let subCommand=this.
_findCommand(subcommandName);return subCommand&&!subCommand._executableHandler&&subCommand.help(),this._dispatchSubcommand(subcommandName,[],[this._getHelpOption()?.
long??this._getHelpOption()?.short??"--help"])}_checkNumberOfArguments(){this.registeredArguments.forEach((arg,i)=>{arg.required&&this.args[i]==null&&this.missingArgument(
arg.name())}),!(this.registeredArguments.length>0&&this.registeredArguments[this.registeredArguments.length-1].variadic)&&this.args.length>this.registeredArguments.
length&&this._excessArguments(this.args)}_processArguments(){let myParseArg=(argument,value,previous)=>{let parsedValue=value;if(value!==null&&argument.parseArg){
let invalidValueMessage=`error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;parsedValue=this._callParseArg(argument,value,previous,
invalidValueMessage)}return parsedValue};this._checkNumberOfArguments();let processedArgs=[];this.registeredArguments.forEach((declaredArg,index)=>{let value=declaredArg.
defaultValue;declaredArg.variadic?index<this.args.length?(value=this.args.slice(index),declaredArg.parseArg&&(value=value.reduce((processed,v)=>myParseArg(declaredArg,
v,processed),declaredArg.defaultValue))):value===void 0&&(value=[]):index<this.args.length&&(value=this.args[index],declaredArg.parseArg&&(value=myParseArg(declaredArg,
value,declaredArg.defaultValue))),processedArgs[index]=value}),this.processedArgs=processedArgs}_chainOrCall(promise,fn){return promise?.then&&typeof promise.then==
"function"?promise.then(()=>fn()):fn()}_chainOrCallHooks(promise,event){let result=promise,hooks=[];return this._getCommandAndAncestors().reverse().filter(cmd=>cmd.
_lifeCycleHooks[event]!==void 0).forEach(hookedCommand=>{hookedCommand._lifeCycleHooks[event].forEach(callback=>{hooks.push({hookedCommand,callback})})}),event===
"postAction"&&hooks.reverse(),hooks.forEach(hookDetail=>{result=this._chainOrCall(result,()=>hookDetail.callback(hookDetail.hookedCommand,this))}),result}_chainOrCallSubCommandHook(promise,subCommand,event){
let result=promise;return this._lifeCycleHooks[event]!==void 0&&this._lifeCycleHooks[event].forEach(hook=>{result=this._chainOrCall(result,()=>hook(this,subCommand))}),
result}_parseCommand(operands,unknown2){let parsed2=this.parseOptions(unknown2);if(this._parseOptionsEnv(),this._parseOptionsImplied(),operands=operands.concat(
parsed2.operands),unknown2=parsed2.unknown,this.args=operands.concat(unknown2),operands&&this._findCommand(operands[0]))return this._dispatchSubcommand(operands[0],
operands.slice(1),unknown2);if(this._getHelpCommand()&&operands[0]===this._getHelpCommand().name())return this._dispatchHelpCommand(operands[1]);if(this._defaultCommandName)
return this._outputHelpIfRequested(unknown2),this._dispatchSubcommand(this._defaultCommandName,operands,unknown2);this.commands.length&&this.args.length===0&&!this.
_actionHandler&&!this._defaultCommandName&&this.help({error:!0}),this._outputHelpIfRequested(parsed2.unknown),this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();
let checkForUnknownOptions=()=>{parsed2.unknown.length>0&&this.unknownOption(parsed2.unknown[0])},commandEvent=`command:${this.name()}`;if(this._actionHandler){
checkForUnknownOptions(),this._processArguments();let promiseChain;return promiseChain=this._chainOrCallHooks(promiseChain,"preAction"),promiseChain=this._chainOrCall(
promiseChain,()=>this._actionHandler(this.processedArgs)),this.parent&&(promiseChain=this._chainOrCall(promiseChain,()=>{this.parent.emit(commandEvent,operands,
unknown2)})),promiseChain=this._chainOrCallHooks(promiseChain,"postAction"),promiseChain}if(this.parent?.listenerCount(commandEvent))checkForUnknownOptions(),this.
_processArguments(),this.parent.emit(commandEvent,operands,unknown2);else if(operands.length){if(this._findCommand("*"))return this._dispatchSubcommand("*",operands,
unknown2);this.listenerCount("command:*")?this.emit("command:*",operands,unknown2):this.commands.length?this.unknownCommand():(checkForUnknownOptions(),this._processArguments())}else
this.commands.length?(checkForUnknownOptions(),this.help({error:!0})):(checkForUnknownOptions(),this._processArguments())}_findCommand(name){if(name)return this.
commands.find(cmd=>cmd._name===name||cmd._aliases.includes(name))}_findOption(arg){return this.options.find(option=>option.is(arg))}_checkForMissingMandatoryOptions(){
this._getCommandAndAncestors().forEach(cmd=>{cmd.options.forEach(anOption=>{anOption.mandatory&&cmd.getOptionValue(anOption.attributeName())===void 0&&cmd.missingMandatoryOptionValue(
anOption)})})}_checkForConflictingLocalOptions(){let definedNonDefaultOptions=this.options.filter(option=>{let optionKey=option.attributeName();return this.getOptionValue(
optionKey)===void 0?!1:this.getOptionValueSource(optionKey)!=="default"});definedNonDefaultOptions.filter(option=>option.conflictsWith.length>0).forEach(option=>{
let conflictingAndDefined=definedNonDefaultOptions.find(defined=>option.conflictsWith.includes(defined.attributeName()));conflictingAndDefined&&this._conflictingOption(
option,conflictingAndDefined)})}_checkForConflictingOptions(){this._getCommandAndAncestors().forEach(cmd=>{cmd._checkForConflictingLocalOptions()})}parseOptions(args){
let operands=[],unknown2=[],dest=operands;function maybeOption(arg){return arg.length>1&&arg[0]==="-"}let negativeNumberArg=arg=>/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.
test(arg)?!this._getCommandAndAncestors().some(cmd=>cmd.options.map(opt=>opt.short).some(short=>/^-\d$/.test(short))):!1,activeVariadicOption=null,activeGroup=null,
i=0;for(;i<args.length||activeGroup;){let arg=activeGroup??args[i++];if(activeGroup=null,arg==="--"){dest===unknown2&&dest.push(arg),dest.push(...args.slice(i));
break}if(activeVariadicOption&&(!maybeOption(arg)||negativeNumberArg(arg))){this.emit(`option:${activeVariadicOption.name()}`,arg);continue}if(activeVariadicOption=
null,maybeOption(arg)){let option=this._findOption(arg);if(option){if(option.required){let value=args[i++];value===void 0&&this.optionMissingArgument(option),this.
emit(`option:${option.name()}`,value)}else if(option.optional){let value=null;i<args.length&&(!maybeOption(args[i])||negativeNumberArg(args[i]))&&(value=args[i++]),
this.emit(`option:${option.name()}`,value)}else this.emit(`option:${option.name()}`);activeVariadicOption=option.variadic?option:null;continue}}if(arg.length>2&&
arg[0]==="-"&&arg[1]!=="-"){let option=this._findOption(`-${arg[1]}`);if(option){option.required||option.optional&&this._combineFlagAndOptionalValue?this.emit(`\
option:${option.name()}`,arg.slice(2)):(this.emit(`option:${option.name()}`),activeGroup=`-${arg.slice(2)}`);continue}}if(/^--[^=]+=/.test(arg)){let index=arg.indexOf(
"="),option=this._findOption(arg.slice(0,index));if(option&&(option.required||option.optional)){this.emit(`option:${option.name()}`,arg.slice(index+1));continue}}
if(dest===operands&&maybeOption(arg)&&!(this.commands.length===0&&negativeNumberArg(arg))&&(dest=unknown2),(this._enablePositionalOptions||this._passThroughOptions)&&
operands.length===0&&unknown2.length===0){if(this._findCommand(arg)){operands.push(arg),unknown2.push(...args.slice(i));break}else if(this._getHelpCommand()&&arg===
this._getHelpCommand().name()){operands.push(arg,...args.slice(i));break}else if(this._defaultCommandName){unknown2.push(arg,...args.slice(i));break}}if(this._passThroughOptions){
dest.push(arg,...args.slice(i));break}dest.push(arg)}return{operands,unknown:unknown2}}opts(){if(this._storeOptionsAsProperties){let result={},len=this.options.
length;for(let i=0;i<len;i++){let key=this.options[i].attributeName();result[key]=key===this._versionOptionName?this._version:this[key]}return result}return this.
_optionValues}optsWithGlobals(){return this._getCommandAndAncestors().reduce((combinedOptions,cmd)=>Object.assign(combinedOptions,cmd.opts()),{})}error(message2,errorOptions){
this._outputConfiguration.outputError(`${message2}
`,this._outputConfiguration.writeErr),typeof this._showHelpAfterError=="string"?this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`):this._showHelpAfterError&&(this._outputConfiguration.writeErr(`
`),this.outputHelp({error:!0}));let config=errorOptions||{},exitCode=config.exitCode||1,code=config.code||"commander.error";this._exit(exitCode,code,message2)}_parseOptionsEnv(){
this.options.forEach(option=>{if(option.envVar&&option.envVar in process2.env){let optionKey=option.attributeName();(this.getOptionValue(optionKey)===void 0||["\
default","config","env"].includes(this.getOptionValueSource(optionKey)))&&(option.required||option.optional?this.emit(`optionEnv:${option.name()}`,process2.env[option.
envVar]):this.emit(`optionEnv:${option.name()}`))}})}_parseOptionsImplied(){let dualHelper=new DualOptions(this.options),hasCustomOptionValue=optionKey=>this.getOptionValue(
optionKey)!==void 0&&!["default","implied"].includes(this.getOptionValueSource(optionKey));this.options.filter(option=>option.implied!==void 0&&hasCustomOptionValue(
option.attributeName())&&dualHelper.valueFromOption(this.getOptionValue(option.attributeName()),option)).forEach(option=>{Object.keys(option.implied).filter(impliedKey=>!hasCustomOptionValue(
impliedKey)).forEach(impliedKey=>{this.setOptionValueWithSource(impliedKey,option.implied[impliedKey],"implied")})})}missingArgument(name){let message2=`error: \
missing required argument '${name}'`;this.error(message2,{code:"commander.missingArgument"})}optionMissingArgument(option){let message2=`error: option '${option.
flags}' argument missing`;this.error(message2,{code:"commander.optionMissingArgument"})}missingMandatoryOptionValue(option){let message2=`error: required option\
 '${option.flags}' not specified`;this.error(message2,{code:"commander.missingMandatoryOptionValue"})}_conflictingOption(option,conflictingOption){let findBestOptionFromValue=option2=>{
let optionKey=option2.attributeName(),optionValue=this.getOptionValue(optionKey),negativeOption=this.options.find(target=>target.negate&&optionKey===target.attributeName()),
positiveOption=this.options.find(target=>!target.negate&&optionKey===target.attributeName());return negativeOption&&(negativeOption.presetArg===void 0&&optionValue===
!1||negativeOption.presetArg!==void 0&&optionValue===negativeOption.presetArg)?negativeOption:positiveOption||option2},getErrorMessage=option2=>{let bestOption=findBestOptionFromValue(
option2),optionKey=bestOption.attributeName();return this.getOptionValueSource(optionKey)==="env"?`environment variable '${bestOption.envVar}'`:`option '${bestOption.
flags}'`},message2=`error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;this.error(message2,{code:"commander.conflictin\
gOption"})}unknownOption(flag){if(this._allowUnknownOption)return;let suggestion="";if(flag.startsWith("--")&&this._showSuggestionAfterError){let candidateFlags=[],
command=this;do{let moreFlags=command.createHelp().visibleOptions(command).filter(option=>option.long).map(option=>option.long);candidateFlags=candidateFlags.concat(
moreFlags),command=command.parent}while(command&&!command._enablePositionalOptions);suggestion=suggestSimilar(flag,candidateFlags)}let message2=`error: unknown \
option '${flag}'${suggestion}`;this.error(message2,{code:"commander.unknownOption"})}_excessArguments(receivedArgs){if(this._allowExcessArguments)return;let expected=this.
registeredArguments.length,s=expected===1?"":"s",message2=`error: too many arguments${this.parent?` for '${this.name()}'`:""}. Expected ${expected} argument${s}\
 but got ${receivedArgs.length}.`;this.error(message2,{code:"commander.excessArguments"})}unknownCommand(){let unknownName=this.args[0],suggestion="";if(this._showSuggestionAfterError){
let candidateNames=[];this.createHelp().visibleCommands(this).forEach(command=>{candidateNames.push(command.name()),command.alias()&&candidateNames.push(command.
alias())}),suggestion=suggestSimilar(unknownName,candidateNames)}let message2=`error: unknown command '${unknownName}'${suggestion}`;this.error(message2,{code:"\
commander.unknownCommand"})}version(str,flags,description2){if(str===void 0)return this._version;this._version=str,flags=flags||"-V, --version",description2=description2||
"output the version number";let versionOption=this.createOption(flags,description2);return this._versionOptionName=versionOption.attributeName(),this._registerOption(
versionOption),this.on("option:"+versionOption.name(),()=>{this._outputConfiguration.writeOut(`${str}
`),this._exit(0,"commander.version",str)}),this}description(str,argsDescription){return str===void 0&&argsDescription===void 0?this._description:(this._description=
str,argsDescription&&(this._argsDescription=argsDescription),this)}summary(str){return str===void 0?this._summary:(this._summary=str,this)}alias(alias){if(alias===
void 0)return this._aliases[0];let command=this;if(this.commands.length!==0&&this.commands[this.commands.length-1]._executableHandler&&(command=this.commands[this.
commands.length-1]),alias===command._name)throw new Error("Command alias can't be the same as its name");let matchingCommand=this.parent?._findCommand(alias);if(matchingCommand){
let existingCmd=[matchingCommand.name()].concat(matchingCommand.aliases()).join("|");throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as\
 already have command '${existingCmd}'`)}return command._aliases.push(alias),this}aliases(aliases){return aliases===void 0?this._aliases:(aliases.forEach(alias=>this.
alias(alias)),this)}usage(str){if(str===void 0){if(this._usage)return this._usage;let args=this.registeredArguments.map(arg=>humanReadableArgName(arg));return[].
concat(this.options.length||this._helpOption!==null?"[options]":[],this.commands.length?"[command]":[],this.registeredArguments.length?args:[]).join(" ")}return this.
_usage=str,this}name(str){return str===void 0?this._name:(this._name=str,this)}helpGroup(heading){return heading===void 0?this._helpGroupHeading??"":(this._helpGroupHeading=
heading,this)}commandsGroup(heading){return heading===void 0?this._defaultCommandGroup??"":(this._defaultCommandGroup=heading,this)}optionsGroup(heading){return heading===
void 0?this._defaultOptionGroup??"":(this._defaultOptionGroup=heading,this)}_initOptionGroup(option){this._defaultOptionGroup&&!option.helpGroupHeading&&option.
helpGroup(this._defaultOptionGroup)}_initCommandGroup(cmd){this._defaultCommandGroup&&!cmd.helpGroup()&&cmd.helpGroup(this._defaultCommandGroup)}nameFromFilename(filename){
return this._name=path24.basename(filename,path24.extname(filename)),this}executableDir(path25){return path25===void 0?this._executableDir:(this._executableDir=
path25,this)}helpInformation(contextOptions){let helper=this.createHelp(),context=this._getOutputContext(contextOptions);helper.prepareContext({error:context.error,
helpWidth:context.helpWidth,outputHasColors:context.hasColors});let text2=helper.formatHelp(this,helper);return context.hasColors?text2:this._outputConfiguration.
stripColor(text2)}_getOutputContext(contextOptions){contextOptions=contextOptions||{};let error=!!contextOptions.error,baseWrite,hasColors,helpWidth;return error?
(baseWrite=str=>this._outputConfiguration.writeErr(str),hasColors=this._outputConfiguration.getErrHasColors(),helpWidth=this._outputConfiguration.getErrHelpWidth()):
(baseWrite=str=>this._outputConfiguration.writeOut(str),hasColors=this._outputConfiguration.getOutHasColors(),helpWidth=this._outputConfiguration.getOutHelpWidth()),
{error,write:str=>(hasColors||(str=this._outputConfiguration.stripColor(str)),baseWrite(str)),hasColors,helpWidth}}outputHelp(contextOptions){let deprecatedCallback;
typeof contextOptions=="function"&&(deprecatedCallback=contextOptions,contextOptions=void 0);let outputContext=this._getOutputContext(contextOptions),eventContext={
error:outputContext.error,write:outputContext.write,command:this};this._getCommandAndAncestors().reverse().forEach(command=>command.emit("beforeAllHelp",eventContext)),
this.emit("beforeHelp",eventContext);let helpInformation=this.helpInformation({error:outputContext.error});if(deprecatedCallback&&(helpInformation=deprecatedCallback(
helpInformation),typeof helpInformation!="string"&&!Buffer.isBuffer(helpInformation)))throw new Error("outputHelp callback must return a string or a Buffer");outputContext.
write(helpInformation),this._getHelpOption()?.long&&this.emit(this._getHelpOption().long),this.emit("afterHelp",eventContext),this._getCommandAndAncestors().forEach(
command=>command.emit("afterAllHelp",eventContext))}helpOption(flags,description2){return typeof flags=="boolean"?(flags?(this._helpOption===null&&(this._helpOption=
void 0),this._defaultOptionGroup&&this._initOptionGroup(this._getHelpOption())):this._helpOption=null,this):(this._helpOption=this.createOption(flags??"-h, --he\
lp",description2??"display help for command"),(flags||description2)&&this._initOptionGroup(this._helpOption),this)}_getHelpOption(){return this._helpOption===void 0&&
this.helpOption(void 0,void 0),this._helpOption}addHelpOption(option){return this._helpOption=option,this._initOptionGroup(option),this}help(contextOptions){this.
outputHelp(contextOptions);let exitCode=Number(process2.exitCode??0);exitCode===0&&contextOptions&&typeof contextOptions!="function"&&contextOptions.error&&(exitCode=
1),this._exit(exitCode,"commander.help","(outputHelp)")}addHelpText(position,text2){let allowedValues=["beforeAll","before","after","afterAll"];if(!allowedValues.
includes(position))throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);let helpEvent=`${position}Help`;return this.on(helpEvent,context=>{let helpStr;typeof text2=="function"?helpStr=
text2({error:context.error,command:context.command}):helpStr=text2,helpStr&&context.write(`${helpStr}
`)}),this}_outputHelpIfRequested(args){let helpOption=this._getHelpOption();helpOption&&args.find(arg=>helpOption.is(arg))&&(this.outputHelp(),this._exit(0,"com\
mander.helpDisplayed","(outputHelp)"))}};function incrementNodeInspectorPort(args){return args.map(arg=>{if(!arg.startsWith("--inspect"))return arg;let debugOption,
debugHost="127.0.0.1",debugPort="9229",match;return(match=arg.match(/^(--inspect(-brk)?)$/))!==null?debugOption=match[1]:(match=arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/))!==
null?(debugOption=match[1],/^\d+$/.test(match[3])?debugPort=match[3]:debugHost=match[3]):(match=arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/))!==null&&(debugOption=
match[1],debugHost=match[3],debugPort=match[4]),debugOption&&debugPort!=="0"?`${debugOption}=${debugHost}:${parseInt(debugPort)+1}`:arg})}function useColor(){if(process2.
env.NO_COLOR||process2.env.FORCE_COLOR==="0"||process2.env.FORCE_COLOR==="false")return!1;if(process2.env.FORCE_COLOR||process2.env.CLICOLOR_FORCE!==void 0)return!0}
exports2.Command=Command2;exports2.useColor=useColor}});var require_commander=__commonJS({"node_modules/commander/index.js"(exports2){var{Argument:Argument2}=require_argument(),{Command:Command2}=require_command(),{CommanderError:CommanderError2,
InvalidArgumentError:InvalidArgumentError2}=require_error(),{Help:Help2}=require_help(),{Option:Option2}=require_option();exports2.program=new Command2;exports2.
createCommand=name=>new Command2(name);exports2.createOption=(flags,description2)=>new Option2(flags,description2);exports2.createArgument=(name,description2)=>new Argument2(
name,description2);exports2.Command=Command2;exports2.Option=Option2;exports2.Argument=Argument2;exports2.Help=Help2;exports2.CommanderError=CommanderError2;exports2.
InvalidArgumentError=InvalidArgumentError2;exports2.InvalidOptionArgumentError=InvalidArgumentError2}});var import_index,program,createCommand,createArgument,createOption,CommanderError,InvalidArgumentError,InvalidOptionArgumentError,Command,Argument,Option,Help,init_esm=__esm(
{"node_modules/commander/esm.mjs"(){import_index=__toESM(require_commander(),1),{program,createCommand,createArgument,createOption,CommanderError,InvalidArgumentError,
InvalidOptionArgumentError,Command,Argument,Option,Help}=import_index.default}});function withCommonOptions(command,json="print one JSON document on stdout"){return command.option("-C, --cwd <dir>","work in this directory instead of the curr\
ent one",nameArgument).option("--json",json)}function nameArgument(text2){if(text2.trim()!=="")return text2;throw new InvalidArgumentError("Give one, or leave t\
he option out")}function durationArgument(text2){return durationUpTo(MAX_DURATION_MS,text2)}function durationUpTo(maxMs,text2){let reading=readDuration(text2,maxMs);
if(reading.ok)return reading.value;throw new InvalidArgumentError(`"${text2}" ${reading.why}`)}function keyArgument(text2){if(text2.length>0&&text2.length<=MAX_KEY_CHARS)
return text2;throw new InvalidArgumentError(`Give 1 to ${MAX_KEY_CHARS} characters`)}function retriesArgument(text2){let count=countArgument(text2);if(count<=MAX_RETRIES)
return count;throw new InvalidArgumentError(`Give a number from 0 to ${MAX_RETRIES}`)}function countArgument(text2){if(!/^\d{1,15}$/u.test(text2))throw new InvalidArgumentError(
"Give a whole number");return Number(text2)}function choiceOption(flags,description2,choices,parse3=oneOf(choices)){return new Option(flags,description2).choices(
choices).argParser(parse3)}function oneOf(choices){return text2=>{if(choices.includes(text2))return text2;throw new InvalidArgumentError(`Choose one of ${choices.
join(", ")}`)}}function collect(text2,before=[]){return[...before,nameArgument(text2)]}var init_options=__esm({"src/cli/options.ts"(){"use strict";init_esm();init_duration();
init_settings_table();init_job()}});function withJobOptions(command){return withSettingOptions(command).option("--key <key>","the same key again is the same job: it is joined, or its result given",
keyArgument)}function withSettingOptions(command){return command.option("-m, --model <model>",'model to use ("spark" is short for gpt-5.3-codex-spark)',nameArgument).
addOption(choiceOption("--effort <effort>","reasoning effort",EFFORTS,effortArgument)).option("--timeout <duration>","end the job after this time, such as 45m; \
0 = never (default 30m)",durationArgument).option("--idle-timeout <duration>","end the job after this time without progress; 0 = never (default 10m)",durationArgument).
option("--start-timeout <duration>","end the job if its turn has not started after this time; 0 = never (default 60s)",durationArgument).option("--queue-timeout\
 <duration>","end the job if it has to wait longer than this; 0 = never (default)",durationArgument).option("--retries <n>","try again so often when an attempt \
is lost before it has done anything; each has the whole time (default 0)",retriesArgument)}function withApprovalOption(command){return command.addOption(choiceOption(
"--on-approval <rule>","when Codex asks for more than its sandbox allows (default decline; ask needs a terminal to ask on)",APPROVAL_RULES))}function effortArgument(text2){
let effort=EFFORTS.find(known=>known===text2.toLowerCase());if(effort===void 0)throw new InvalidArgumentError(`Choose one of ${EFFORTS.join(", ")}`);return effort}
var PERMISSION_FLAGS,init_job_options=__esm({"src/cli/job-options.ts"(){"use strict";init_esm();init_job();init_options();PERMISSION_FLAGS={write:"--write",sandbox:"\
--sandbox",network:"--network",addDir:"--add-dir"}}});function abilityOf(stream,environment,platform=process.platform){let redraw=stream.isTTY===!0&&obeys(environment.TERM,platform)&&!isSet(environment.CI);return{redraw,
color:redraw&&!environment.NO_COLOR,glyphs:redraw&&environment.TERM!=="linux"}}function obeys(terminal,platform){return terminal?terminal!=="dumb":platform==="w\
in32"}function isSet(flag){return flag!==void 0&&flag!==""&&flag!=="false"&&flag!=="0"}var init_ability=__esm({"src/terminal/ability.ts"(){"use strict"}});function parseVerdict(text2){let value;try{value=JSON.parse(withoutFence(text2.trim()))}catch(error){return{ok:!1,kind:"not_json",error:messageOf(error),raw:text2}}
let parsed2=safeParse(VerdictSchema,value);return parsed2.success?{ok:!0,verdict:parsed2.output}:{ok:!1,kind:"wrong_shape",error:shapeError(value,parsed2.issues[0]),
raw:text2}}function worstFirst(findings){let rank=({severity})=>SEVERITIES.indexOf(severity);return findings.toSorted((a,b)=>rank(a)-rank(b)||b.confidence-a.confidence)}
function withoutFence(text2){return FENCE.exec(text2)?.[1]??text2}function shapeError(value,issue){if(typeof value!="object"||value===null||Array.isArray(value))
return"Expected a top-level JSON object.";let path24=getDotPath(issue)??"",missing=issue.input===void 0||issue.type!=="picklist"&&!path24.includes(".")?MISSING.
get(path24):void 0,received=oneLine(issue.received,MAX_QUOTED_CHARS);return missing??`Unexpected value at \`${path24}\`: expected ${issue.expected??"another"}, \
received ${received}`}var MAX_QUOTED_CHARS,SEVERITIES,VERDICTS,Line,FindingSchema,VerdictSchema,FENCE,MISSING,init_verdict=__esm({"src/review/verdict.ts"(){"use\
 strict";init_dist();init_fault();init_plain_text();MAX_QUOTED_CHARS=200,SEVERITIES=["critical","high","medium","low"],VERDICTS=["approve","needs-attention"],Line=
pipe(number(),integer(),minValue(1)),FindingSchema=object({severity:picklist(SEVERITIES),title:string(),body:string(),file:string(),line_start:Line,line_end:Line,
confidence:pipe(number(),minValue(0),maxValue(1)),recommendation:string()}),VerdictSchema=object({verdict:picklist(VERDICTS),summary:string(),findings:array(FindingSchema),
next_steps:array(string())});FENCE=/^```[a-z]*[ \t]*\r?\n([\s\S]*?)\r?\n?```$/iu;MISSING=new Map([["verdict","Missing string `verdict`."],["summary","Missing st\
ring `summary`."],["findings","Missing array `findings`."],["next_steps","Missing array `next_steps`."]])}});function cutOffItems({openItems,work:{unfinished}}){return openItems.filter(({itemId:itemId2})=>itemId2!==unfinished?.itemId).map(({label:label2})=>label2)}var init_cut_off=__esm(
{"src/status/cut-off.ts"(){"use strict"}});function witnessesOf(job,{isAlive:isAlive2,live}){let broker={...job.broker,alive:isAlive2(job.broker),lastAnswerAt:live?.answeredAt??null},appServer={...job.appServer,
alive:isAlive2(job.appServer),state:live?.appServer.state??null,lastAnswerAt:live?.appServer.lastAnswerAt??null},why=disagreement(broker,appServer);return{verdict:why===
null?"responsive":"unresponsive",why,broker,appServer,worker:live?.worker?{pid:job.broker.pid,...live.worker}:null}}function disagreement(broker,appServer){return broker.
alive?broker.lastAnswerAt===null?`the broker (pid ${broker.pid}) is alive and does not answer`:appServer.alive?appServer.state==="unresponsive"?`the app-server \
(pid ${appServer.pid}) is alive and does not answer`:null:`the app-server (pid ${appServer.pid}) is gone`:`the broker (pid ${broker.pid}) is gone`}var init_witnesses=__esm(
{"src/status/witnesses.ts"(){"use strict"}});function jobView(job,nowMs,extras){let startedAt=job.status==="queued"?null:job.startedAt,completedAt=isFinished(job)?job.completedAt:null,sinceStart=Math.max(0,
(completedAt===null?nowMs:Date.parse(completedAt))-Date.parse(startedAt??job.createdAt)-job.work.clockJumpMs);return{schemaVersion:job.schemaVersion,id:job.id,kind:job.
kind,...labelsOf(job),title:job.title,summary:job.summary,requestSummary:job.summary,status:job.status,phase:job.phase,position:extras.live?.position??null,waitingForJob:extras.
live?.waitingForJob??null,pid:job.status==="running"?job.broker.pid:null,threadId:job.threadId,turnId:job.turnId,sessionId:job.sessionId,key:job.key,retryOf:job.
retryOf,workspaceRoot:job.workspaceRoot,...permissionsOf2(job),logFile:job.logFile,createdAt:job.createdAt,startedAt,completedAt,updatedAt:job.updatedAt,elapsed:extras.
formatMs(sinceStart),duration:completedAt===null?null:extras.formatMs(sinceStart),progressPreview:[...extras.progressPreview??[]],errorMessage:errorMessageOf(job),
...failureOf3(job),deadlineAt:job.status==="running"?job.deadlineAt:null,idleSince:idleSinceOf(job,nowMs,extras.live?.idleMs??null),lastEventAt:job.lastEventAt,
waitingFor:isFinished(job)?null:waitingForOf(job.openItems,nowMs,extras.formatMs),clock:extras.live?.clock??null,attempt:job.attempt,retries:job.request.retries,
retryAt:job.status==="queued"?job.retryAt:null,resolved:job.resolved,usage:job.work.usage,partial:partialOf(job),witnesses:job.status==="running"?witnessesOf(job,
{isAlive:extras.isAlive,live:extras.live}):null}}function labelsOf(job){switch(job.kind){case"review":case"adversarial-review":return{kindLabel:job.kind,jobClass:"\
review"};case"task":case"stop-gate-review":return{kindLabel:"rescue",jobClass:"task"}}}function permissionsOf2({request,questions}){let{sandbox,onApproval}=request;
return{write:mayWrite(request),sandbox:sandbox??"inherit",onApproval,questions}}function cancelledBy({history}){return history.at(-1)?.detail??"by user"}function errorMessageOf(job){
switch(job.status){case"failed":return job.errorMessage;case"cancelled":return`Cancelled ${cancelledBy(job)}.`;default:return null}}function failureOf3(job){return job.
status==="failed"?{reason:job.reason,comeBackAt:job.comeBackAt}:{reason:null,comeBackAt:null}}function idleSinceOf(job,nowMs,idleMs){return job.status!=="runnin\
g"?null:idleMs===null?job.lastProgressAt:new Date(nowMs-idleMs).toISOString()}function waitingForOf(items,nowMs,formatMs2){let[oldest]=items;if(oldest===void 0)
return null;let waitedMs=Math.max(0,nowMs-Date.parse(oldest.since));return{label:oldest.label,since:oldest.since,for:formatMs2(waitedMs)}}function partialOf(job){
if(job.status!=="failed"&&job.status!=="cancelled")return null;let{lastMessage,unfinished,reasoningSummary,touchedFiles,commands,lastNotice}=job.work,cutOff=cutOffItems(
job);if(isEmpty(job.work)&&cutOff.length===0)return null;let unfinishedMessage=unfinished?.text??null;return{lastMessage,unfinishedMessage,reasoningSummary,touchedFiles,
commands,cutOff,lastNotice}}function isEmpty({lastMessage,unfinished,lastNotice,reasoningSummary,touchedFiles,commands}){return(lastMessage??unfinished??lastNotice)===
null&&[reasoningSummary,touchedFiles,commands].every(list=>list.length===0)}var init_job_view=__esm({"src/status/job-view.ts"(){"use strict";init_job();init_cut_off();
init_witnesses()}});function parseNumber2(milliseconds){return{days:Math.trunc(milliseconds/864e5),hours:Math.trunc(milliseconds/36e5%24),minutes:Math.trunc(milliseconds/6e4%60),seconds:Math.
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
colonNotation&&milliseconds<1e3&&!options.subSecondsAsDecimals){let seconds=Number(parsed2.seconds),milliseconds2=Number(parsed2.milliseconds),microseconds=Number(
parsed2.microseconds),nanoseconds=Number(parsed2.nanoseconds);if(add(seconds,"second","s"),options.formatSubMilliseconds)add(milliseconds2,"millisecond","ms"),add(
microseconds,"microsecond","\xB5s"),add(nanoseconds,"nanosecond","ns");else{let millisecondsAndBelow=milliseconds2+microseconds/1e3+nanoseconds/1e6,millisecondsDecimalDigits=typeof options.
millisecondsDecimalDigits=="number"?options.millisecondsDecimalDigits:0,roundedMilliseconds=millisecondsAndBelow>=1?Math.round(millisecondsAndBelow):Math.ceil(millisecondsAndBelow),
maximumMilliseconds=1e3-10**-millisecondsDecimalDigits,millisecondsString=millisecondsDecimalDigits?Math.min(millisecondsAndBelow,maximumMilliseconds).toFixed(millisecondsDecimalDigits):
Math.min(roundedMilliseconds,maximumMilliseconds);add(Number.parseFloat(millisecondsString),"millisecond","ms",millisecondsString)}}else{let seconds=(isBigInt?Number(
milliseconds%ONE_DAY_IN_MILLISECONDS):milliseconds)/1e3%60,secondsDecimalDigits=typeof options.secondsDecimalDigits=="number"?options.secondsDecimalDigits:1,secondsFixed=floorDecimals(
seconds,secondsDecimalDigits),secondsString=options.keepDecimalsOnWholeSeconds?secondsFixed:secondsFixed.replace(/\.0+$/,"");add(Number.parseFloat(secondsString),
"second","s",secondsString)}if(result.length===0)return sign+"0"+(options.verbose?" milliseconds":"ms");let separator=options.colonNotation?":":" ";return typeof options.
unitCount=="number"&&(result=result.slice(0,Math.max(options.unitCount,1))),sign+result.join(separator)}var isZero,pluralize,SECOND_ROUNDING_EPSILON,ONE_DAY_IN_MILLISECONDS,
init_pretty_ms=__esm({"node_modules/pretty-ms/index.js"(){init_parse_ms();isZero=value=>value===0||value===0n,pluralize=(word,count)=>count===1||count===1n?word:
`${word}s`,SECOND_ROUNDING_EPSILON=1e-7,ONE_DAY_IN_MILLISECONDS=24n*60n*60n*1000n}});function formatMs(ms2){return ms2<1e3?`${Math.round(ms2)}ms`:prettyMilliseconds(ms2,{secondsDecimalDigits:0})}var init_duration2=__esm({"src/util/duration.ts"(){
"use strict";init_pretty_ms()}});var notice_exports={};__export(notice_exports,{noticeOf:()=>noticeOf});function noticeOf(jobs){let[first4]=jobs,title=jobs.length===1&&first4!==void 0?first4.title:
`${jobs.length} Codex jobs`,body=jobs.length===1&&first4!==void 0?phrase(first4):counts(jobs);return{title:oneLine(title,TITLE_CHARS),body:oneLine(body,BODY_CHARS)}}
function phrase(job){if(!isFinished(job))return`not ended yet (${job.id})`;let{duration:duration2}=jobView(job,Date.parse(job.completedAt),{formatMs,isAlive,live:null});
return`${verdictOf(job)} after ${duration2} (${job.id})`}function verdictOf(job){if(job.status==="failed")return`failed: ${job.reason}`;if(job.status==="cancell\
ed"||job.kind!=="adversarial-review")return job.status;let parsed2=parseVerdict(job.finalMessage);return parsed2.ok?`completed: ${parsed2.verdict.verdict}`:job.
status}function counts(jobs){let words=jobs.map(job=>isFinished(job)?job.status:"not ended yet");return[...new Set(words)].map(word=>`${words.filter(other=>other===
word).length} ${word}`).join(", ")}var TITLE_CHARS,BODY_CHARS,init_notice=__esm({"src/notify/notice.ts"(){"use strict";init_job();init_verdict();init_job_view();
init_liveness();init_duration2();init_plain_text();TITLE_CHARS=60,BODY_CHARS=200}});function programFile(name,{environment,platform=process.platform,exists:exists2=import_node_fs25.existsSync}){if(platform!=="win32"||/[\\/:]/u.test(name))return name;
let names=hasSuffix(name)?[name]:SUFFIXES.map(suffix=>`${name}${suffix}`);return searchDirectories(environment,platform).flatMap(directory=>names.map(file=>import_node_path22.default.
win32.join(directory,file))).find(exists2)??null}function hasSuffix(name){return SUFFIXES.some(suffix=>name.toLowerCase().endsWith(suffix))}var import_node_fs25,
import_node_path22,SUFFIXES,init_program_file=__esm({"src/util/program-file.ts"(){"use strict";import_node_fs25=require("node:fs"),import_node_path22=__toESM(require("node:path"),1);
init_search_path();SUFFIXES=[".exe",".com"]}});var Tail,init_tail=__esm({"src/util/tail.ts"(){"use strict";Tail=class{#limit;#chunks=[];#bytes=0;constructor(limit){this.#limit=limit}push(chunk){this.#chunks.
push(chunk),this.#bytes+=chunk.length,this.#bytes>2*this.#limit&&this.#compact()}toString(){return this.#compact(),Buffer.concat(this.#chunks).toString("utf8")}#compact(){
let all=Buffer.concat(this.#chunks),kept=Buffer.from(all.subarray(Math.max(0,all.length-this.#limit)));this.#chunks=[kept],this.#bytes=kept.length}}}});async function runBounded(command,args,options){if(options.signal?.aborted)return{id:"stopped"};let stop=deferred(),stdout=new Head(options.maxBytes,()=>{options.
beyondMax!=="drop"&&stop.resolve("cut")}),stderr=new Tail(STDERR_TAIL_BYTES),file=programFile(command,options);if(file===null)return{id:"not_started",error:noProgram(
command)};let child;try{child=start(file,args,options)}catch(error){return{id:"not_started",error}}child.stdout?.on("data",chunk=>stdout.push(chunk)),child.stderr?.
on("data",chunk=>stderr.push(chunk));let onEnd=child.pid===void 0?void 0:options.onStart?.(child.pid);child.stdin?.on("error",()=>{}),child.stdin?.end(options.input);
let timer=setTimeout(()=>stop.resolve("timed_out"),options.timeoutMs),onAbort=()=>stop.resolve("stopped");options.signal?.addEventListener("abort",onAbort),endWithUs(
child);try{let ended=whenEnded(child,()=>({stdout:stdout.bytes(),stderr:stderr.toString()})),first4=await Promise.race([stop.promise,ended]);return typeof first4!=
"string"?first4:(options.graceMs!==void 0&&signalGroup(child,"SIGTERM")&&await settledWithin(ended,options.graceMs),signalGroup(child,"SIGKILL"),await settledWithin(
ended,DRAIN_MS),first4==="cut"?{id:"cut",stdout:stdout.bytes()}:{id:first4})}finally{onEnd?.(),clearTimeout(timer),options.signal?.removeEventListener("abort",onAbort),
running.delete(child),child.stdin?.destroy(),child.stdout?.destroy(),child.stderr?.destroy(),child.unref()}}function endWithUs(child){running.add(child),!watchesExit&&
(watchesExit=!0,process.once("exit",()=>{for(let left of running)signalGroup(left,"SIGKILL")}))}function start(file,args,{cwd,environment,input}){return spawn(file,
args,{cwd,env:environment,stdio:[input===void 0?"ignore":"pipe","pipe","pipe"],detached:HAS_PROCESS_GROUPS,windowsHide:!0})}function noProgram(command){return Object.
assign(new Error(`spawn ${command} ENOENT`),{code:"ENOENT"})}function whenEnded(child,output){return new Promise(resolve2=>{child.on("error",error=>resolve2({id:"\
not_started",error}));let exited=(code,signal)=>{resolve2({id:"exited",...output(),status:code??signal??"unknown"})};child.once("exit",(code,signal)=>{let cancel2=afterDeadline(
DRAIN_MS,()=>exited(code,signal));child.once("close",cancel2)}),child.once("close",exited)})}function signalGroup(child,signal){return child.pid===void 0||child.
exitCode!==null||child.signalCode!==null?!1:signalProcess(child.pid,signal,"group")}var STDERR_TAIL_BYTES,DRAIN_MS,running,watchesExit,Head,init_bounded_process=__esm(
{"src/util/bounded-process.ts"(){"use strict";init_node_child_process();init_deadline();init_deferred();init_process_tree();init_program_file();init_tail();STDERR_TAIL_BYTES=
2*1024,DRAIN_MS=1e3;running=new Set,watchesExit=!1;Head=class{#limit;#onFull;#chunks=[];#left;constructor(limit,onFull){this.#limit=limit,this.#left=limit,this.#onFull=
onFull}push(chunk){chunk.length>this.#left&&this.#onFull(),this.#left>0&&this.#chunks.push(chunk.subarray(0,this.#left)),this.#left=Math.max(0,this.#left-chunk.
length)}bytes(){return Buffer.concat(this.#chunks).subarray(0,this.#limit)}}}});function desktopCommand(platform,{title,body}){switch(platform){case"darwin":return["osascript",...APPLE_SCRIPT,"codex-companion",title,body];case"win32":return null;default:
return["notify-send","--app-name=codex-companion","--",withoutMarkup(title),withoutMarkup(body)]}}function withoutMarkup(text2){return text2.replace(/[<>&]/gu,"\
 ")}async function notifyDesktop(notice,environment){let command=desktopCommand(process.platform,notice);if(command===null)return`there is no program for it on ${process.
platform}`;let[program2,...args]=command,ended=await runBounded(program2,args,{cwd:import_node_os4.default.homedir(),environment,timeoutMs:DESKTOP_TIMEOUT_MS,maxBytes:MAX_OUTPUT_BYTES});
switch(ended.id){case"exited":return ended.status===0?null:`${program2} ended with ${ended.status}: ${oneLine(ended.stderr,MAX_SAID_CHARS)}`;case"timed_out":return`${program2}\
 was not done within ${DESKTOP_TIMEOUT_MS} ms`;case"not_started":return errorCode(ended.error)==="ENOENT"?`there is no ${program2} on PATH`:`${program2}: ${messageOf(
ended.error)}`;case"cut":case"stopped":return`${program2} was ended`}}var import_node_os4,DESKTOP_TIMEOUT_MS,MAX_OUTPUT_BYTES,MAX_SAID_CHARS,APPLE_SCRIPT,init_desktop=__esm(
{"src/notify/channels/desktop.ts"(){"use strict";import_node_os4=__toESM(require("node:os"),1);init_fault();init_bounded_process();init_plain_text();init_system_error();
DESKTOP_TIMEOUT_MS=5e3,MAX_OUTPUT_BYTES=4096,MAX_SAID_CHARS=300,APPLE_SCRIPT=["on run argv","display notification (item 3 of argv) with title (item 2 of argv)",
"end run"].flatMap(line2=>["-e",line2])}});function terminalNotice(notice,environment){let[,,form]=TERMINALS.find(([variable,value])=>value.test(environment[variable]??""))??[],wrap=multiplexer(environment);
return{sequence:form===void 0?null:(wrap??plain)(osc(form,notice)),relayed:wrap!==null}}function osc(form,{title,body}){return`\x1B]${form===9?`9;${field(title)}\
: ${field(body)}`:`777;notify;${field(title)};${field(body)}`}\x07`}function field(text2){return text2.replace(new RegExp("\\p{Cc}","gu"),"").replaceAll(";",",")}
function multiplexer(environment){return environment.TMUX?sequence=>`\x1BPtmux;${sequence.replaceAll("\x1B","\x1B\x1B")}\x1B\\`:environment.STY?sequence=>`\x1BP${sequence}\
\x1B\\`:null}function plain(sequence){return sequence}var TERMINALS,init_terminal=__esm({"src/notify/channels/terminal.ts"(){"use strict";TERMINALS=[["TERM_PROG\
RAM",/^iTerm\.app$/u,9],["TERM_PROGRAM",/^(?:WezTerm|ghostty|rio)$/u,777],["TERM_PROGRAM",/^WarpTerminal$/u,9],["TERM",/^xterm-kitty$/u,9],["TERM",/^(?:xterm-ghostty|wezterm|foot(?:-.*)?|rxvt-unicode(?:-.*)?|contour(?:-.*)?)$/u,
777],["LC_TERMINAL",/^iTerm2$/u,9],["ITERM_SESSION_ID",/./u,9],["KITTY_WINDOW_ID",/./u,9],["WEZTERM_PANE",/./u,777],["GHOSTTY_RESOURCES_DIR",/./u,777]]}});var tell_exports={};__export(tell_exports,{tell:()=>tell});async function tell(notice,way,{environment,terminal}){if((way==="bell"||way==="all")&&terminal?.("\x07"),
way==="off")return null;if(way==="bell")return terminal===null?"there is no terminal on standard error":null;let{sequence,relayed}=terminalNotice(notice,environment);
sequence!==null&&terminal?.(sequence);let asked=terminal!==null&&sequence!==null;if(asked&&!relayed)return null;let problem=await notifyDesktop(notice,environment);
return asked?null:problem}var init_tell=__esm({"src/notify/tell.ts"(){"use strict";init_desktop();init_terminal()}});function withNotifyOption(command){return command.option("--notify",'say when it is done: by the bell and on the desktop, or as the setting "notify" has it')}function refuseToNotifyLater({
notify,background}){if(!(notify!==!0||background!==!0))throw new CliError(EXIT.usage,'--notify is for a command that stays until the end (run "codex-companion w\
ait JOB --notify", or set on_job_end)')}function wayToNotify({asked,way,onTerminal,tookMs}){return asked?way==="off"?"all":way:onTerminal&&tookMs>=NOTIFY_AFTER_MS?
way:"off"}async function notifyDone(context,jobs,options){let{settings,environment}=context.config,asked=options.notify===!0,onTerminal=abilityOf(process.stderr,
environment).redraw,way=wayToNotify({asked,way:settings.notify,onTerminal,tookMs:process.uptime()*1e3});if(way==="off"||jobs.length===0)return;let[{noticeOf:noticeOf2},
{tell:tell2}]=await Promise.all([Promise.resolve().then(()=>(init_notice(),notice_exports)),Promise.resolve().then(()=>(init_tell(),tell_exports))]),problem=await tell2(
noticeOf2(jobs),way,{environment,terminal:onTerminal?writeToTerminal:null});problem!==null&&asked&&context.io.note(`Cannot notify: ${problem}`)}function writeToTerminal(sequence){
process.stderr.write(sequence)}var NOTIFY_AFTER_MS,init_notify2=__esm({"src/cli/notify.ts"(){"use strict";init_ability();init_exit_codes();NOTIFY_AFTER_MS=1e4}});async function readPrompt(source){let given=await rawPrompt(source),prompt=given.trim()===""&&source.file===void 0?source.otherwise??"":given;if(prompt.trim()===
"")throw usage("Give a prompt: as words, with --prompt-file FILE, or on standard input");if(prompt.length>MAX_PROMPT_CHARS)throw usage(`The prompt has ${prompt.
length} characters; Codex takes at most ${MAX_PROMPT_CHARS} (put the rest in a file that it can read)`);return prompt}async function rawPrompt({words,file,directory,
otherwise}){if(file!==void 0&&words.length>0)throw usage("Give the prompt as words or with --prompt-file, not both");if(file!==void 0&&file!=="-")return readPromptFile(
import_node_path23.default.resolve(directory,file));let fromStdin=file==="-"||words.length===1&&words[0]==="-";if(!fromStdin&&words.length>0)return words.join("\
 ");if(!fromStdin&&process.stdin.isTTY)return"";let maySayNothing=otherwise!==void 0&&!fromStdin;return readAll2(process.stdin,{where:"on standard input",maySayNothing})}
async function readPromptFile(file){try{return await readAll2(openPromptFile(file),{where:`from "${file}"`})}catch(error){if(error instanceof CliError)throw error;
let why=whyUnreadable(error)??messageOf(error);throw usage(`Cannot read the prompt file "${file}": ${why} (name another one, or "-" for standard input, or give \
the prompt as words)`)}}function openPromptFile(file){return(0,import_node_fs26.statSync)(file).isFIFO()?new Socket({fd:(0,import_node_fs26.openSync)(file,import_node_fs26.constants.
O_RDONLY|import_node_fs26.constants.O_NONBLOCK),readable:!0,writable:!1}):(0,import_node_fs26.createReadStream)(file)}async function readAll2(stream,{where,maySayNothing}){
let chunks=[],bytes=0,iterator=stream[Symbol.asyncIterator]();try{for(;;){let next=await within2(iterator.next(),STDIN_SILENCE_MS,where);if(next.done)return Buffer.
concat(chunks).toString("utf8");let chunk=Buffer.isBuffer(next.value)?next.value:Buffer.from(String(next.value));if(bytes+=chunk.length,bytes>MAX_PROMPT_BYTES)throw usage(
`The prompt ${where} is longer than ${MAX_PROMPT_BYTES} bytes`);chunks.push(chunk)}}catch(error){if(!(error instanceof DeadlineExceeded))throw error;if(maySayNothing&&
bytes===0)return"";throw usage(`Nothing came ${where} for ${STDIN_SILENCE_MS/1e3} s (close it, or give the prompt as words)`)}finally{stream.destroy()}}function usage(message2){
return new CliError(EXIT.usage,message2)}var import_node_fs26,import_node_path23,STDIN_SILENCE_MS,MAX_PROMPT_BYTES,init_prompt=__esm({"src/cli/prompt.ts"(){"use\
 strict";import_node_fs26=require("node:fs");init_node_net();import_node_path23=__toESM(require("node:path"),1);init_fault();init_job();init_deadline();init_system_error();
init_exit_codes();STDIN_SILENCE_MS=1e4,MAX_PROMPT_BYTES=4*MAX_PROMPT_CHARS}});function resultOf(job){let{review}=job.request;return review===null?taskResult(job):job.kind==="adversarial-review"?verdictResult(job,review):reviewResult(job,review)}
function taskResult(job){let{touchedFiles,reasoningSummary}=job.work;return{status:statusOf(job),...commonOf2(job),rawOutput:textOf(job),touchedFiles,reasoningSummary}}
function reviewResult(job,subject){return{review:"Review",target:targetOf2(subject),...commonOf2(job),sourceThreadId:job.threadId,codex:codexOf(job)}}function verdictResult(job,subject){
let{repoRoot,branch,summary}=subject,parsed2=job.status==="completed"?parseVerdict(job.finalMessage):null;return{review:"Adversarial Review",target:targetOf2(subject),
...commonOf2(job),context:{repoRoot,branch,summary},codex:codexOf(job),result:parsed2?.ok?parsed2.verdict:null,rawOutput:textOf(job),parseError:parsed2?.ok===!1?
parsed2.error:null,reasoningSummary:job.work.reasoningSummary}}function commonOf2(job){return{jobId:job.id,threadId:job.threadId,usage:job.work.usage,...failureOf4(
job)}}function failureOf4(job){if(job.status!=="failed")return{};let{reason:reason2,errorMessage,comeBackAt}=job;return{reason:reason2,errorMessage,...comeBackAt===
null?{}:{comeBackAt}}}function codexOf(job){let stderr=job.status==="failed"?job.errorMessage:"";return{status:statusOf(job),stderr,stdout:textOf(job),reasoning:job.
work.reasoningSummary}}function targetOf2({target,explicit}){return{...target,explicit}}function statusOf(job){return job.status==="completed"?0:1}function textOf(job){
return job.status==="completed"?job.finalMessage:job.work.lastMessage??job.work.unfinished?.text??""}var init_result=__esm({"src/client/result.ts"(){"use strict";
init_verdict()}});function momentText(instant,nowMs){return`${localTime(new Date(instant),new Date(nowMs))} (${fromNow(instant,nowMs)})`}function fromNow(instant,nowMs){let ms2=Date.
parse(instant)-nowMs,far=Math.abs(ms2)>=MINUTE_MS?Math.round(Math.abs(ms2)/MINUTE_MS)*MINUTE_MS:Math.abs(ms2);return ms2<0?`${formatMs(far)} ago`:`in ${formatMs(
far)}`}function localTime(at,now){let time=`${two(at.getHours())}:${two(at.getMinutes())}`;if(at.toDateString()===now.toDateString())return time;let year=at.getFullYear()===
now.getFullYear()?"":` ${at.getFullYear()}`;return`${at.getDate()} ${MONTHS[at.getMonth()]}${year} ${time}`}function two(value){return String(value).padStart(2,
"0")}var MONTHS,MINUTE_MS,init_moment=__esm({"src/cli/render/moment.ts"(){"use strict";init_duration2();MONTHS=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug",
"Sep","Oct","Nov","Dec"],MINUTE_MS=6e4}});function endSentence(job){switch(job.status){case"completed":return`${job.id} completed`;case"failed":return`${job.id} failed (${job.reason}): ${job.errorMessage}${comeBackSoon(
job)}`;case"cancelled":return`${job.id} was cancelled ${cancelledBy(job)}`}}function timeoutSentence(ids,timeoutMs){let[has,they]=ids.length===1?["has","it goes"]:
["have","they go"];return`${ids.join(", ")} ${has} not ended within ${timeoutMs} ms; ${they} on`}function comeBackSoon({comeBackAt}){return comeBackAt===null||Date.
parse(comeBackAt)<=Date.now()?"":` (${fromNow(comeBackAt,Date.now())})`}function resumeLines(job){return job.threadId===null?[]:[`Codex session ID: ${job.threadId}`,
`Resume in Codex: codex resume ${job.threadId}`]}var init_job2=__esm({"src/cli/render/job.ts"(){"use strict";init_job_view();init_moment()}});var require_follow=__commonJS({"without:src/client/follow.ts"(){throw new Error("src/client/follow.ts is not in this program")}});async function submitJob(context,spec,options){return endedBefore(context,spec)??submitToBroker(context,spec,options)}async function submitToBroker(context,spec,options){
let why="",notice;for(let attempt=0;attempt<MAX_SUBMIT_ATTEMPTS;attempt+=1){let client=await ensureBroker(context,{submitting:!0,onStarting:options.onStarting,onShuttingDown:last3=>{
notice=last3}});try{let submitted=await handOver(context,client,spec,options);return submitted.attached===null&&client.close(),submitted}catch(error){let gone=!isDraining(
error)||await settledWithin(client.closed,BROKER_START_MS);if(client.close(),!gone)throw stillDraining(messageOf(error));if(!isEnding2(error))throw submitError(
error);if(notice?.cause==="app_server_start_failed")throw new ClientError("codex_unusable",notice.message);why=messageOf(error)}}throw new ClientError("broker_u\
nreachable",`Cannot submit the job: ${MAX_SUBMIT_ATTEMPTS} brokers ended in a row (${why})`)}function endedBefore({store},spec){try{let job=knownJob(spec,jobId2=>store.
read(jobId2));return job!==null&&isFinished(job)?{answer:{job,position:0},attached:null}:null}catch(error){throw error instanceof KeyTaken?new ClientError("key_\
taken",error.message,{cause:error}):error}}async function handOver(context,client,spec,options){let answering=client.call("job/submit",spec);if(!options.follow)
return{answer:await answering,attached:null};let[answered3,attachment]=await Promise.allSettled([answering,attach(context,client,spec.id)]),attached=attachment.
status==="fulfilled"?attachment.value:null;if(answered3.status==="rejected")throw attached?.subscriber.close(),answered3.reason;let answer=answered3.value;return attached===
null||answer.job.owner.brokerId===client.hello.brokerId?{answer,attached}:(attached.subscriber.close(),{answer,attached:null})}async function attach(context,client,jobId2){
let{attachTo}=await Promise.resolve().then(()=>__toESM(require_follow(),1));return attachTo(context,client,jobId2,{sinceSeq:client.hello.seq})}function isEnding2(error){
return isBrokerGone(error)||isDraining(error)}function isDraining(error){return error instanceof RpcError&&error.code===CONTROL_ERRORS.draining}function stillDraining(why){
let remedy='try again when its jobs have ended, or run "codex-companion broker stop --force"';return new ClientError("broker_unreachable",`Cannot submit the job\
: ${why} (${remedy})`)}function queueFull(error){let remedy="try again when some of them have ended, or allow more with CODEX_COMPANION_MAX_QUEUED";return new ClientError(
"queue_full",`Cannot submit the job: ${error.message} (${remedy})`,{cause:error})}function submitError(error){return error instanceof RpcError?error.code===CONTROL_ERRORS.
queueFull?queueFull(error):error.code===CONTROL_ERRORS.keyTaken?new ClientError("key_taken",error.message,{cause:error}):new ClientError("broker_unreachable",`T\
he broker refused the job: ${error.message}`,{cause:error}):error}var MAX_SUBMIT_ATTEMPTS,init_submit=__esm({"src/client/submit.ts"(){"use strict";init_control();
init_fault();init_job();init_message();init_keyed_job();init_deadline();init_broker_gone();init_client_error();init_daemon();MAX_SUBMIT_ATTEMPTS=5}});async function runInBackground(context,spec,options){let{answer}=await submitJob(context,spec,{follow:!1});return printAccepted(context,answer.job,options),EXIT.
done}function printAccepted({io:io2},job,options){let{id:jobId2,title,summary,logFile}=job;options.json?io2.json({jobId:jobId2,status:job.status==="running"?"qu\
eued":job.status,title,summary,logFile}):isFinished(job)?io2.out(`${title} ${jobId2} had ended before, as "${job.status}".
`):io2.out(`${title} started in the background as ${jobId2}. Check /codex:status ${jobId2} for progress.
`)}var init_run_in_background=__esm({"src/cli/run-in-background.ts"(){"use strict";init_submit();init_job();init_exit_codes()}});var require_run_job=__commonJS({"without:src/cli/run-job.ts"(){throw new Error("src/cli/run-job.ts is not in this program")}});var real3,bound3,later3,createInterface,init_promises=__esm({"late-builtin:node:readline/promises"(){real3=name=>require("node:readline/promises")[name],bound3=
(value,owner)=>typeof value=="function"?value.bind(owner):value,later3=name=>new Proxy(function(){},{apply:(_,self2,args)=>Reflect.apply(real3(name),self2,args),
construct:(_,args)=>Reflect.construct(real3(name),args),get:(_,key)=>typeof real3(name)=="function"?real3(name)[key]:bound3(real3(name)[key],real3(name))}),createInterface=
later3("createInterface")}});function raise(signal,hasSignals=HAS_JOB_CONTROL){hasSignals?process.kill(process.pid,signal):process.emit(signal,signal)||process.exit(128+import_node_os5.constants.
signals[signal])}var import_node_os5,HAS_JOB_CONTROL,init_own_signals=__esm({"src/util/own-signals.ts"(){"use strict";import_node_os5=require("node:os"),HAS_JOB_CONTROL=
"SIGTSTP"in import_node_os5.constants.signals}});var approve_exports={};__export(approve_exports,{answerOnTerminal:()=>answerOnTerminal});function answerOnTerminal(context,jobId2,question,client,over){return last2=
last2.then(async()=>{try{let decision=await ask(question,over)?"accept":"decline",{answered:answered3}=await client.call("job/answer",{jobId:jobId2,questionId:question.
id,decision,by:"user"});answered3||context.io.note("Too late: the question is not open any more")}catch(error){if(over.aborted)return;context.io.note(`Cannot an\
swer: ${messageOf(error)}`)}}),last2}async function ask({what,subject},over){await dropTypedAhead(over);let terminal=createInterface({input:process.stdin,output:process.
stderr});terminal.on("SIGINT",()=>raise("SIGINT")),terminal.on("SIGCONT",()=>terminal.resume());try{let about=subject===""?"":`
  ${oneLine(subject,SUBJECT_CHARS)}`,text2=await terminal.question(`Codex asks to be allowed ${what}:${about}
Allow it? [y/N] `,{signal:over});return/^\s*y(?:es)?\s*$/iu.test(text2)}catch(error){if(over.aborted)throw error;return process.stderr.write(`
`),!1}finally{terminal.close()}}async function dropTypedAhead(over){let drop=typed=>{typed.includes(CTRL_C)&&raise("SIGINT")};process.stdin.setRawMode(!0).on("d\
ata",drop);try{await(0,import_promises6.setTimeout)(TYPED_AHEAD_MS,void 0,{signal:over})}finally{process.stdin.off("data",drop).pause(),process.stdin.setRawMode(
!1)}}var import_promises6,SUBJECT_CHARS,CTRL_C,TYPED_AHEAD_MS,last2,init_approve=__esm({"src/cli/approve.ts"(){"use strict";init_promises();import_promises6=require("node:timers/promises");
init_fault();init_own_signals();init_plain_text();SUBJECT_CHARS=500,CTRL_C=3,TYPED_AHEAD_MS=50,last2=Promise.resolve()}});async function runTaskJob(context,spec,options){if(options.background)return runInBackground(context,spec,options);let[{runToEnd},{answerOnTerminal:answerOnTerminal2}]=await Promise.
all([Promise.resolve().then(()=>__toESM(require_run_job(),1)),Promise.resolve().then(()=>(init_approve(),approve_exports))]),job=await runToEnd(context,spec,{quiet:options.
json===!0,onQuestion:(question,client,over)=>answerOnTerminal2(context,spec.id,question,client,over)});return job===null?EXIT.terminated:(printEnd(context,job,options),
await notifyDone(context,[job],options),exitCodeOf(job))}function approvalRule({config},options){return options.onApproval!==void 0?{onApproval:options.onApproval}:
someoneToAsk(options)?{onApproval:config.settings.onApproval}:{}}function someoneToAsk({background}){return background!==!0&&process.stderr.isTTY&&process.stdin.
isTTY}function refuseToAskNobody(rule,options){if(!(rule!=="ask"||someoneToAsk(options)))throw new CliError(EXIT.usage,"--on-approval ask needs a terminal to as\
k on (choose decline or accept)")}function printEnd({io:io2},job,options){let completed=job.status==="completed";if(options.json?io2.json(resultOf(job)):completed&&
io2.foreign(job.finalMessage.endsWith(`
`)?job.finalMessage:`${job.finalMessage}
`),completed)return;io2.note(endSentence(job));for(let line2 of resumeLines(job))io2.note(line2);let{lastMessage,unfinished}=job.work;(lastMessage??unfinished)!==
null&&io2.note(`What it had got to: codex-companion result ${job.id}`)}var init_run_task=__esm({"src/cli/run-task.ts"(){"use strict";init_result();init_exit_codes();
init_notify2();init_job2();init_run_in_background()}});var task_exports={};__export(task_exports,{taskCommand:()=>taskCommand});function taskCommand(program2){withNotifyOption(withApprovalOption(withJobOptions(withCommonOptions(
program2.command("task"))))).summary("hand a job to Codex").description("Hands a job to Codex and prints its final message. Progress goes to stderr.").argument(
"[prompt...]",'what to do; "-" or a pipe reads it from standard input').option("--wait","stay until the task has ended (the default)").option("--background","re\
turn at once with the job id").option("--prompt-file <file>","read the prompt from a file",nameArgument).option("--resume-last","go on with the thread of the la\
test task of this session (also: --resume)").option("--resume <job-or-thread>","go on with the thread of a job, or with any Codex thread (a part of an id: --res\
ume=PART)",nameArgument).option("--fresh","begin a new thread (the default)").option("--write","let Codex change files of the workspace (else it may only read)").
addOption(choiceOption("--sandbox <sandbox>","inherit: as your Codex configuration says (default read-only)",SANDBOX_CHOICES)).option("--network","with a sandbo\
x that may write: let commands use the network, too").option("--add-dir <dir>","with a sandbox that may write: a further directory; may be repeated",collect).action(
async(words,options)=>{process.exitCode=await runTask(words,options)})}async function runTask(words,options){refuseToNotifyLater(options);let context=openContextForJob(
options.cwd);refuseToAskNobody(options.onApproval,options);let spec=await specOf(context,words,options);return runTaskJob(context,spec,options)}async function specOf(context,words,options){
let permissions=permissionsOf(context,{...options,...approvalRule(context,options)},PERMISSION_FLAGS),resumes=options.resumeLast===!0||options.resume!==void 0;if(resumes&&
options.fresh)throw new CliError(EXIT.usage,"Choose either --resume/--resume-last or --fresh.");let prompt=await readPrompt({words,directory:context.workspace.cwd,
...options.promptFile===void 0?{}:{file:options.promptFile},...resumes?{otherwise:CONTINUE_PROMPT}:{}});options.resumeLast&&refuseIdAsPrompt(context,words);let resumeThreadId=resumes?
await threadForKey(context,options.key,options.resume):null;return jobSpec(context,taskParts({prompt,permissions,resumeThreadId}),options)}var CONTINUE_PROMPT,init_task=__esm(
{"src/cli/commands/task.ts"(){"use strict";init_job_spec();init_permissions();init_sandbox_choice();init_task_parts();init_thread_to_resume();init_context2();init_exit_codes();
init_id_as_prompt();init_job_options();init_notify2();init_options();init_prompt();init_run_task();CONTINUE_PROMPT="Continue from the current thread state. Pick\
 the next most valuable step and carry it through to the end."}});function summaryOf(job){if(job.status!=="completed")return job.summary;let[line2=`${job.title} finished.`]=FIRST_LINE.exec(wordsOf(job))??[];return oneLine(line2,
SUMMARY_CHARS2)}function wordsOf({kind,finalMessage}){if(kind!=="adversarial-review")return finalMessage;let parsed2=parseVerdict(finalMessage);return parsed2.ok?
parsed2.verdict.summary:parsed2.error}var SUMMARY_CHARS2,FIRST_LINE,init_summary=__esm({"src/review/summary.ts"(){"use strict";init_plain_text();init_verdict();
SUMMARY_CHARS2=500,FIRST_LINE=/\S.{0,9999}/u}});function viewOf(job,live){let answered3=live?.jobs.get(job.id),known=answered3?.job??job;return{...jobView(known,Date.now(),{formatMs,progressPreview:progressOf(
known),isAlive:live?.isAlive??isAlive,live:answered3??null}),summary:summaryOf(known)}}function progressOf({status:status2,logFile}){return status2==="completed"||
status2==="cancelled"?[]:progressPreview(logFile,PREVIEW_LINES)}var PREVIEW_LINES,init_job_view2=__esm({"src/client/job-view.ts"(){"use strict";init_summary();init_job_view();
init_liveness();init_log();init_duration2();PREVIEW_LINES=4}});async function readLive(context,read2){for(let reads=1;;reads+=1){let found=await read2(),live=await liveView(context,found.jobs);if(!found.jobs.map(job=>live.jobs.
get(job.id)?.job??job).some(job=>job.status==="running"&&!live.isAlive(job.broker))||reads===MAX_READS)return{read:found,live}}}async function liveView(context,jobs){
let names=new Map;for(let{status:status2,owner,id}of jobs)(status2==="queued"||status2==="running")&&names.set(owner.brokerKey,id);let live=new Map,silent=[];return await Promise.
all([...names].map(async([brokerKey2,name])=>{try{for(let entry of await askBroker(context,brokerKey2))live.set(entry.job.id,entry)}catch(error){silent.push(`${whyNot(
name,error)}; what follows is from its records`)}})),{jobs:live,silent,isAlive:lookedForOnce()}}function lookedForOnce(){let answers=new Map;return process2=>{let name=`${process2.
bootId} ${process2.pid} ${process2.startTime}`,alive=answers.get(name)??isAlive(process2);return answers.set(name,alive),alive}}function whyNot(name,error){return error instanceof
ClientError&&error.code==="broker_incompatible"?error.message:`The broker of ${name} does not respond`}async function askBroker(context,brokerKey2){let paths=context.
pathsOf(brokerKey2);if(readBrokerLabel(paths.label)===null)return[];let{findBroker:findBroker2}=await Promise.resolve().then(()=>(init_daemon(),daemon_exports)),
client=await findBroker2(paths,{impatient:!0});if(client===null)return[];try{return(await client.call("job/live",{},LIVE_ANSWER_MS)).jobs}finally{client.close()}}
var LIVE_ANSWER_MS,MAX_READS,init_live_jobs=__esm({"src/client/live-jobs.ts"(){"use strict";init_broker_label();init_liveness();init_client_error();LIVE_ANSWER_MS=
1e3,MAX_READS=3}});function makeMark(directory,name){ensurePrivateDirectory(directory);let file=within(directory,name);try{return(0,import_node_fs27.closeSync)((0,import_node_fs27.openSync)(
file,"wx",384)),!0}catch(error){if(errorCode(error)==="EEXIST")return!1;throw writeError(file,error)}}var import_node_fs27,init_mark=__esm({"src/status/mark.ts"(){
"use strict";import_node_fs27=require("node:fs");init_private_directory();init_system_error();init_within();init_write_error()}});function markSeen(workspaceDirectory2,jobId2){return makeMark(placeOf(workspaceDirectory2),jobId2)}function placeOf(workspaceDirectory2){return within(workspaceDirectory2,
"seen")}var init_seen=__esm({"src/status/seen.ts"(){"use strict";init_ids();init_names_in();init_within();init_mark();init_remove_file()}});function markRead({workspace},job){if(isFinished(job))try{markSeen(workspace.directory,job.id)}catch{}}var init_mark_read=__esm({"src/client/mark-read.ts"(){"us\
e strict";init_job();init_seen()}});function readLimits(file){try{let parsed2=safeParse(LimitsSchema,JSON.parse(readRegularFile(file,MAX_BYTES)));return parsed2.success?parsed2.output:[]}catch{return[]}}
var MAX_BYTES,LimitsSchema,init_limits_file=__esm({"src/status/limits-file.ts"(){"use strict";init_dist();init_rate_limit();init_atomic_file();init_regular_file();
MAX_BYTES=65536,LimitsSchema=array(RateLimitSchema)}});function defaultStringLength(value){return value.length}function markdownTable(table,options){let settings=options||{},align=(settings.align||[]).concat(),stringLength=settings.
stringLength||defaultStringLength,alignments=[],cellMatrix=[],sizeMatrix=[],longestCellByColumn=[],mostCellsPerRow=0,rowIndex=-1;for(;++rowIndex<table.length;){
let row2=[],sizes2=[],columnIndex2=-1;for(table[rowIndex].length>mostCellsPerRow&&(mostCellsPerRow=table[rowIndex].length);++columnIndex2<table[rowIndex].length;){
let cell2=serialize(table[rowIndex][columnIndex2]);if(settings.alignDelimiters!==!1){let size=stringLength(cell2);sizes2[columnIndex2]=size,(longestCellByColumn[columnIndex2]===
void 0||size>longestCellByColumn[columnIndex2])&&(longestCellByColumn[columnIndex2]=size)}row2.push(cell2)}cellMatrix[rowIndex]=row2,sizeMatrix[rowIndex]=sizes2}
let columnIndex=-1;if(typeof align=="object"&&"length"in align)for(;++columnIndex<mostCellsPerRow;)alignments[columnIndex]=toAlignment(align[columnIndex]);else{
let code=toAlignment(align);for(;++columnIndex<mostCellsPerRow;)alignments[columnIndex]=code}columnIndex=-1;let row=[],sizes=[];for(;++columnIndex<mostCellsPerRow;){
let code=alignments[columnIndex],before="",after="";code===99?(before=":",after=":"):code===108?before=":":code===114&&(after=":");let size=settings.alignDelimiters===
!1?1:Math.max(1,longestCellByColumn[columnIndex]-before.length-after.length),cell2=before+"-".repeat(size)+after;settings.alignDelimiters!==!1&&(size=before.length+
size+after.length,size>longestCellByColumn[columnIndex]&&(longestCellByColumn[columnIndex]=size),sizes[columnIndex]=size),row[columnIndex]=cell2}cellMatrix.splice(
1,0,row),sizeMatrix.splice(1,0,sizes),rowIndex=-1;let lines=[];for(;++rowIndex<cellMatrix.length;){let row2=cellMatrix[rowIndex],sizes2=sizeMatrix[rowIndex],cellsInRow=settings.
fillRows===!1?Math.max(1,cellMatrix[rowIndex===1?0:rowIndex].length):mostCellsPerRow;columnIndex=-1;let line2=[];for(;++columnIndex<cellsInRow;){let cell2=row2[columnIndex]||
"",before="",after="";if(settings.alignDelimiters!==!1){let size=longestCellByColumn[columnIndex]-(sizes2[columnIndex]||0),code=alignments[columnIndex];if(code===
114)before=" ".repeat(size);else if(code===99){let half=size/2;size%2?(before=" ".repeat(half+.5),after=" ".repeat(half-.5)):(before=" ".repeat(half),after=before)}else
after=" ".repeat(size)}settings.delimiterStart!==!1&&!columnIndex&&line2.push("|"),settings.padding!==!1&&!(settings.alignDelimiters===!1&&cell2==="")&&(settings.
delimiterStart!==!1||columnIndex)&&line2.push(" "),settings.alignDelimiters!==!1&&line2.push(before),line2.push(cell2),settings.alignDelimiters!==!1&&line2.push(
after),settings.padding!==!1&&line2.push(" "),(settings.delimiterEnd!==!1||columnIndex!==cellsInRow-1)&&line2.push("|")}lines.push(settings.delimiterEnd===!1?line2.
join("").replace(/ +$/,""):line2.join(""))}return lines.join(`
`)}function serialize(value){return value==null?"":String(value)}function toAlignment(value){let code=typeof value=="string"?value.codePointAt(0):0;return code===
67||code===99?99:code===76||code===108?108:code===82||code===114?114:0}var init_markdown_table=__esm({"node_modules/markdown-table/index.js"(){}});function counted(count,one,many=`${one}s`){return`${count} ${count===1?one:many}`}var init_counted=__esm({"src/util/counted.ts"(){"use strict"}});function cell(text2,limit){return oneLine(text2,limit).replaceAll("|","\\|")}var init_cell=__esm({"src/cli/render/cell.ts"(){"use strict";init_plain_text()}});function gateLabel(gate){return gate===null?"unknown":gate?"enabled":"disabled"}var init_gate=__esm({"src/cli/render/gate.ts"(){"use strict"}});function rateLimitLines(limits,nowMs){return limits.flatMap(limit=>{let parts=[...[limit.primary,limit.secondary].flatMap(window=>windowText(window,nowMs)),...creditText(
limit)];return parts.length===0?[]:[oneLine(`Usage limit${nameOf2(limit)}: ${parts.join("; ")}`,LINE_CHARS2)]})}function nameOf2({limitId,limitName,planType}){let names=[
limitName??(limitId==="codex"?null:limitId),planType].filter(part2=>part2!==null);return names.length===0?"":` (${names.join(", ")})`}function windowText(window,nowMs){
if(window===null)return[];let{usedPercent,windowDurationMins,resetsAt}=window;if(resetsAt!==null&&Date.parse(resetsAt)<=nowMs)return[];let span=windowDurationMins===
null?"":` of ${formatMs(windowDurationMins*MINUTE_MS2)}`,reset=resetsAt===null?"":`, resets ${momentText(resetsAt,nowMs)}`;return[`${Math.round(usedPercent)}% u\
sed${span}${reset}`]}function creditText({credits}){return credits===null||!credits.hasCredits?[]:credits.unlimited?["unlimited credits"]:credits.balance===null?
[]:[`credits left: ${credits.balance}`]}var MINUTE_MS2,LINE_CHARS2,init_rate_limits=__esm({"src/cli/render/rate-limits.ts"(){"use strict";init_duration2();init_plain_text();
init_moment();MINUTE_MS2=6e4,LINE_CHARS2=500}});function usageText({totalTokens,...usage2}){let input=part(usage2.inputTokens,"in",usage2.cachedInputTokens,"cached"),output=part(usage2.outputTokens,"out",usage2.
reasoningOutputTokens,"reasoning");return`${grouped(totalTokens)} (${input}; ${output})`}function part(tokens,name,ofWhich,what){return`${grouped(tokens)} ${name}${ofWhich===
0?"":`, of which ${grouped(ofWhich)} ${what}`}`}function grouped(tokens){return String(Math.round(tokens)).replaceAll(/\B(?=(?:\d{3})+$)/gu,",")}var init_usage2=__esm(
{"src/cli/render/usage.ts"(){"use strict"}});function renderStatus(report2){let blocks=[["# Codex Status","",`Session runtime: ${report2.sessionRuntime.label}`,`Review gate: ${gateLabel(report2.config.stopReviewGate)}`,
...totalLines(report2.usage),...rateLimitLines(report2.rateLimits,Date.now())]],{running:running2,latestFinished,recent}=report2;return running2.length>0&&blocks.
push(["Active jobs:",activeTable(running2)],["Live details:",...running2.flatMap(detailLines)]),latestFinished!==null&&blocks.push(["Latest finished:",...detailLines(
latestFinished)]),recent.length>0&&blocks.push(["Recent jobs:",...recent.flatMap(detailLines)]),running2.length===0&&latestFinished===null&&blocks.push(["No job\
s recorded yet."]),report2.needsReview&&blocks.push(GATE_NOTICE),`${blocks.map(lines=>lines.join(`
`)).join(`

`)}
`}function totalLines({jobs,sessionId,...usage2}){if(jobs===0)return[];let whose=`${counted(jobs,"job")}${sessionId===null?"":" of this session"}`;return[`Token\
s: ${usageText(usage2)}, in ${whose}`]}function renderJob(job){return`${["# Codex Job Status","",...factLines(job,!0),...actionLines(job),...progressLines2(job)].
join(`
`)}
`}function activeTable(jobs){let head=["Job","Kind","Status","Phase","Elapsed","Codex Session ID","Summary","Actions"],rows=jobs.map(job=>[job.id,job.kindLabel,
job.status,job.phase,job.elapsed,job.threadId??"",cell(job.summary,SUMMARY_CHARS3),`\`/codex:status ${job.id}\`<br>\`/codex:cancel ${job.id}\``]);return markdownTable(
[head,...rows],{alignDelimiters:!1}).replaceAll(/\| -(?= \|)/gu,"| ---")}function detailLines(job){return[...factLines(job,job.status!=="completed"),...progressLines2(
job)]}function factLines(job,withLog){return[`- ${job.id} | ${job.status} | ${job.kindLabel} | ${job.title}`,...optional2("Request",job.status==="completed"?oneLine(
job.requestSummary,2*SUMMARY_CHARS3):null),...optional2("Summary",oneLine(job.summary,2*SUMMARY_CHARS3)),...optional2("Key",job.key),...optional2("Retry of",job.
retryOf),...optional2("Phase",job.phase),...optional2("Attempt",job.retries===0?null:`${job.attempt} of ${job.retries+1}`),...optional2("Tries again at",job.retryAt),
...optional2("Position in queue",job.position===null?null:String(job.position)),...optional2("Waits for job",job.waitingForJob===null?null:`${job.waitingForJob.
id} (${job.waitingForJob.why})`),...optional2(job.duration===null?"Elapsed":"Duration",job.duration??job.elapsed),...optional2("Waiting for",job.waitingFor===null?
null:`${job.waitingFor.label} (${job.waitingFor.for})`),...job.questions.map(({what,subject})=>`  Asks to be allowed ${what}: ${oneLine(subject,2*SUMMARY_CHARS3)}`),
...optional2("Ends by",job.clock===null?null:`${job.clock.name} clock in ${formatMs(job.clock.inMs)}`),...witnessLines(job),...optional2("Reason",job.reason),...optional2(
"Error",job.status==="failed"?job.errorMessage:null),...optional2("Come back",job.comeBackAt===null?null:momentText(job.comeBackAt,Date.now())),...optional2("To\
kens",job.usage===null?null:usageText(job.usage)),...optional2("Codex session ID",job.threadId),...optional2("Resume in Codex",job.threadId===null?null:`codex r\
esume ${job.threadId}`),...optional2("Log",withLog?job.logFile:null)]}function witnessLines({witnesses,idleSince}){if(witnesses===null)return[];let{broker,appServer,
worker,why}=witnesses;return[...optional2("Unresponsive",why),`  Broker: pid ${broker.pid} (start time ${broker.startTime}), ${answered2(broker.lastAnswerAt)}`,
`  App-server: pid ${appServer.pid} (start time ${appServer.startTime}), ${appServer.state??"state unknown"}, ${answered2(appServer.lastAnswerAt)}`,...optional2(
"Worker",worker===null?null:`thread ${worker.threadNumber??"?"}, last report ${ago(worker.lastReportAt)}`),...optional2("Last progress",idleSince===null?null:ago(
idleSince))]}function answered2(at){return at===null?"no answer":`answered ${ago(at)}`}function ago(at){return at===null?"never":`${formatMs(Math.max(0,Date.now()-
Date.parse(at)))} ago`}function progressLines2({progressPreview:progressPreview2}){return progressPreview2.length===0?[]:["  Progress:",...progressPreview2.map(
line2=>`    ${line2}`)]}function actionLines({id,status:status2,jobClass,write:write2}){if(status2==="queued"||status2==="running")return[`  Cancel: /codex:canc\
el ${id}`];let changed=jobClass==="task"&&write2;return[`  Result: /codex:result ${id}`,...changed?["  Review changes: /codex:review --wait","  Stricter review:\
 /codex:adversarial-review --wait"]:[]]}function optional2(label2,value){return value===null||value===""?[]:[`  ${label2}: ${value.replaceAll(`
`,`
    `)}`]}var SUMMARY_CHARS3,GATE_NOTICE,init_status=__esm({"src/cli/render/status.ts"(){"use strict";init_markdown_table();init_counted();init_duration2();init_plain_text();
init_cell();init_gate();init_moment();init_rate_limits();init_usage2();SUMMARY_CHARS3=60;GATE_NOTICE=["The stop-time review gate is enabled.","Ending the sessio\
n will have Codex review its last turn, and holds it back when there is something to mend."]}});function readWorkspaceSettings(workspaceDirectory2){let file=settingsFile(workspaceDirectory2);try{return parse(WorkspaceSettingsSchema,JSON.parse(readRegularFile(
file,MAX_SETTINGS_BYTES)))}catch(error){if(isMissing(error))return{stopReviewGate:!1};throw new Error(`Cannot read "${file}": ${messageOf(error)} (remove it, or\
 run "codex-companion setup" with the choice you want)`)}}function settingsFile(workspaceDirectory2){return within(workspaceDirectory2,"settings.json")}var MAX_SETTINGS_BYTES,
WorkspaceSettingsSchema,init_workspace_settings=__esm({"src/status/workspace-settings.ts"(){"use strict";init_dist();init_fault();init_atomic_file();init_private_directory();
init_regular_file();init_system_error();init_within();init_write_error();MAX_SETTINGS_BYTES=65536,WorkspaceSettingsSchema=object({stopReviewGate:optional(boolean(),
!1)})}});function reviewGate({workspace,io:io2}){try{return readWorkspaceSettings(workspace.directory).stopReviewGate}catch(error){return io2.note(messageOf(error)),null}}
var init_review_gate=__esm({"src/cli/review-gate.ts"(){"use strict";init_fault();init_workspace_settings();init_exit_codes()}});function sessionRuntime(context){let endpoint=liveEndpoint(context);return endpoint===null?{mode:"direct",label:"direct startup",detail:"The next job starts a b\
roker for this workspace.",endpoint}:{mode:"shared",label:"shared session",detail:"A broker with one Codex app-server serves this workspace.",endpoint}}function liveEndpoint(context){
try{let{paths}=context.place();return inspect(paths.lock)?.role==="broker"?readBrokerLabel(paths.label)?.endpoint??null:null}catch(error){if(error instanceof CodexNotFound)
return null;throw error}}var init_session_runtime=__esm({"src/cli/session-runtime.ts"(){"use strict";init_codex_binary();init_broker_label();init_lock()}});function workspaceFolders(stateRoot){let root=workspacesDirectory(stateRoot);return namesIn(root).map(name=>import_node_path24.default.join(root,name))}function otherStores({
config,workspace,warn}){return workspaceFolders(config.stateRoot).filter(folder=>folder!==workspace.directory).flatMap(folder=>{try{return[JobStore.open(folder)]}catch(error){
return warn(messageOf(error)),[]}})}function workspaceOfStore({config},store){for(let{workspaceRoot:root}of store.list({finishedLimit:1})){let directory=workspaceDirectory(
config.stateRoot,root);if(directory===store.directory)return{root,cwd:root,directory}}return null}var import_node_path24,init_workspaces=__esm({"src/client/work\
spaces.ts"(){"use strict";import_node_path24=__toESM(require("node:path"),1);init_paths();init_fault();init_store();init_names_in()}});function renderEverywhere(workspaces){let active=blocksOf(workspaces,({running:running2})=>running2),ended=blocksOf(workspaces,({latestFinished,recent})=>[latestFinished??
[],recent].flat());return`${["# Codex Status, all workspaces",...active.length===0?[]:["Active jobs:",...active],...ended.length===0?[]:["Finished jobs:",...ended],
...workspaces.length===0?["No jobs recorded yet."]:[]].join(`

`)}
`}function blocksOf(workspaces,jobsOf){return workspaces.flatMap(workspace=>{let jobs=jobsOf(workspace);return jobs.length===0?[]:[[`In ${oneLine(workspace.workspaceRoot,
PATH_CHARS2)}:`,...jobs.flatMap(detailLines)].join(`
`)]})}var PATH_CHARS2,init_everywhere=__esm({"src/cli/render/everywhere.ts"(){"use strict";init_plain_text();init_status();PATH_CHARS2=1e3}});async function showEverywhere(context,options){let others=otherStores(context).flatMap(store=>workspaceOfStore(context,store)??[]),{config,io:io2}=context,contexts=[
context,...others.map(workspace=>contextFor(config,workspace,io2))],workspaces=(await Promise.all(contexts.map(reportOf))).filter(hasJobs).sort(byUrgency);options.
json?context.io.json({workspaces}):context.io.foreign(renderEverywhere(workspaces))}async function reportOf(context){let{read:read2,live}=await readLive(context,
()=>settleJobs(context,{finished:RECENT_JOBS_EACH}));reportDamage(context,read2);for(let sentence2 of live.silent)context.io.note(sentence2);let finished=finishedNewestFirst(
read2.jobs),[latest=null,...recent]=finished.slice(0,RECENT_JOBS_EACH).map(job=>viewOf(job));return{workspaceRoot:context.workspace.root,running:read2.jobs.filter(
job=>!isFinished(job)).map(job=>viewOf(job,live)),latestFinished:latest,recent}}function hasJobs({running:running2,latestFinished}){return running2.length>0||latestFinished!==
null}function byUrgency(a,b){return a.running.length>0!=b.running.length>0?a.running.length>0?-1:1:(b.latestFinished?.completedAt??"").localeCompare(a.latestFinished?.
completedAt??"")}var RECENT_JOBS_EACH,init_show_everywhere=__esm({"src/cli/show-everywhere.ts"(){"use strict";init_job_view2();init_jobs();init_live_jobs();init_workspaces();
init_job();init_context2();init_everywhere();RECENT_JOBS_EACH=3}});function readCheckpoint(directory,tag,names){let known=readAll3(directory)[tag??EVERYBODY];return known!==void 0&&names[known.count-1]===known.last?known:NO_CHECKPOINT}
function keepCheckpoint(directory,tag,checkpoint){let{[tag??EVERYBODY]:_,...others}=readAll3(directory),kept=Object.entries(others).slice(1-MAX_CHECKPOINTS),checkpoints=Object.
fromEntries([...kept,[tag??EVERYBODY,checkpoint]]);try{writeFileAtomic(fileIn(directory),`${JSON.stringify({version:1,checkpoints})}
`,!1)}catch{}}function readAll3(directory){try{let parsed2=safeParse(FileSchema,JSON.parse(readRegularFile(fileIn(directory),MAX_BYTES2)));return parsed2.success?
parsed2.output.checkpoints:{}}catch{return{}}}function fileIn(directory){return within(directory,"usage.json")}var MAX_BYTES2,MAX_CHECKPOINTS,EVERYBODY,CheckpointSchema,
NO_CHECKPOINT,FileSchema,init_usage_checkpoint=__esm({"src/status/usage-checkpoint.ts"(){"use strict";init_dist();init_usage();init_atomic_file();init_regular_file();
init_within();MAX_BYTES2=65536,MAX_CHECKPOINTS=64,EVERYBODY="everybody",CheckpointSchema=object({count:pipe(number(),integer(),minValue(0)),last:string(),jobs:number(),
usage:UsageSchema}),NO_CHECKPOINT={count:0,last:"",jobs:0,usage:NO_TOKENS},FileSchema=object({version:literal(1),checkpoints:record(string(),CheckpointSchema)})}});function usageTotals(store,sessionId,active){let tag=sessionId===null?null:sessionTagOf(sessionId),names=store.finishedNames(),checkpoint=checkpointOf(store.directory,
tag,names),{told,ids}=usageOf(names.slice(checkpoint.count),tag);for(let{id,work}of active)!ids.has(id)&&work.usage!==null&&told.push(work.usage);return sum(checkpoint,
told)}function checkpointOf(directory,tag,names){if(names.length<=CHECKPOINT_AFTER)return NO_CHECKPOINT;let known=readCheckpoint(directory,tag,names),count=names.
length-UNSETTLED;if(count-known.count<=CHECKPOINT_AFTER)return known;let{told}=usageOf(names.slice(known.count,count),tag),next={count,last:names[count-1]??"",...sum(
known,told)};return keepCheckpoint(directory,tag,next),next}function usageOf(names,tag){let told=[],ids=new Set;for(let name of names){let entry=parseFinishedName(
name);entry===null||tag!==null&&entry.sessionTag!==tag||ids.has(entry.id)||(ids.add(entry.id),entry.tokens!==null&&told.push(usageIn(entry.tokens)))}return{told,
ids}}function sum({jobs,usage:usage2},told){return{jobs:jobs+told.length,usage:told.reduce(addUsage,usage2)}}var CHECKPOINT_AFTER,UNSETTLED,init_usage_totals=__esm(
{"src/status/usage-totals.ts"(){"use strict";init_usage();init_finished_name();init_usage_checkpoint();CHECKPOINT_AFTER=512,UNSETTLED=64}});function usageReport(context,jobs,all){let sessionId=all?null:context.config.settings.sessionId,totals=usageTotals(context.store,sessionId,jobs.filter(job=>!isFinished(
job)));return{sessionId,jobs:totals.jobs,...totals.usage}}var init_usage_report=__esm({"src/cli/usage-report.ts"(){"use strict";init_job();init_usage_totals()}});function whereJobIs(context,text2){if(text2===void 0||text2.length<MIN_PART_ELSEWHERE||context.store.findByPrefix(text2).kind!=="none")return context;let found=otherStores(
context).flatMap(store=>idsFitting(store,text2).map(id=>({id,store}))),exact=found.filter(({id})=>id===text2),[only,...others]=exact.length>0?exact:found;if(only===
void 0)return context;if(others.length>0)throw ambiguous(text2,[only,...others].map(({id})=>id));let there=workspaceOfStore(context,only.store);return there===null?
context:(context.io.note(`${only.id} is a job of "${there.root}"`),contextFor(loadConfig(there.root,context.config.environment),there,context.io))}function idsFitting(store,text2){
let lookup=store.findByPrefix(text2);return lookup.kind==="ambiguous"?lookup.ids:lookup.kind==="found"?[lookup.job.id]:[]}function ambiguous(text2,ids){let fits=ids.
toSorted().join(", "),message2=`Job reference "${text2}" is ambiguous. Use a longer job id. In other workspaces it fits ${fits}`;return new CliError(EXIT.noSuchJob,
message2)}var MIN_PART_ELSEWHERE,init_where_job_is=__esm({"src/cli/where-job-is.ts"(){"use strict";init_workspaces();init_config();init_context2();init_exit_codes();
MIN_PART_ELSEWHERE=6}});var require_progress=__commonJS({"without:src/cli/progress/progress.ts"(){throw new Error("src/cli/progress/progress.ts is not in this program")}});var status_exports={};__export(status_exports,{statusCommand:()=>statusCommand});function statusCommand(program2){withCommonOptions(program2.command("status")).
summary("what runs, what ended, and how").description("Shows the jobs of this workspace, or one job. What a dead process left behind is settled first.").argument(
"[job]","id of a job, or an unambiguous part of it").option("--all","jobs of every session, and all finished ones").option("--everywhere","jobs of every workspa\
ce and session, those that run first").option("--wait","wait until the job has ended").option("--timeout-ms <ms>","longest time to wait",durationArgument,DEFAULT_WAIT_MS).
option("--poll-interval-ms <ms>","accepted and not used: waiting is by event").action(async(job,options)=>{let context=openContext(options.cwd);if(job!==void 0)
await showJob(whereJobIs(context,job),job,options);else{if(options.wait)throw new CliError(EXIT.usage,"`status --wait` requires a job id.");options.everywhere?await showEverywhere(
context,options):await showAll(context,options)}})}async function showAll(context,options){let{read:read2,live}=await readLive(context,async()=>{let found=await readJobs(
context,options.all?{finished:"all"}:{});return{...found,jobs:ofSession(context,found.jobs,options.all===!0)}});reportDamage(context,read2);let{jobs}=read2,runtime=sessionRuntime(
context);for(let sentence2 of live.silent)context.io.note(sentence2);let rateLimits=runtime.mode==="shared"?readLimits(context.place().paths.limits):[],report2=reportOf2(
context,jobs,{runtime,live,rateLimits,all:options.all===!0});options.json?context.io.json(report2):context.io.foreign(renderStatus(report2))}function reportOf2(context,jobs,{
runtime,live,rateLimits,all}){let finished=finishedNewestFirst(jobs),[latest]=finished,shown=all?finished:finished.slice(0,RECENT_JOBS),stopReviewGate=reviewGate(
context);return{workspaceRoot:context.workspace.root,config:{stopReviewGate},sessionRuntime:runtime,running:jobs.filter(job=>!isFinished(job)).map(job=>viewOf(job,
live)),latestFinished:latest===void 0?null:viewOf(latest),recent:shown.slice(1).map(job=>viewOf(job)),needsReview:stopReviewGate===!0,usage:usageReport(context,
jobs,all),rateLimits}}async function showJob(context,name,options){reportDamage(context,await readJobs(context));let{id}=namedJob(context,name),waitTimedOut=options.
wait?!await waitFor(context,id,options):!1,{read:read2,live}=await readLive(context,async()=>{await readJobs(context,{finished:0});let job2=namedJob(context,id);
return{job:job2,jobs:[job2]}}),{job}=read2;for(let sentence2 of live.silent)context.io.note(sentence2);let view=viewOf(job,live),waited=options.wait?{waitTimedOut,
timeoutMs:options.timeoutMs}:{};options.json?context.io.json({workspaceRoot:context.workspace.root,job:view,...waited}):context.io.foreign(renderJob(view)),markRead(
context,job),waitTimedOut&&context.io.note(timeoutSentence([id],options.timeoutMs))}async function waitFor(context,jobId2,{timeoutMs,json}){let[{followJob},{openProgress}]=await Promise.
all([Promise.resolve().then(()=>__toESM(require_follow(),1)),Promise.resolve().then(()=>__toESM(require_progress(),1))]),signal=AbortSignal.timeout(timeoutMs),progress=await openProgress(
context,{quiet:json===!0,jobs:1});try{return await followJob(context,jobId2,{signal,...progress.hooks}),!0}catch(error){if(signal.aborted)return!1;throw error}finally{
progress.close()}}var DEFAULT_WAIT_MS,init_status2=__esm({"src/cli/commands/status.ts"(){"use strict";init_job_view2();init_jobs();init_live_jobs();init_mark_read();
init_job();init_limits_file();init_context2();init_exit_codes();init_options();init_job2();init_status();init_review_gate();init_session_runtime();init_show_everywhere();
init_usage_report();init_where_job_is();DEFAULT_WAIT_MS=24e4}});var init_empty_review=__esm({"src/client/empty-review.ts"(){"use strict";init_result()}});function verdictLines({verdict,summary,findings,next_steps:nextSteps},target){return[`Target: ${target}`,`Verdict: ${verdict}`,"",summary,"",...findings.length===
0?["No material findings."]:["Findings:",...worstFirst(findings).flatMap(findingLines)],...nextSteps.length===0?[]:["","Next steps:",...nextSteps.map(step=>`- ${step}`)]]}
function noVerdictLines({kind,error,raw},target){return[...kind==="not_json"?["Codex did not return valid structured JSON.","",`- Parse error: ${error}`]:[`Targ\
et: ${target}`,"Codex returned JSON with an unexpected review shape.","",`- Validation error: ${error}`],...raw.trim()===""?[]:["","Raw final message:","","```t\
ext",raw.trimEnd(),"```"]]}function findingLines({severity,title,file,body,recommendation,...lines}){return[`- [${severity}] ${title} (${file}${rangeOf(lines)})`,
`  ${indented(body)}`,...recommendation===""?[]:[`  Recommendation: ${indented(recommendation)}`]]}function rangeOf({line_start:start2,line_end:end}){return end>
start2?`:${start2}-${end}`:`:${start2}`}function indented(text2){return text2.trim().replaceAll(`
`,`
  `)}var init_verdict2=__esm({"src/cli/render/verdict.ts"(){"use strict";init_verdict()}});function renderReview(job){let target=job.request.review?.target.label??"";return`${[`# ${job.title}`,"",...bodyOf(job,target),...reasoningLines(job)].join(`
`).trimEnd()}
`}function bodyOf(job,target){if(job.status!=="completed")return[`Target: ${target}`,"",`${endSentence(job)}; there is no verdict.`];if(job.kind!=="adversarial-\
review"){let text2=job.finalMessage.trim()===""?"Codex review completed without any output.":job.finalMessage;return[`Target: ${target}`,"",text2]}let parsed2=parseVerdict(
job.finalMessage);return parsed2.ok?verdictLines(parsed2.verdict,target):noVerdictLines(parsed2,target)}function reasoningLines({work}){let sections=work.reasoningSummary;
return sections.length===0?[]:["","Reasoning:",...sections.map(section=>`- ${section}`)]}var init_review2=__esm({"src/cli/render/review.ts"(){"use strict";init_empty_review();
init_result();init_verdict();init_job2();init_verdict2()}});function renderResult(job){let facts=resumeLines(job),tail=facts.length===0?"":`
${facts.join(`
`)}
`;return`${ensureNewline(answerOf2(job))}${tail}`}function renderOutput(job){return job.request.review===null?ensureNewline(answerOf2(job)):renderReview(job)}function answerOf2(job){
return job.status!=="completed"?partialResult(job).join(`
`):job.kind==="adversarial-review"?renderReview(job):job.finalMessage}function partialResult(job){let{lastMessage,unfinished,touchedFiles,commands}=job.work,parts=[
endSentence(job)];lastMessage!==null&&parts.push("","Partial result, the last message:",lastMessage),unfinished!==null&&parts.push("","Partial result, the messa\
ge that was cut off:",unfinished.text),touchedFiles.length>0&&parts.push("","Files changed:",...touchedFiles.map(file=>`- ${file}`)),commands.length>0&&parts.push(
"","Commands run:",...commands.map(({command,exitCode})=>`- ${command}${exitCode===null?"":` (exit ${exitCode})`}`));let cutOff=cutOffItems(job);return cutOff.length>
0&&parts.push("","Begun, and not ended:",...cutOff.map(label2=>`- ${label2}`)),parts}function ensureNewline(text2){return text2.endsWith(`
`)?text2:`${text2}
`}var init_result2=__esm({"src/cli/render/result.ts"(){"use strict";init_cut_off();init_job2();init_review2()}});var result_exports={};__export(result_exports,{resultCommand:()=>resultCommand});function resultCommand(program2){withCommonOptions(program2.command("result")).
summary("what a job produced").description("Prints the final message of a job, or what was saved of one that did not complete.").argument("[job]","id of a job, \
or an unambiguous part of it; the latest finished one without it").action(async(name,options)=>{let context=whereJobIs(openContext(options.cwd),name),job=await chosenJob(
context,name);if(!isFinished(job))throw new CliError(EXIT.jobFailed,`Job ${job.id} is still ${job.status}. Check /codex:status and try again once it finishes.`);
options.json?context.io.json({job:viewOf(job),storedJob:storedJobOf(job)}):context.io.foreign(renderResult(job)),markRead(context,job)})}function storedJobOf(job){
let{kindLabel,jobClass,write:write2,pid,errorMessage}=viewOf(job);return{...job,...{kindLabel,jobClass,write:write2,pid,errorMessage},result:resultOf(job),rendered:renderOutput(
job)}}async function chosenJob(context,name){let read2=await readJobs(context);if(reportDamage(context,read2),name!==void 0)return namedJob(context,name);let jobs=ofSession(
context,read2.jobs,!1),[latest]=finishedNewestFirst(jobs),chosen=latest??jobs[0];if(chosen===void 0)throw new CliError(EXIT.jobFailed,"No finished Codex jobs fo\
und for this repository yet.");return chosen}var init_result3=__esm({"src/cli/commands/result.ts"(){"use strict";init_job_view2();init_jobs();init_mark_read();init_result();
init_job();init_context2();init_exit_codes();init_options();init_result2();init_where_job_is()}});function cancelAt(client,jobId2,by){return client.call("job/cancel",{jobId:jobId2,by})}async function cancelJob(context,job,by,signal){let giveUpAtMs=monotonicMs()+
CANCEL_MS;for(let current=job;;current=context.store.read(job.id)??current){if(isFinished(current))return{job:current,alreadyFinished:!0,interruption:null};let cancelled=await cancelAtItsBroker(
context,current,by,signal);if(cancelled!==null)return cancelled;if(signal?.throwIfAborted(),monotonicMs()>=giveUpAtMs)throw new ClientError("broker_unreachable",
`Cannot cancel ${job.id}: its broker is just ending (try again)`);await(0,import_promises7.setTimeout)(LOOK_AGAIN_MS),await readJobs(context,{finished:0,signal})}}
async function cancelAtItsBroker(context,job,by,signal){let client=await brokerOf(context,job,{signal});if(client===null)return null;try{return await cancelAt(client,
job.id,by)}catch(error){if(error instanceof ConnectionClosed)return null;throw error}finally{client.close()}}var import_promises7,CANCEL_MS,LOOK_AGAIN_MS,init_cancel=__esm(
{"src/client/cancel.ts"(){"use strict";import_promises7=require("node:timers/promises");init_job();init_peer();init_monotonic();init_client_error();init_jobs();
CANCEL_MS=1e4,LOOK_AGAIN_MS=50}});var cancel_exports={};__export(cancel_exports,{cancelCommand:()=>cancelCommand});function cancelCommand(program2){withCommonOptions(program2.command("cancel")).
summary("end a job and everything it started").description("Interrupts the turn, ends its commands and sub-agents, and records the job as cancelled.").argument(
"[job]","id of a job, or an unambiguous part of it; the only active one without it").action(async(name,options)=>{let context=whereJobIs(openContext(options.cwd),
name),read2=await readJobs(context);reportDamage(context,read2);let job=name===void 0?onlyActive(context,read2.jobs):namedJob(context,name);await cancel(context,
job,options)})}function onlyActive(context,jobs){let active=ofSession(context,jobs,!1).filter(job=>!isFinished(job)),[only,...others]=active,scope=context.config.
settings.sessionId===null?"":" for this session";if(only===void 0)throw new CliError(EXIT.jobFailed,`No active Codex jobs to cancel${scope}.`);if(others.length>
0)throw new CliError(EXIT.jobFailed,"Multiple Codex jobs are active. Pass a job id to /codex:cancel.");return only}async function cancel(context,job,options){if(job.
status==="cancelled")return printCancelled(context,job,options,!0);if(isFinished(job))throw new CliError(EXIT.jobFailed,`Cannot cancel: ${endSentence(job)}`);let{
job:ended,alreadyFinished}=await cancelJob(context,job,"user");if(ended.status!=="cancelled"){let how=isFinished(ended)?endSentence(ended):`${ended.id} is still\
 ${ended.status}`;throw new CliError(EXIT.jobFailed,`Cannot cancel: ${how}`)}printCancelled(context,ended,options,alreadyFinished)}function printCancelled(context,job,options,before){
let{io:io2}=context,{id,title,summary,interruption:interruption2}=job;if(options.json)io2.json({jobId:id,status:"cancelled",title,turnInterruptAttempted:interruption2?.
attempted??!1,turnInterrupted:interruption2?.confirmed??!1});else{let lines=["# Codex Cancel","",`${before?"Already cancelled":"Cancelled"} ${id}.`,"",`- Title:\
 ${title}`,`- Summary: ${summary}`,"- Check `/codex:status` for the updated queue."];io2.foreign(`${lines.join(`
`)}
`)}markRead(context,job)}var init_cancel2=__esm({"src/cli/commands/cancel.ts"(){"use strict";init_cancel();init_jobs();init_mark_read();init_job();init_context2();
init_exit_codes();init_options();init_job2();init_where_job_is()}});var main_brief_exports={};__export(main_brief_exports,{asksForMore:()=>asksForMore});module.exports=__toCommonJS(main_brief_exports);var BRIEF_COMMANDS={task:async()=>(await Promise.resolve().then(()=>(init_task(),task_exports))).taskCommand,status:async()=>(await Promise.resolve().then(()=>(init_status2(),status_exports))).
statusCommand,result:async()=>(await Promise.resolve().then(()=>(init_result3(),result_exports))).resultCommand,cancel:async()=>(await Promise.resolve().then(()=>(init_cancel2(),cancel_exports))).
cancelCommand};function stays(command){let{wait,background}=command.opts();return command.name()==="task"?background!==!0:wait===!0}init_esm();init_fault();init_plain_text();var ID=/^(?:(?:task|review|gate)-[0-9a-z-]+|thr_\w+|[0-9a-f]{8}-[0-9a-f-]*)$/iu,TAKES_PROSE=new Set(["task","adversarial-review"]);function prepareArguments(program2,args){
if(args.length===0)return["--help"];let[name="",only,...more]=args,command=program2.commands.find(known=>known.name()===name),own=command!==void 0&&only!==void 0&&
more.length===0&&/\s|^$/u.test(only)?apart(command,only):args.slice(1),prepared=[...args.slice(0,1),...command?.name()==="task"?own.map(withoutBareResume):own];
return unknownCommand(program2,prepared)??prepared}function unknownCommand({commands},args){let[name,...rest]=args;if(commands.length===0||name===void 0||name.startsWith(
"-"))return null;if(name==="help")return unknownCommand({commands},rest);let command=commands.find(known=>known.name()===name);if(command===void 0)return[name];
let unknown2=unknownCommand(command,rest);return unknown2===null?null:[name,...unknown2]}function apart(command,text2){return TAKES_PROSE.has(command.name())?leadingOptions(
command,text2):splitWords(text2)}function withoutBareResume(arg,at,all){return arg!=="--resume"||all.slice(0,at).includes("--")||ID.test(all[at+1]??"")?arg:"--r\
esume-last"}function leadingOptions(command,text2){let words=[],rest=text2;for(let next=nextOption(command,rest);next!==null&&(words.push(...next.words),rest=next.
rest,words.at(-1)!=="--");next=nextOption(command,rest));return rest===""?words:rest.startsWith("-")&&!words.includes("--")?[...words,"--",rest]:[...words,rest]}
function nextOption(command,text2){let[whole,flag]=/^\s*(-\S+)(?:\s+|$)/u.exec(text2)??[];if(whole===void 0||flag===void 0)return null;let rest=text2.slice(whole.
length),option=flag.includes("=")?void 0:optionNamed(command,flag),[value]=/^\S+/u.exec(rest)??[];return option===void 0||!takesValue(option)||value===void 0||option.
long==="--resume"&&!ID.test(value)?{words:[flag],rest}:{words:[flag,value],rest:rest.slice(value.length).replace(/^\s+/u,"")}}function optionNamed(command,flag){
return command.options.find(({short,long})=>short===flag||long===flag)}function takesValue({required,optional:optional3}){return required||optional3}function splitWords(text2){
return(text2.match(/(?:"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|\\[\s\S]|[^\s"'\\]|\\$)+/gu)??[]).map(unquoted).filter(word=>word!=="")}function unquoted(word){
let quote="";return word.replace(/\\[\s\S]|["']/gu,found=>found.startsWith("\\")?found.slice(1):quote!==""&&found!==quote?found:(quote=quote===""?found:"",""))}init_exit_codes();init_io();init_esm();init_version();init_exit_codes();init_io();init_sentence();function buildProgram(commands){return programWith(Object.values(commands))}function programFor(commands,[
name=""]){let load=Object.hasOwn(commands,name)?commands[name]:void 0;return load===void 0?buildProgram(commands):programWith([load])}async function programWith(loaders){
let program2=new Command("codex-companion").description("Hands jobs to OpenAI Codex: they always end, and their status is always true.").version(VERSION,"-V, --\
version").configureOutput({writeOut:text2=>processIo().out(text2),writeErr:text2=>processIo().err(text2),outputError:(text2,write2)=>write2(usageError(text2))}).
addHelpText("after",exitCodesHelp()).exitOverride();for(let add of await Promise.all(loaders.map(load=>load())))add(program2);return program2}function exitCodesHelp(){
let entries=Object.entries(EXIT_MEANINGS).map(([code,meaning2])=>`${code.padEnd(3)}  ${meaning2}`),half=Math.ceil(entries.length/2);return`
Exit status:
${entries.slice(0,half).map((left,at)=>`  ${left.padEnd(33)}${entries[half+at]??""}`.trimEnd()).join(`
`)}`}function usageError(text2){return`codex-companion: ${sentence(text2.replace(/^error: /u,""))} (see --help)
`}init_sentence();async function runCommandLine(commands,{refuses=()=>!1}={}){let settled=!1;process.once("beforeExit",()=>{settled||(process.exitCode=EXIT.jobFailed,
process.stderr.write(`codex-companion: ended without an answer; this is a defect
`))});try{let args=process.argv.slice(2),program2=await programFor(commands,args);program2.hook("preAction",(_program,command)=>{if(refuses(command))throw new Refused}),
await program2.parseAsync(prepareArguments(program2,args),{from:"user"})}catch(error){if(error instanceof Refused)return!0;process.exitCode=report(error)}finally{
settled=!0}await processIo().written(),process.exit()}var Refused=class extends Error{};function report(error){if(error instanceof CommanderError)return error.exitCode===
0?EXIT.done:EXIT.usage;let exitCode=exitCodeForError(error),text2=exitCode===null?defect(error):messageOf(error);return processIo().err(`codex-companion: ${exitCode===
EXIT.usage?sentence(text2):plainText(text2)}
`),exitCode??EXIT.jobFailed}function defect(error){return error instanceof Error?error.stack??error.message:messageOf(error)}var asksForMore=runCommandLine(BRIEF_COMMANDS,{refuses:stays});0&&(module.exports={asksForMore});
})
//# program b8de9135fb0f9fde
