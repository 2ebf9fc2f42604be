import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}};var __copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{
value:mod,enumerable:!0}):target,mod));var require_sha256=__commonJS({"node_modules/fast-sha256/sha256.js"(exports,module){(function(root,factory){var exports2={};factory(exports2);var sha256=exports2.
default;for(var k in exports2)sha256[k]=exports2[k];typeof module=="object"&&typeof module.exports=="object"?module.exports=sha256:typeof define=="function"&&define.
amd?define(function(){return sha256}):root.sha256=sha256})(exports,function(exports2){"use strict";exports2.__esModule=!0,exports2.digestLength=32,exports2.blockSize=
64;var K=new Uint32Array([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]);function hashBlocks(w,v,p,pos,len){for(var a,b,c,d,e,f,g,h,u,i,j,t1,t2;len>=64;){for(a=v[0],b=v[1],c=v[2],
d=v[3],e=v[4],f=v[5],g=v[6],h=v[7],i=0;i<16;i++)j=pos+i*4,w[i]=(p[j]&255)<<24|(p[j+1]&255)<<16|(p[j+2]&255)<<8|p[j+3]&255;for(i=16;i<64;i++)u=w[i-2],t1=(u>>>17|
u<<15)^(u>>>19|u<<13)^u>>>10,u=w[i-15],t2=(u>>>7|u<<25)^(u>>>18|u<<14)^u>>>3,w[i]=(t1+w[i-7]|0)+(t2+w[i-16]|0);for(i=0;i<64;i++)t1=(((e>>>6|e<<26)^(e>>>11|e<<21)^
(e>>>25|e<<7))+(e&f^~e&g)|0)+(h+(K[i]+w[i]|0)|0)|0,t2=((a>>>2|a<<30)^(a>>>13|a<<19)^(a>>>22|a<<10))+(a&b^a&c^b&c)|0,h=g,g=f,f=e,e=d+t1|0,d=c,c=b,b=a,a=t1+t2|0;v[0]+=
a,v[1]+=b,v[2]+=c,v[3]+=d,v[4]+=e,v[5]+=f,v[6]+=g,v[7]+=h,pos+=64,len-=64}return pos}var Hash=(function(){function Hash2(){this.digestLength=exports2.digestLength,
this.blockSize=exports2.blockSize,this.state=new Int32Array(8),this.temp=new Int32Array(64),this.buffer=new Uint8Array(128),this.bufferLength=0,this.bytesHashed=
0,this.finished=!1,this.reset()}return Hash2.prototype.reset=function(){return this.state[0]=1779033703,this.state[1]=3144134277,this.state[2]=1013904242,this.state[3]=
2773480762,this.state[4]=1359893119,this.state[5]=2600822924,this.state[6]=528734635,this.state[7]=1541459225,this.bufferLength=0,this.bytesHashed=0,this.finished=
!1,this},Hash2.prototype.clean=function(){for(var i=0;i<this.buffer.length;i++)this.buffer[i]=0;for(var i=0;i<this.temp.length;i++)this.temp[i]=0;this.reset()},
Hash2.prototype.update=function(data,dataLength){if(dataLength===void 0&&(dataLength=data.length),this.finished)throw new Error("SHA256: can't update because ha\
sh was finished.");var dataPos=0;if(this.bytesHashed+=dataLength,this.bufferLength>0){for(;this.bufferLength<64&&dataLength>0;)this.buffer[this.bufferLength++]=
data[dataPos++],dataLength--;this.bufferLength===64&&(hashBlocks(this.temp,this.state,this.buffer,0,64),this.bufferLength=0)}for(dataLength>=64&&(dataPos=hashBlocks(
this.temp,this.state,data,dataPos,dataLength),dataLength%=64);dataLength>0;)this.buffer[this.bufferLength++]=data[dataPos++],dataLength--;return this},Hash2.prototype.
finish=function(out){if(!this.finished){var bytesHashed=this.bytesHashed,left=this.bufferLength,bitLenHi=bytesHashed/536870912|0,bitLenLo=bytesHashed<<3,padLength=bytesHashed%
64<56?64:128;this.buffer[left]=128;for(var i=left+1;i<padLength-8;i++)this.buffer[i]=0;this.buffer[padLength-8]=bitLenHi>>>24&255,this.buffer[padLength-7]=bitLenHi>>>
16&255,this.buffer[padLength-6]=bitLenHi>>>8&255,this.buffer[padLength-5]=bitLenHi>>>0&255,this.buffer[padLength-4]=bitLenLo>>>24&255,this.buffer[padLength-3]=bitLenLo>>>
16&255,this.buffer[padLength-2]=bitLenLo>>>8&255,this.buffer[padLength-1]=bitLenLo>>>0&255,hashBlocks(this.temp,this.state,this.buffer,0,padLength),this.finished=
!0}for(var i=0;i<8;i++)out[i*4+0]=this.state[i]>>>24&255,out[i*4+1]=this.state[i]>>>16&255,out[i*4+2]=this.state[i]>>>8&255,out[i*4+3]=this.state[i]>>>0&255;return this},
Hash2.prototype.digest=function(){var out=new Uint8Array(this.digestLength);return this.finish(out),out},Hash2.prototype._saveState=function(out){for(var i=0;i<
this.state.length;i++)out[i]=this.state[i]},Hash2.prototype._restoreState=function(from,bytesHashed){for(var i=0;i<this.state.length;i++)this.state[i]=from[i];this.
bytesHashed=bytesHashed,this.finished=!1,this.bufferLength=0},Hash2})();exports2.Hash=Hash;var HMAC=(function(){function HMAC2(key){this.inner=new Hash,this.outer=
new Hash,this.blockSize=this.inner.blockSize,this.digestLength=this.inner.digestLength;var pad=new Uint8Array(this.blockSize);if(key.length>this.blockSize)new Hash().
update(key).finish(pad).clean();else for(var i=0;i<key.length;i++)pad[i]=key[i];for(var i=0;i<pad.length;i++)pad[i]^=54;this.inner.update(pad);for(var i=0;i<pad.
length;i++)pad[i]^=106;this.outer.update(pad),this.istate=new Uint32Array(8),this.ostate=new Uint32Array(8),this.inner._saveState(this.istate),this.outer._saveState(
this.ostate);for(var i=0;i<pad.length;i++)pad[i]=0}return HMAC2.prototype.reset=function(){return this.inner._restoreState(this.istate,this.inner.blockSize),this.
outer._restoreState(this.ostate,this.outer.blockSize),this},HMAC2.prototype.clean=function(){for(var i=0;i<this.istate.length;i++)this.ostate[i]=this.istate[i]=
0;this.inner.clean(),this.outer.clean()},HMAC2.prototype.update=function(data){return this.inner.update(data),this},HMAC2.prototype.finish=function(out){return this.
outer.finished?this.outer.finish(out):(this.inner.finish(out),this.outer.update(out,this.digestLength).finish(out)),this},HMAC2.prototype.digest=function(){var out=new Uint8Array(
this.digestLength);return this.finish(out),out},HMAC2})();exports2.HMAC=HMAC;function hash2(data){var h=new Hash().update(data),digest=h.digest();return h.clean(),
digest}exports2.hash=hash2,exports2.default=hash2;function hmac(key,data){var h=new HMAC(key).update(data),digest=h.digest();return h.clean(),digest}exports2.hmac=
hmac;function fillBuffer(buffer,hmac2,info,counter){var num=counter[0];if(num===0)throw new Error("hkdf: cannot expand more");hmac2.reset(),num>1&&hmac2.update(
buffer),info&&hmac2.update(info),hmac2.update(counter),hmac2.finish(buffer),counter[0]++}var hkdfSalt=new Uint8Array(exports2.digestLength);function hkdf(key,salt,info,length){
salt===void 0&&(salt=hkdfSalt),length===void 0&&(length=32);for(var counter=new Uint8Array([1]),okm=hmac(salt,key),hmac_=new HMAC(okm),buffer=new Uint8Array(hmac_.
digestLength),bufpos=buffer.length,out=new Uint8Array(length),i=0;i<length;i++)bufpos===buffer.length&&(fillBuffer(buffer,hmac_,info,counter),bufpos=0),out[i]=buffer[bufpos++];
return hmac_.clean(),buffer.fill(0),counter.fill(0),out}exports2.hkdf=hkdf;function pbkdf2(password,salt,iterations,dkLen){for(var prf=new HMAC(password),len=prf.
digestLength,ctr=new Uint8Array(4),t=new Uint8Array(len),u=new Uint8Array(len),dk=new Uint8Array(dkLen),i=0;i*len<dkLen;i++){var c=i+1;ctr[0]=c>>>24&255,ctr[1]=
c>>>16&255,ctr[2]=c>>>8&255,ctr[3]=c>>>0&255,prf.reset(),prf.update(salt),prf.update(ctr),prf.finish(u);for(var j=0;j<len;j++)t[j]=u[j];for(var j=2;j<=iterations;j++){
prf.reset(),prf.update(u).finish(u);for(var k=0;k<len;k++)t[k]^=u[k]}for(var j=0;j<len&&i*len+j<dkLen;j++)dk[i*len+j]=t[j]}for(var i=0;i<len;i++)t[i]=u[i]=0;for(var i=0;i<
4;i++)ctr[i]=0;return prf.clean(),dk}exports2.pbkdf2=pbkdf2})}});import{threadId}from"node:worker_threads";var store$4,DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function getGlobalConfig(config$1){return!config$1&&!store$4?DEFAULT_CONFIG:{lang:config$1?.lang??store$4?.lang,message:config$1?.message,abortEarly:config$1?.abortEarly??
store$4?.abortEarly,abortPipeEarly:config$1?.abortPipeEarly??store$4?.abortPipeEarly}}var store$3;function getGlobalMessage(lang){return store$3?.get(lang)}var store$2;function getSchemaMessage(lang){return store$2?.get(lang)}var store$1;function getSpecificMessage(reference,lang){return store$1?.get(reference)?.get(lang)}function _stringify(input){let type=typeof input;return type==="string"?`"${input}"`:type==="number"||type==="bigint"||type==="boolean"?`${input}`:type==="objec\
t"||type==="function"?(input&&Object.getPrototypeOf(input)?.constructor?.name)??"null":type}function _addIssue(context,label2,dataset,config$1,other){let input=other&&
"input"in other?other.input:dataset.value,expected=other?.expected??context.expects??null,received=other?.received??_stringify(input),issue={kind:context.kind,type:context.
type,input,expected,received,message:`Invalid ${label2}: ${expected?`Expected ${expected} but r`:"R"}eceived ${received}`,requirement:context.requirement,path:other?.
path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly},isSchema=context.kind==="schema",message$1=other?.
message??context.message??getSpecificMessage(context.reference,issue.lang)??(isSchema?getSchemaMessage(issue.lang):null)??config$1.message??getGlobalMessage(issue.
lang);message$1!==void 0&&(issue.message=typeof message$1=="function"?message$1(issue):message$1),isSchema&&(dataset.typed=!1),dataset.issues?dataset.issues.push(
issue):dataset.issues=[issue]}function _isSameValueZero(value1,value2){return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.
prototype.hasOwnProperty.call(object$1,key)&&key!=="__proto__"&&key!=="prototype"&&key!=="constructor"}function _joinExpects(values$1,separator){let list=[...new Set(values$1)];return list.length>1?`(${list.join(` ${separator} `)})`:list[0]??"never"}function _standardSchema(schema){
return schema["~standard"]={version:1,vendor:"valibot",validate:value$1=>schema["~run"]({value:value$1},getGlobalConfig())},schema}var EMOJI_REGEX=new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uF\
E0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\
\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$","u");var ISO_TIMESTAMP_REGEX=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;function check(requirement,message$1){return{kind:"validation",type:"check",reference:check,async:!1,expects:null,requirement,message:message$1,"~run"(dataset,config$1){
return dataset.typed&&!this.requirement(dataset.value)&&_addIssue(this,"input",dataset,config$1),dataset}}}function description(description_){return{kind:"metadata",type:"description",reference:description,description:description_}}function finite(message$1){return{kind:"validation",type:"finite",reference:finite,async:!1,expects:null,requirement:Number.isFinite,message:message$1,"~run"(dataset,config$1){
return dataset.typed&&!this.requirement(dataset.value)&&_addIssue(this,"finite",dataset,config$1),dataset}}}function integer(message$1){return{kind:"validation",type:"integer",reference:integer,async:!1,expects:null,requirement:Number.isInteger,message:message$1,"~run"(dataset,config$1){
return dataset.typed&&!this.requirement(dataset.value)&&_addIssue(this,"integer",dataset,config$1),dataset}}}function isoTimestamp(message$1){return{kind:"validation",type:"iso_timestamp",reference:isoTimestamp,async:!1,expects:null,requirement:ISO_TIMESTAMP_REGEX,message:message$1,
"~run"(dataset,config$1){return dataset.typed&&!this.requirement.test(dataset.value)&&_addIssue(this,"timestamp",dataset,config$1),dataset}}}function maxLength(requirement,message$1){return{kind:"validation",type:"max_length",reference:maxLength,async:!1,expects:`<=${requirement}`,requirement,message:message$1,
"~run"(dataset,config$1){return dataset.typed&&dataset.value.length>this.requirement&&_addIssue(this,"length",dataset,config$1,{received:`${dataset.value.length}`}),
dataset}}}function maxValue(requirement,message$1){return{kind:"validation",type:"max_value",reference:maxValue,async:!1,expects:`<=${requirement instanceof Date?requirement.
toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!(dataset.value<=this.requirement)&&_addIssue(this,
"value",dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)}),dataset}}}function minLength(requirement,message$1){return{kind:"validation",type:"min_length",reference:minLength,async:!1,expects:`>=${requirement}`,requirement,message:message$1,
"~run"(dataset,config$1){return dataset.typed&&dataset.value.length<this.requirement&&_addIssue(this,"length",dataset,config$1,{received:`${dataset.value.length}`}),
dataset}}}function minValue(requirement,message$1){return{kind:"validation",type:"min_value",reference:minValue,async:!1,expects:`>=${requirement instanceof Date?requirement.
toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!(dataset.value>=this.requirement)&&_addIssue(this,
"value",dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)}),dataset}}}function regex(requirement,message$1){return{kind:"validation",type:"regex",reference:regex,async:!1,expects:`${requirement}`,requirement,message:message$1,"~ru\
n"(dataset,config$1){return dataset.typed&&!this.requirement.test(dataset.value)&&_addIssue(this,"format",dataset,config$1),dataset}}}function transform(operation){return{kind:"transformation",type:"transform",reference:transform,async:!1,operation,"~run"(dataset){return dataset.value=this.operation(
dataset.value),dataset}}}var ABORT_EARLY_CONFIG={abortEarly:!0};function getFallback(schema,dataset,config$1){return typeof schema.fallback=="function"?schema.fallback(dataset,config$1):schema.fallback}function fallback(schema,fallback$1){
return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){let outputDataset=schema["~run"](dataset,config$1);return outputDataset.issues?{typed:!0,
value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return typeof schema.default=="function"?schema.default(dataset,config$1):schema.default}function array(item,message$1){return _standardSchema({kind:"schema",type:"array",reference:array,expects:"Array",async:!1,item,message:message$1,"~run"(dataset,config$1){
let input=dataset.value;if(Array.isArray(input)){dataset.typed=!0,dataset.value=[];for(let key=0;key<input.length;key++){let value$1=input[key],itemDataset=this.
item["~run"]({value:value$1},config$1);if(itemDataset.issues){let pathItem={type:"array",origin:"value",input,key,value:value$1};for(let issue of itemDataset.issues)
issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=itemDataset.issues),config$1.abortEarly){
dataset.typed=!1;break}}itemDataset.typed||(dataset.typed=!1),dataset.value.push(itemDataset.value)}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:"schema",type:"boolean",reference:boolean,expects:"boolean",async:!1,message:message$1,"~run"(dataset,config$1){
return typeof dataset.value=="boolean"?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function custom(check$1,message$1){return _standardSchema(
{kind:"schema",type:"custom",reference:custom,expects:"unknown",async:!1,check:check$1,message:message$1,"~run"(dataset,config$1){return this.check(dataset.value)?
dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function literal(literal_,message$1){return _standardSchema({kind:"schema",type:"literal",reference:literal,expects:_stringify(literal_),async:!1,literal:literal_,
message:message$1,"~run"(dataset,config$1){return _isSameValueZero(dataset.value,this.literal)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}
function looseObject(entries$1,message$1){return _standardSchema({kind:"schema",type:"loose_object",reference:looseObject,expects:"Object",async:!1,entries:entries$1,
message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){
let valueSchema=this.entries[key];if(key in input||(valueSchema.type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.
default!==void 0){let value$1=key in input?input[key]:getDefault(valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){
let pathItem={type:"object",origin:"value",input,key,value:value$1};for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],
dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=
!1),dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!=="exact_op\
tional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nullish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"obje\
ct",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))break}if(!dataset.issues||!config$1.abortEarly)for(let key in input)_isValidObjectKey(input,
key)&&!Object.prototype.hasOwnProperty.call(this.entries,key)&&(dataset.value[key]=input[key])}else _addIssue(this,"type",dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:"schema",type:"nullable",reference:nullable,expects:`(${wrapped.expects} | null)`,async:!1,wrapped,
default:default_,"~run"(dataset,config$1){return dataset.value===null&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.value===
null)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function nullish(wrapped,default_){return _standardSchema({kind:"schema",type:"nullish",reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:!1,
wrapped,default:default_,"~run"(dataset,config$1){return(dataset.value===null||dataset.value===void 0)&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,
config$1)),dataset.value===null||dataset.value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:"schema",type:"number",reference:number,expects:"number",async:!1,message:message$1,"~run"(dataset,config$1){
return typeof dataset.value=="number"&&!isNaN(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function object(entries$1,message$1){
return _standardSchema({kind:"schema",type:"object",reference:object,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){let input=dataset.
value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){let valueSchema=this.entries[key];if(key in input||(valueSchema.
type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.default!==void 0){let value$1=key in input?input[key]:getDefault(
valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key,value:value$1};
for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=
valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=!1),dataset.value[key]=valueDataset.value}else if(valueSchema.
fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!=="exact_optional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nu\
llish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))
break}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:"schema",type:"optional",reference:optional,expects:`(${wrapped.expects} | undefined)`,async:!1,
wrapped,default:default_,"~run"(dataset,config$1){return dataset.value===void 0&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.
value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:"schema",type:"picklist",reference:picklist,expects:_joinExpects(options.map(_stringify),"|"),
async:!1,options,message:message$1,"~run"(dataset,config$1){return this.options.includes(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),
dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:"schema",type:"record",reference:record,expects:"Object",async:!1,key,value:value$1,message:message$1,
"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let entryKey in input)if(_isValidObjectKey(
input,entryKey)){let entryValue=input[entryKey],keyDataset=this.key["~run"]({value:entryKey},config$1);if(keyDataset.issues){let pathItem={type:"object",origin:"\
key",input,key:entryKey,value:entryValue};for(let issue of keyDataset.issues)issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=
keyDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}let valueDataset=this.value["~run"]({value:entryValue},config$1);if(valueDataset.issues){let pathItem={
type:"object",origin:"value",input,key:entryKey,value:entryValue};for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],
dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}(!keyDataset.typed||!valueDataset.
typed)&&(dataset.typed=!1),keyDataset.typed&&(dataset.value[keyDataset.value]=valueDataset.value)}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:"schema",type:"string",reference:string,expects:"string",async:!1,message:message$1,"~run"(dataset,config$1){
return typeof dataset.value=="string"?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function unknown(){return _standardSchema({kind:"schema",type:"unknown",reference:unknown,expects:"unknown",async:!1,"~run"(dataset){return dataset.typed=!0,dataset}})}
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
_addIssue(this,"type",dataset,config$1);return dataset}})}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(let item of pipe$1)if(item.kind!=="metadata"){if(dataset.
issues&&(item.kind==="schema"||item.kind==="transformation")){dataset.typed=!1;break}(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)&&(dataset=
item["~run"](dataset,config$1))}return dataset}})}function safeParse(schema,input,config$1){let dataset=schema["~run"]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,
output:dataset.value,issues:dataset.issues}}var REASONS=["app_server_exited","app_server_unresponsive","app_server_start_failed","broker_lost","worker_crashed","queue_timeout","start_timeout","idle_timeou\
t","deadline_exceeded","turn_failed","turn_interrupted","usage_limit","unauthorized","context_window","server_overloaded","protocol_error","launch_failed","orph\
aned","internal"],ReasonSchema=picklist(REASONS),Fault=class _Fault extends Error{name="Fault";reason;constructor(reason,message2,options){super(message2,options),
this.reason=reason}static from(error,reason="internal"){return error instanceof _Fault?error:new _Fault(reason,messageOf(error),{cause:error})}toData(){return{reason:this.
reason,message:this.message}}};function messageOf(error){return error instanceof Error?error.message:String(error)}var MAX_ID_CHARS=200,IdSchema=pipe(string(),maxLength(MAX_ID_CHARS));var OptionalText=nullish(string(),null),InitializeResultSchema=object({userAgent:OptionalText,codexHome:OptionalText}),ThreadResultSchema=object({thread:object(
{id:pipe(IdSchema,minLength(1)),name:OptionalText}),model:OptionalText,reasoningEffort:OptionalText,sandbox:optional(pipe(unknown(),transform(sandboxWord)),null),
approvalPolicy:optional(pipe(unknown(),transform(policyWord)),null)}),TurnStartResultSchema=object({turn:object({id:pipe(IdSchema,minLength(1)),rootTurnId:OptionalText})}),
AccountResultSchema=object({account:nullish(object({type:string(),email:OptionalText,planType:OptionalText}),null),requiresOpenaiAuth:nullish(boolean(),null)}),
ConfigResultSchema=object({config:object({model:OptionalText,model_provider:OptionalText,model_providers:fallback(nullish(record(string(),looseObject({name:OptionalText})),
{}),{})})}),ThreadListResultSchema=object({data:array(object({id:string(),name:OptionalText,updatedAt:nullish(number(),null)}))}),ImportResultSchema=object({importId:OptionalText}),
AnyResultSchema=unknown(),CODEX_RESULTS={initialize:InitializeResultSchema,"thread/start":ThreadResultSchema,"thread/resume":ThreadResultSchema,"thread/name/set":AnyResultSchema,
"thread/unsubscribe":AnyResultSchema,"thread/loaded/list":AnyResultSchema,"turn/start":TurnStartResultSchema,"review/start":TurnStartResultSchema,"turn/interrup\
t":AnyResultSchema,"thread/backgroundTerminals/clean":AnyResultSchema,"account/read":AccountResultSchema,"config/read":ConfigResultSchema,"thread/list":ThreadListResultSchema,
"externalAgentConfig/import":ImportResultSchema};function sandboxWord(sandbox){if(typeof sandbox=="string")return sandbox;let parsed=safeParse(object({type:string()}),sandbox);return parsed.success?parsed.output.
type.replace(/[A-Z]/gu,letter=>`-${letter.toLowerCase()}`):null}function policyWord(policy){return typeof policy=="string"?policy:typeof policy=="object"&&policy!==
null?Object.keys(policy)[0]??null:null}function writeFacts(facts){let whole=JSON.stringify(facts);if(Buffer.byteLength(whole)<=61440)return[whole];let lists=[],room=0;for(let fact of facts){let text=JSON.
stringify(fact),bytes=Buffer.byteLength(`${text},`);bytes>room&&(lists.push([]),room=61438),lists.at(-1)?.push(text),room-=bytes}return lists.map(list=>`[${list.
join(",")}]`)}function deferred(){let resolve=()=>{},reject=()=>{};return{promise:new Promise((ok,fail)=>{resolve=ok,reject=fail}),resolve,reject}}var STRING="(?:\x1B[\\]PX^_]|[\x90\x98\x9D-\x9F])[^\x07\x1B\x80-\x9F]*(?:\x07|\x1B\\\\|\x9C)",CSI="(?:\x1B\\[|\x9B)[0-?]*[ -/]*[@-~]",SHORT="\x1B[ -/]*[0-~]",SEQUENCES=new RegExp(
`${STRING}|${CSI}|${SHORT}`,"gu"),CONTROL=String.raw`[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]`,CONTROLS=new RegExp(CONTROL,"gu"),UNCLEAN=new RegExp(CONTROL,"u"),
WIDE_SPACE=/\s{2,}|[^\S ]/gu;function plainText(text){return UNCLEAN.test(text)?text.replaceAll(`\r
`,`
`).replace(SEQUENCES,"").replace(CONTROLS,""):text}function oneLine(text,limit){let flat=plainText(text).replace(WIDE_SPACE," ").trim();return flat.length<=limit?
flat:`${flat.slice(0,limit-1).replace(new RegExp("\\p{Cs}$","u"),"")}\u2026`}function fieldsOf(value){return isRecord(value)?value:{}}function isRecord(value){return typeof value=="object"&&value!==null}var SERVER_OVERLOADED=-32001,PROTOCOL_CODES=new Set([-32700,-32601]),UNAUTHORIZED_STATUS=401,DETAILS_CHARS=1e3,REASONS_BY_INFO=new Map([["usagelimitexceeded","u\
sage_limit"],["unauthorized","unauthorized"],["contextwindowexceeded","context_window"],["serveroverloaded","server_overloaded"]]);function faultOfTurnError(error){
return{reason:reasonOf(error.codexErrorInfo),message:sentenceOf(error)}}function sentenceOf({message:message2,additionalDetails}){let details=oneLine(additionalDetails??
"",DETAILS_CHARS);return details===""||message2.includes(details)?message2:`${message2} (${details})`}function faultOfRpcError(method,error){let message2=`Codex\
 refused "${method}": ${error.message} (code ${error.code})`;return{reason:reasonOfRpc(error.code,error.data),message:message2}}function reasonOfRpc(code,data){
if(code===SERVER_OVERLOADED)return"server_overloaded";if(PROTOCOL_CODES.has(code))return"protocol_error";let{codexErrorInfo}=fieldsOf(data);return reasonOf(codexErrorInfo)}
function reasonOf(info){if(typeof info=="string")return reasonNamed(info);let[name="",detail]=Object.entries(fieldsOf(info))[0]??[],{httpStatusCode}=fieldsOf(detail);
return httpStatusCode===UNAUTHORIZED_STATUS?"unauthorized":reasonNamed(name)}function reasonNamed(name){return REASONS_BY_INFO.get(name.replaceAll("_","").toLowerCase())??
"turn_failed"}function faultOfCall(method,error){switch(error.kind){case"rpc":{let{reason,message:message2}=faultOfRpcError(method,error);return new Fault(reason,message2)}case"\
deadline":return new Fault("start_timeout",error.message);case"closed":return new Fault("app_server_exited",error.message)}}var Link=class{#port;#pending=new Map;#listener;#early=[];#gone;#lastCallId=0;constructor(port){this.#port=port,port.on("message",message2=>this.#receive(message2))}listen(listener){
this.#listener=listener;let early=this.#early;this.#early=[],early.length>0&&listener.onNotifications(early),this.#gone!==void 0&&listener.onAppServerGone(this.#gone)}async call(method,params){
if(this.#gone!==void 0)throw this.#gone;this.#lastCallId+=1;let callId=this.#lastCallId,answer=deferred();this.#pending.set(callId,{method,answer}),this.#post({
type:"call",callId,method,params});let result=await answer.promise,schema=CODEX_RESULTS[method],parsed=safeParse(schema,result);if(parsed.success)return parsed.
output;throw new Fault("protocol_error",`Cannot read the app-server's answer to "${method}": ${parsed.issues[0].message}`)}began(threadNumber){this.#post({type:"\
began",threadNumber})}threadReady(threadId2,resolved){this.#post({type:"threadReady",threadId:threadId2,resolved})}turnStarted(turnId){this.#post({type:"turnSta\
rted",turnId})}report(facts){if(facts.length!==0)for(let text of writeFacts(facts))this.#post({type:"facts",facts:text})}close(){this.#port.close()}#post(message2){
this.#port.postMessage(message2)}#receive(message2){switch(message2.type){case"notifications":this.#hear(this.#read(message2.lines)),this.#post({type:"read"});return;case"\
result":this.#take(message2.callId)?.answer.resolve(message2.result);return;case"callFailed":{let pending=this.#take(message2.callId);pending?.answer.reject(faultOfCall(
pending.method,message2.error));return}case"appServerGone":this.#lose(new Fault(message2.fault.reason,message2.fault.message));return}}#read(lines){let list=[];
for(let line of lines)try{list.push(JSON.parse(line))}catch{this.#post({type:"garbage",line})}return list}#hear(list){this.#listener===void 0?this.#early.push(...list):
this.#listener.onNotifications(list)}#lose(fault){this.#gone=fault;for(let{answer}of this.#pending.values())answer.reject(fault);this.#pending.clear(),this.#listener?.
onAppServerGone(fault)}#take(callId){let pending=this.#pending.get(callId);return this.#pending.delete(callId),pending}};function nameThread({request,threadName},link,threadId2){request.resumeThreadId===null&&link.call("thread/name/set",{threadId:threadId2,name:threadName}).catch(
()=>{})}async function openThread(input,link){let opened=await startOrResume(input,link);return link.threadReady(opened.thread.id,{model:opened.model,effort:input.request.
effort??opened.reasoningEffort,sandbox:opened.sandbox,approvalPolicy:opened.approvalPolicy,codexVersion:input.codexVersion}),opened.thread.id}function startOrResume({
cwd,request},link){let settings=settingsOf(cwd,request),{resumeThreadId}=request;return resumeThreadId===null?link.call("thread/start",{...settings,ephemeral:!1}):
link.call("thread/resume",{...settings,threadId:resumeThreadId,excludeTurns:!0})}function settingsOf(cwd,request){let{sandbox,model,onApproval}=request,config=overridesOf(
request);return{cwd,approvalPolicy:onApproval==="decline"?"never":"on-request",...sandbox===null?{}:{sandbox},...model===null?{}:{model},...Object.keys(config).
length===0?{}:{config}}}function overridesOf({network,addDirs,review,model,effort}){return{...network?{"sandbox_workspace_write.network_access":!0}:{},...addDirs.
length>0?{"sandbox_workspace_write.writable_roots":[...addDirs]}:{},...review!==null&&model!==null?{review_model:model}:{},...review!==null&&effort!==null?{model_reasoning_effort:effort}:
{}}}var COMMAND_CHARS=200,READ_CHARS=65536,SHELL=/^(?:\S*\/)?(?:ba|z|da|k)?sh\s+-[a-z]*c\s+/u,PIECE=/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/guy;
function commandText(command){let beginning=command.trim().slice(0,READ_CHARS),inner=beginning.replace(SHELL,"");return oneLine(inner===beginning?beginning:unquoted(
inner)??inner,COMMAND_CHARS)}function unquoted(text){if(text.startsWith("'")&&text.indexOf("'",1)===text.length-1)return text.slice(1,-1);let word="",end=0;for(let match of text.
matchAll(PIECE)){let[piece,single,double,escaped,plain]=match;word+=single??double?.replace(/\\(["\\$`])/gu,"$1")??escaped??plain??"",end+=piece.length}return end===
text.length?word:void 0}var PREFIX=String.raw`(?:^|&&|\|\||[;|(\n])\s*(?:\w+=\S*\s+)*(?:(?:npx|pnpm exec|yarn dlx|bunx|uv run|poetry run|bundle exec|time|env|sudo)\s+(?:-\S+\s+)*)*(?:\S*\/)?`,
CHECKERS="vitest|jest|mocha|ava|pytest|py\\.test|tox|nox|rspec|phpunit|ctest|tsc|eslint|biome|ruff|mypy|pyright|flake8|pylint|shellcheck|golangci-lint|make|ninja\
|bazel|gradlew?|mvn|xcodebuild",RUNNERS="(?:npm|pnpm|yarn|bun|deno|cargo|go|dotnet|swift|mix|zig|rake|just|task|node|python3?)\\s+(?:run(?:-script)?\\s+|-m\\s+|--(\
?=test))*",CHECKS="[\\w:.-]*(?:test|build|lint|check|vet|clippy|verify|mypy|compileall)",VERIFYING=new RegExp(`${PREFIX}(?:(?:${CHECKERS})\\b|${RUNNERS}${CHECKS}\
)`,"u");function isVerification(command){return VERIFYING.test(command)}var MAX_PATH_CHARS=4096,Text=nullish(string(),""),OptionalText2=nullish(string(),null),Section=pipe(unknown(),transform(section=>fieldsOf(section).text??section),
string()),Sections=nullish(array(Section),[]),PathText=pipe(string(),maxLength(MAX_PATH_CHARS)),common={id:nullish(IdSchema,null)},ending={...common,status:OptionalText2},
ITEM_SCHEMAS={userMessage:object({type:literal("userMessage"),...common}),agentMessage:object({type:literal("agentMessage"),...common,text:Text,phase:OptionalText2}),
reasoning:object({type:literal("reasoning"),...common,summary:Sections}),commandExecution:object({type:literal("commandExecution"),...ending,command:pipe(Text,transform(
commandText)),exitCode:nullish(number(),null)}),fileChange:object({type:literal("fileChange"),...ending,changes:nullish(array(object({path:PathText,kind:fallback(
nullish(object({type:OptionalText2,move_path:nullish(PathText,null)}),null),null)})),[])}),mcpToolCall:object({type:literal("mcpToolCall"),...ending,server:Text,
tool:Text}),dynamicToolCall:object({type:literal("dynamicToolCall"),...ending,namespace:Text,tool:Text}),collabAgentToolCall:object({type:literal("collabAgentTo\
olCall"),...ending,tool:Text,receiverThreadIds:nullish(array(IdSchema),[])}),subAgentActivity:object({type:literal("subAgentActivity"),...common,agentThreadId:nullish(
IdSchema,""),agentPath:nullish(PathText,"")}),webSearch:object({type:literal("webSearch"),...common,query:Text}),enteredReviewMode:object({type:literal("entered\
ReviewMode"),...common,review:Text}),exitedReviewMode:object({type:literal("exitedReviewMode"),...common,review:Text})},PLAIN_ITEM_TYPES=["contextCompaction","f\
unctionCallOutput","hookPrompt","imageGeneration","imageView","plan","sleep"],NamedItemSchema=object({type:string(),id:fallback(nullish(IdSchema,null),null),status:fallback(
OptionalText2,null)}),SCHEMA_OF=new Map(Object.entries(ITEM_SCHEMAS)),PLAIN=new Set(PLAIN_ITEM_TYPES);function parseItem(value){let known=parseKnown(value);if(known!==
null)return known;let named=safeParse(NamedItemSchema,value);if(!named.success)return null;let{type:name,id,status:status2}=named.output;return{type:"named",name,
id,status:status2,known:PLAIN.has(name)}}function parseKnown(value){let{type}=fieldsOf(value),schema=typeof type=="string"?SCHEMA_OF.get(type):void 0;if(schema===
void 0)return null;let parsed=safeParse(schema,value);return parsed.success?parsed.output:null}function endOf(state,turn){switch(turn.status){case"completed":return{status:"completed",finalMessage:finalMessage(state,turn.items)};case"interrupted":return{status:"\
interrupted"};case"failed":return{status:"failed",fault:faultOf(state,turn)};default:return{status:"failed",fault:{reason:"protocol_error",message:unknownStatus(
turn.status)}}}}function finalMessage({review,finalAnswer,lastMessage},items){return review??finalAnswer??lastMessage??lastMessageIn(items)??""}function lastMessageIn(items){
let last=null;for(let value of items){let item=parseItem(value);item?.type==="agentMessage"&&(last=item.text)}return last}function faultOf(state,turn){return turn.
error!==null?faultOfTurnError(turn.error):state.fatalError??{reason:"turn_failed",message:"The turn failed without a reason"}}function unknownStatus(status2){return`\
Cannot tell how the turn ended: its status is ${status2===null?"missing":`"${status2}"`}`}function unreachable(value){throw new Error(`Unexpected value: ${JSON.stringify(value)}`)}var SUBJECT_CHARS=200;function labelOf(item){switch(item.type){case"userMessage":return"prompt";case"agentMessage":return"message";case"reasoning":return"reason\
ing";case"commandExecution":return item.command===""?"command":`command: ${item.command}`;case"fileChange":return titled("file change",severalOf(item.changes.map(
change=>change.path)));case"mcpToolCall":return titled("tool",dotted(item.server,item.tool));case"dynamicToolCall":return titled("tool",dotted(item.namespace,item.
tool));case"collabAgentToolCall":return titled("sub-agent",item.tool);case"subAgentActivity":return titled("sub-agent",item.agentPath);case"webSearch":return titled(
"web search",item.query);case"enteredReviewMode":return oneLine(item.review,SUBJECT_CHARS)||"review";case"exitedReviewMode":return"review output";case"named":return oneLine(
inWords(item.name),SUBJECT_CHARS);default:return unreachable(item)}}function phaseOf(item){switch(item.type){case"agentMessage":return item.phase==="commentary"?
"running":"finalizing";case"reasoning":return"thinking";case"commandExecution":return isVerification(item.command)?"verifying":"investigating";case"mcpToolCall":case"\
dynamicToolCall":case"webSearch":return"investigating";case"fileChange":return"editing";case"enteredReviewMode":case"exitedReviewMode":return"reviewing";case"us\
erMessage":case"collabAgentToolCall":case"subAgentActivity":case"named":return"running";default:return unreachable(item)}}function titled(title,subject){let flat=oneLine(
subject,SUBJECT_CHARS);return flat===""?title:`${title}: ${flat}`}function severalOf(names){let[first="",...others]=names;return others.length===0?first:`${first}\
 and ${others.length} more`}function dotted(owner,name){return owner===""?name:`${owner}.${name}`}function inWords(name){return name.replace(/(?<=[a-z])[A-Z]/gu,
letter=>` ${letter.toLowerCase()}`)}function newTurn(threadId2){return{threadId:threadId2,turnId:null,activeTurnId:null,children:new Map,lastMessage:null,finalAnswer:null,review:null,fatalError:null,
early:null,ended:!1,unknownCount:0,malformedCount:0}}function sourceOf(state,threadId2,turnId){let label2=state.children.get(threadId2);return label2!==void 0?{
kind:"child",label:label2}:threadId2===state.threadId&&isOwnTurn(state,turnId)?{kind:"root"}:void 0}function isOwnTurn(state,turnId){return state.turnId===null||
turnId===null||turnId===""?!0:turnId===state.turnId||turnId===state.activeTurnId}function withChild(state,threadId2,given){let known=state.children.get(threadId2),
isFull=known===void 0&&state.children.size>=1e3,label2=given??known??nameOf(threadId2);if(threadId2===state.threadId||isFull||label2===known)return{state,facts:[]};
let children=new Map(state.children).set(threadId2,label2),facts=known===void 0?[{kind:"subAgentStarted",threadId:threadId2,label:label2}]:[];return{state:{...state,
children},facts}}function nameOf(threadId2){return`sub-agent ${threadId2.slice(-6)}`}var SAID=new Set(["agentMessage","reasoning","enteredReviewMode","exitedReviewMode"]),NAMELESS_MESSAGE="agentMessage";function foldItemStarted(state,item,owner){
let{state:next,facts}=withAgents(state,item);if(item.type==="userMessage")return{state:next,facts};let started={kind:"itemStarted",itemId:idOf(item),label:ownedLabel(
item,owner),phase:phaseOf(item),command:item.type==="commandExecution",...SAID.has(item.type)?{said:!0}:{}};return{state:next,facts:[...facts,started]}}function foldItemCompleted(state,item,owner){
let{state:next,facts}=withAgents(state,item);if(item.type==="userMessage")return{state:next,facts};let ended=endFact(item,owner);return owner.kind!=="root"?{state:next,
facts:[...facts,ended]}:{state:withWords(next,item),facts:[...facts,ended,...wordFacts(state,item)]}}function endFact(item,owner){let itemId2=idOf(item),status2=endStatus(
"status"in item?item.status:null);switch(item.type){case"commandExecution":return{kind:"commandCompleted",itemId:itemId2,command:item.command,exitCode:item.exitCode,
status:status2};case"fileChange":return{kind:"filesChanged",itemId:itemId2,paths:pathsOf(item),status:status2};default:return{kind:"itemEnded",itemId:itemId2,label:ownedLabel(
item,owner),status:status2}}}function wordFacts(state,item){switch(item.type){case"exitedReviewMode":return[{kind:"reviewCompleted",text:item.review}];case"agen\
tMessage":return item.text===state.review?[]:[{kind:"messageCompleted",text:item.text}];case"reasoning":return item.summary.length===0?[]:[{kind:"reasoningCompl\
eted",sections:item.summary}];default:return[]}}function withWords(state,item){return item.type==="exitedReviewMode"?{...state,review:item.review}:item.type!=="\
agentMessage"?state:item.phase!=="final_answer"?{...state,lastMessage:item.text}:{...state,lastMessage:item.text,finalAnswer:item.text}}function withAgents(state,item){
if(item.type==="subAgentActivity")return withAgent(state,item);if(item.type!=="collabAgentToolCall"||item.tool!=="spawnAgent")return{state,facts:[]};let next=state,
facts=[];for(let threadId2 of item.receiverThreadIds){let grown=withChild(next,threadId2,null);next=grown.state,facts.push(...grown.facts)}return{state:next,facts}}
function withAgent(state,{agentThreadId,agentPath}){return agentThreadId===""?{state,facts:[]}:withChild(state,agentThreadId,agentPath||null)}function pathsOf(item){
return item.changes.flatMap(({path,kind})=>{let movedTo=kind?.move_path??null;return movedTo===null?[path]:[path,movedTo]})}function idOf(item){return item.id??
(item.type==="named"?item.name.slice(0,MAX_ID_CHARS):item.type)}function ownedLabel(item,owner){return owner.kind==="root"?labelOf(item):`${owner.label}: ${labelOf(
item)}`}function endStatus(status2){return status2==="declined"?"declined":status2==="failed"||status2==="interrupted"?"failed":"completed"}var FiniteNumberSchema=pipe(number(),finite());var OptionalText3=nullish(string(),null),OptionalId=nullish(IdSchema,null),Count=nullish(FiniteNumberSchema,0),address={threadId:IdSchema,turnId:OptionalId},TurnErrorSchema=object(
{message:nullish(string(),"no reason was given"),codexErrorInfo:optional(unknown()),additionalDetails:OptionalText3}),Turn=object({id:fallback(IdSchema,""),rootTurnId:fallback(
OptionalId,null),status:fallback(OptionalText3,null),error:fallback(nullish(TurnErrorSchema,null),null),items:fallback(nullish(array(unknown()),[]),[])}),TurnNotification=object(
{threadId:IdSchema,turn:Turn}),ItemNotification=object({...address,item:unknown()}),DeltaNotification=object(address),MessageDeltaNotification=object({...address,
itemId:fallback(OptionalId,null),delta:fallback(string(),"")}),Tokens=object({totalTokens:Count,inputTokens:Count,cachedInputTokens:Count,cacheWriteInputTokens:Count,
outputTokens:Count,reasoningOutputTokens:Count}),NONE={},UsageNotification=object({...address,tokenUsage:object({total:Tokens,last:optional(Tokens,NONE)})}),SECONDS=nullish(
FiniteNumberSchema,null),Window=nullish(object({usedPercent:FiniteNumberSchema,windowDurationMins:SECONDS,resetsAt:SECONDS}),null),RateLimitsNotification=object(
{rateLimits:object({limitId:OptionalText3,limitName:OptionalText3,planType:OptionalText3,primary:Window,secondary:Window,credits:nullish(object({hasCredits:boolean(),
unlimited:boolean(),balance:OptionalText3}),null)})}),ErrorNotification=object({...address,error:TurnErrorSchema,willRetry:nullish(boolean(),!1)}),WarningNotification=object(
{threadId:OptionalText3,message:string()}),NoticeNotification=object({summary:string(),details:OptionalText3}),ReroutedNotification=object({...address,fromModel:string(),
toModel:string(),reason:OptionalText3}),McpStatusNotification=object({threadId:OptionalText3,name:string(),status:OptionalText3,error:OptionalText3}),ThreadNotification=object(
{threadId:string()});var NOTICE_CHARS=500,STREAMED=[{kind:"streamed"}],QUIET_METHODS=["account/rateLimits/updated","account/updated","remoteControl/status/changed","serverRequest/re\
solved","skills/changed","thread/goal/cleared","thread/name/updated","thread/readState/changed","thread/settings/updated","thread/started","thread/status/change\
d","thread/tokenUsage/updated"],HANDLERS={"turn/started":on(TurnNotification,turnStarted),"turn/completed":on(TurnNotification,turnCompleted),"item/started":on(
ItemNotification,(state,params)=>foldItem(state,params,foldItemStarted)),"item/completed":on(ItemNotification,(state,params)=>foldItem(state,params,foldItemCompleted)),
"item/agentMessage/delta":on(MessageDeltaNotification,messageStreamed),"item/commandExecution/outputDelta":on(DeltaNotification,streamed),"item/commandExecution\
/terminalInteraction":on(DeltaNotification,streamed),"item/fileChange/outputDelta":on(DeltaNotification,streamed),"item/fileChange/patchUpdated":on(DeltaNotification,
streamed),"item/mcpToolCall/progress":on(DeltaNotification,streamed),"item/plan/delta":on(DeltaNotification,streamed),"item/reasoning/summaryPartAdded":on(DeltaNotification,
streamed),"item/reasoning/summaryTextDelta":on(DeltaNotification,streamed),"item/reasoning/textDelta":on(DeltaNotification,streamed),"turn/diff/updated":on(DeltaNotification,
streamed),"turn/plan/updated":on(DeltaNotification,streamed),"thread/closed":on(ThreadNotification,threadClosed),error:on(ErrorNotification,errorReported),warning:on(
WarningNotification,(state,{threadId:threadId2,message:message2})=>noticed(state,threadId2,message2)),configWarning:on(NoticeNotification,summaryNoticed),deprecationNotice:on(
NoticeNotification,summaryNoticed),"model/rerouted":on(ReroutedNotification,rerouted),"mcpServer/startupStatus/updated":on(McpStatusNotification,mcpStatusChanged)},
FOLD_OF=new Map([...Object.entries(HANDLERS).map(([method,handler])=>[method,handler.fold]),...QUIET_METHODS.map(method=>[method,unchanged])]);function fold(state,{
method,params}){let foldOne=FOLD_OF.get(method);return foldOne===void 0?unchanged({...state,unknownCount:state.unknownCount+1}):foldOne(state,params)}function foldTurnResponse(state,turn){
let activeTurnId=state.turnId===turn.id?state.activeTurnId:turn.id,next={...state,turnId:turn.id,activeTurnId,early:null};return state.early===null||state.ended||
!isOwnTurn(next,state.early.turnId)?unchanged(next):{state:{...next,ended:!0},facts:[],ended:state.early.end}}function on(reads,handle){return{reads,fold:(state,params)=>{
let parsed=safeParse(reads,params);return parsed.success?handle(state,parsed.output):unchanged({...state,malformedCount:state.malformedCount+1})}}}function unchanged(state){
return{state,facts:[]}}function turnStarted(state,{threadId:threadId2,turn}){if(threadId2!==state.threadId)return state.children.has(threadId2)||turn.rootTurnId!==
null&&turn.rootTurnId===state.turnId?withChild(state,threadId2,null):unchanged(state);let rootTurnId=turn.rootTurnId??turn.id;return!(state.turnId===null||turn.
id===state.turnId||rootTurnId===state.turnId)||state.ended||turn.id===""?unchanged(state):unchanged({...state,turnId:state.turnId??rootTurnId,activeTurnId:turn.
id})}function turnCompleted(state,{threadId:threadId2,turn}){if(threadId2!==state.threadId||state.ended)return unchanged(state);let end=endOf(state,turn);return state.
turnId===null?unchanged({...state,early:{turnId:turn.id,end}}):!isOwnTurn(state,turn.id)&&turn.rootTurnId!==state.turnId?unchanged(state):{state:{...state,ended:!0},
facts:[],ended:end}}function foldItem(state,{threadId:threadId2,turnId,item:value},foldOwned){let owner=sourceOf(state,threadId2,turnId);if(owner===void 0)return unchanged(
state);let item=parseItem(value);if(item===null)return unchanged({...state,malformedCount:state.malformedCount+1});let isUnknown=item.type==="named"&&!item.known;
return foldOwned(isUnknown?{...state,unknownCount:state.unknownCount+1}:state,item,owner)}function streamed(state,{threadId:threadId2,turnId}){return sourceOf(state,
threadId2,turnId)===void 0?unchanged(state):{state,facts:STREAMED}}function messageStreamed(state,params){let{threadId:threadId2,turnId,itemId:itemId2,delta:text}=params;
return text===""||sourceOf(state,threadId2,turnId)?.kind!=="root"?streamed(state,params):{state,facts:[{kind:"messageStreamed",itemId:itemId2??NAMELESS_MESSAGE,
text}]}}function threadClosed(state,{threadId:threadId2}){if(threadId2!==state.threadId||state.ended)return unchanged(state);let message2="The app-server closed\
 the thread before the turn ended",fatalError=state.fatalError??{reason:"turn_failed",message:message2};return{state:{...state,fatalError},facts:[{kind:"errorRe\
ported",message:message2}]}}function errorReported(state,params){let source=sourceOf(state,params.threadId,params.turnId);if(source===void 0)return unchanged(state);
let message2=oneLine(sentenceOf(params.error),NOTICE_CHARS);if(source.kind==="child")return{state,facts:[{kind:"noticed",message:`${source.label}: ${message2}`}]};
if(params.willRetry)return{state,facts:[{kind:"retrying",message:message2}]};let fatalError=state.ended?state.fatalError:faultOfTurnError(params.error);return{state:{
...state,fatalError},facts:[{kind:"errorReported",message:message2}]}}function summaryNoticed(state,params){let{summary,details}=params;return noticed(state,null,
details===null?summary:`${summary} (${details})`)}function rerouted(state,params){let why=params.reason===null?"":` (${params.reason})`;return noticed(state,params.
threadId,`Model changed from ${params.fromModel} to ${params.toModel}${why}`)}function mcpStatusChanged(state,params){if(params.status!=="failed")return unchanged(
state);let why=params.error??"no reason was given";return noticed(state,params.threadId,`MCP server "${params.name}" failed to start: ${why}`)}function noticed(state,threadId2,message2){
return threadId2===null||threadId2===state.threadId||state.children.has(threadId2)?{state,facts:[{kind:"noticed",message:oneLine(message2,NOTICE_CHARS)}]}:unchanged(
state)}function monotonicMs(){let[seconds,nanoseconds]=process.hrtime();return seconds*1e3+nanoseconds/1e6}function described(schema,meaning){return pipe(schema,description(meaning))}var UsageSchema=object({totalTokens:FiniteNumberSchema,inputTokens:FiniteNumberSchema,cachedInputTokens:FiniteNumberSchema,cacheWriteInputTokens:optional(FiniteNumberSchema,
0),outputTokens:FiniteNumberSchema,reasoningOutputTokens:FiniteNumberSchema});var PHASES=["queued","starting","running","thinking","investigating","editing","verifying","reviewing","finalizing","cancelling","stopping","done","failed","can\
celled"],PhaseSchema=picklist(PHASES),itemId=described(string(),"Codex's id of the item."),label=described(string(),"The item in a few words, as progress lines \
show it."),status=described(picklist(["completed","failed","declined"]),"How it ended."),message=described(string(),"What was said, in a sentence."),FactSchema=variant(
"kind",[described(object({kind:literal("itemStarted"),itemId,label,phase:described(PhaseSchema,"What the job is at, in a word."),command:described(boolean(),"Wh\
ether it is a shell command: while one runs, the idle clock stands still."),said:described(optional(literal(!0)),"A thought or a word: nothing was done by it.")}),
"The turn begins an item: a command, a change, a tool call, a message, a thought."),described(object({kind:literal("itemEnded"),itemId,label,status}),"An item h\
as ended. Of a command `commandCompleted` says so instead, and of a change of files `filesChanged`."),described(object({kind:literal("turnRenamed"),turnId:described(
string(),"Codex's id of the turn from now on: what an interrupt must call it.")}),"The turn has another name than the one that it started with, as that of a rev\
iew does."),described(object({kind:literal("streamed")}),"Some of an item has come: a sign of progress, without its text."),described(object({kind:literal("mess\
ageStreamed"),itemId,text:described(string(),"What was written since the last of these.")}),"More of a message that is being written. What it came to, `messageC\
ompleted` says."),described(object({kind:literal("messageCompleted"),text:described(string(),"The message.")}),"Codex has said something; the last of these beco\
mes the answer."),described(object({kind:literal("reviewCompleted"),text:described(string(),"What was found.")}),"Codex's own review has its findings."),described(
object({kind:literal("reasoningCompleted"),sections:described(array(string()),"The summary, in parts.")}),"Codex has summed up what it thought."),described(object(
{kind:literal("commandCompleted"),itemId,command:described(string(),"The command, on one line and without the shell that Codex puts in front; cut at 200 charact\
ers."),exitCode:described(nullable(number()),"Null when it has none: it was declined, or ended by force."),status}),"A shell command has ended, and its item wit\
h it."),described(object({kind:literal("filesChanged"),itemId,paths:described(array(string()),"The files, moved ones under both names. A long list is cut on the\
 bus, and its last member says so."),status}),"Codex has changed files, or was not allowed to: the item has ended."),described(object({kind:literal("subAgentSta\
rted"),threadId:described(string(),"Its Codex thread."),label}),"The turn has begun a sub-agent."),described(object({kind:literal("usageUpdated"),usage:described(
UsageSchema,"The tokens of this attempt so far, those of its sub-agents included.")}),"Codex has counted tokens."),described(object({kind:literal("retrying"),message}),
"A request of Codex to its model failed, and is tried again."),described(object({kind:literal("errorReported"),message}),"An error that Codex does not try again\
: the turn is about to fail."),described(object({kind:literal("noticed"),message}),"Codex points something out."),described(object({kind:literal("clockJumped"),
byMs:described(number(),"How far it went ahead; below 0, back.")}),"The wall clock went ahead or back against the monotonic one: the machine slept, or somebody \
set it.")]);var customAlphabet=(alphabet,defaultSize=21)=>(size=defaultSize)=>{let id="",i=size|0;for(;i-- >0;)id+=alphabet[Math.random()*alphabet.length|0];return id};var import_fast_sha256=__toESM(require_sha256(),1);var randomPart=customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz",8),JOB_KINDS=["task","review","adversarial-review","stop-gate-review"],JobKindSchema=picklist(
JOB_KINDS);var JOB_ID=/^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u,JobIdSchema=pipe(string(),regex(JOB_ID,"not a job id")),BrokerKeySchema=pipe(string(),regex(/^[\w-]{1,64}$/u,
"not a broker key"));var InstantSchema=pipe(string(),isoTimestamp(),check(text=>!Number.isNaN(Date.parse(text)),"not a moment"));var MAX_JSON_DEPTH=100,JsonObjectSchema=custom(value=>typeof value=="object"&&value!==null&&!Array.isArray(value)&&!isDeeper(value,MAX_JSON_DEPTH),`not a JSON o\
bject of at most ${MAX_JSON_DEPTH} levels`);function isDeeper(value,levels){return typeof value!="object"||value===null?!1:levels===0||Object.values(value).some(
member=>isDeeper(member,levels-1))}var ProcessIdentitySchema=object({bootId:described(string(),"Which run of the machine."),pid:described(pipe(number(),integer(),minValue(2)),"Its number, which o\
thers get after it."),startTime:described(string(),"When it started, as the kernel says it: tells it from others with the same pid.")});var ReviewTargetSchema=variant("mode",[object({mode:literal("working-tree"),label:string()}),object({mode:literal("branch"),label:string(),baseRef:string()})]),
ReviewSubjectSchema=object({target:ReviewTargetSchema,explicit:boolean(),repoRoot:string(),branch:string(),summary:nullable(string())});var JOB_SCHEMA_VERSION=1,MAX_PROMPT_CHARS=1048576,MAX_DURATION_MS=2147483647,EFFORTS=["none","minimal","low","medium","high","xhigh"],EffortSchema=picklist(EFFORTS),
SANDBOXES=["read-only","workspace-write","danger-full-access"],SandboxSchema=picklist(SANDBOXES),APPROVAL_RULES=["decline","accept","ask"],ApprovalRuleSchema=picklist(
APPROVAL_RULES),DurationSchema=pipe(number(),integer(),minValue(0),maxValue(MAX_DURATION_MS)),ClocksSchema=object({queueMs:DurationSchema,startMs:DurationSchema,
idleMs:DurationSchema,hardMs:DurationSchema}),MAX_RETRIES=10,RequestFields=object({prompt:pipe(string(),maxLength(MAX_PROMPT_CHARS)),sandbox:nullable(SandboxSchema),
network:optional(boolean(),!1),addDirs:optional(array(string()),[]),onApproval:optional(ApprovalRuleSchema,"decline"),model:nullable(string()),effort:nullable(EffortSchema),
resumeThreadId:nullable(string()),review:optional(nullable(ReviewSubjectSchema),null),outputSchema:optional(nullable(JsonObjectSchema),null),retries:optional(pipe(
number(),integer(),minValue(0),maxValue(MAX_RETRIES)),0),clocks:ClocksSchema}),JobRequestSchema=pipe(RequestFields,check(({prompt,review})=>prompt!==""||review!==
null,"a job needs a prompt, or something to review"));var MAX_KEY_CHARS=200,JobKeySchema=pipe(string(),minLength(1),maxLength(MAX_KEY_CHARS)),JobSpecSchema=object({id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),
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
detail:nullable(string())}),common2={schemaVersion:literal(JOB_SCHEMA_VERSION),rev:FiniteNumberSchema,id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),
sessionId:nullable(string()),key:optional(nullable(JobKeySchema),null),retryOf:optional(nullable(JobIdSchema),null),foreground:optional(boolean(),!1),workspaceRoot:string(),
cwd:string(),request:JobRequestSchema,owner:OwnerSchema,attempt:FiniteNumberSchema,logFile:string(),createdAt:InstantSchema,updatedAt:InstantSchema,phase:PhaseSchema,
threadId:nullable(string()),turnId:nullable(string()),resolved:nullable(ResolvedSchema),work:WorkSchema,openItems:array(OpenItemSchema),questions:optional(array(
QuestionSchema),[]),lastEventAt:nullable(InstantSchema),lastProgressAt:nullable(InstantSchema),history:array(TransitionSchema)},InterruptionSchema=object({attempted:described(
boolean(),"Codex was asked to interrupt the turn."),confirmed:described(boolean(),"It said that it has.")}),Running=object({...common2,status:literal("running"),
startedAt:InstantSchema,deadlineAt:nullable(InstantSchema),broker:ProcessIdentitySchema,appServer:ProcessIdentitySchema,stopping:nullable(object({cause:StopCauseSchema,
at:InstantSchema}))}),JobRecordSchema=variant("status",[object({...common2,status:literal("queued"),retryAt:optional(nullable(InstantSchema),null)}),Running,object(
{...common2,status:literal("completed"),startedAt:InstantSchema,completedAt:InstantSchema,finalMessage:string()}),object({...common2,status:literal("failed"),startedAt:nullable(
InstantSchema),completedAt:InstantSchema,reason:ReasonSchema,errorMessage:string(),comeBackAt:optional(nullable(InstantSchema),null),interruption:nullable(InterruptionSchema)}),
object({...common2,status:literal("cancelled"),startedAt:nullable(InstantSchema),completedAt:InstantSchema,interruption:nullable(InterruptionSchema)})]);var StreamDigest=class{#alive=!1;#message=null;get isEmpty(){return!this.#alive}add(facts){return facts.filter(fact=>{switch(fact.kind){case"messageStreamed":return this.#message=
joined(this.#message,fact),this.#alive=!0,!1;case"streamed":return this.#alive=!0,!1;case"itemEnded":return fact.itemId===this.#message?.itemId&&(this.#message=
null),!0;default:return!0}})}take(){let taken=this.#alive?[this.#message??{kind:"streamed"}]:[];return this.#alive=!1,this.#message=null,taken}};function joined(before,more){
let text=before?.itemId===more.itemId?before.text+more.text:more.text;return{...more,text:text.length>MAX_UNFINISHED_CHARS?text.slice(0,MAX_UNFINISHED_CHARS):text}}var FATAL_GRACE_MS=1e3,STREAM_REPORT_MS=200,TurnFollower=class{ended;#link;#ended=deferred();#state;#announced=null;#streamed=new StreamDigest;#streamReportedAtMs=Number.
NEGATIVE_INFINITY;#streamTimer;#fatalTimer;constructor(link,threadId2){this.#link=link,this.#state=newTurn(threadId2),this.ended=this.#ended.promise.finally(()=>clearTimeout(
this.#fatalTimer))}started(turn){let{state,ended}=foldTurnResponse(this.#state,turn);this.#advance(state),ended!==void 0&&this.#end(ended)}onNotifications(list){
let facts=[],end;for(let notification of list){let folded=fold(this.#state,notification);this.#advance(folded.state),facts.push(...folded.facts),end??=folded.ended}
this.#report(facts),end!==void 0&&this.#end(end)}onAppServerGone(fault){this.#end({status:"failed",fault:fault.toData()})}#advance(state){this.#state=state;let turnId=state.
activeTurnId??state.turnId;turnId!==null&&turnId!==this.#announced&&(this.#announced===null?this.#link.turnStarted(turnId):this.#link.report([{kind:"turnRenamed",
turnId}]),this.#announced=turnId);let{fatalError}=state;fatalError===null||this.#fatalTimer!==void 0||(this.#fatalTimer=setTimeout(()=>this.#end({status:"failed",
fault:fatalError}),FATAL_GRACE_MS))}#report(facts){let news=this.#streamed.add(facts),restMs=this.#streamReportedAtMs+STREAM_REPORT_MS-monotonicMs();if(restMs<=
0){this.#reportWithStreams(news);return}this.#link.report(news),this.#streamed.isEmpty||(this.#streamTimer??=setTimeout(()=>this.#reportWithStreams([]),restMs))}#reportWithStreams(news){
clearTimeout(this.#streamTimer),this.#streamTimer=void 0;let streamed2=this.#streamed.take();streamed2.length>0&&(this.#streamReportedAtMs=monotonicMs()),this.#link.
report([...news,...streamed2])}#end(end){this.#reportWithStreams([]),this.#ended.resolve(end)}};async function runTurn(input,link,start){let threadId2=await openThread(input,link),turn=new TurnFollower(link,threadId2);link.listen(turn);let starting=start(threadId2);
return nameThread(input,link,threadId2),Promise.race([endOf2(starting,turn),turn.ended])}async function endOf2(starting,turn){return turn.started((await starting).
turn),turn.ended}function runReview(input,target,link){return runTurn(input,link,threadId2=>link.call("review/start",{threadId:threadId2,target:targetOf(target)}))}function targetOf(target){
switch(target.mode){case"working-tree":return{type:"uncommittedChanges"};case"branch":return{type:"baseBranch",branch:target.baseRef}}}function runTask(input,link){let{prompt,model,effort,outputSchema}=input.request;return runTurn(input,link,threadId2=>link.call("turn/start",{threadId:threadId2,
input:[{type:"text",text:prompt,text_elements:[]}],...model===null?{}:{model},...effort===null?{}:{effort},...outputSchema===null?{}:{outputSchema}}))}async function runJob({input,port}){let link=new Link(port);link.began(threadId);try{return await conversationOf(input,link)}catch(error){return{status:"failed",
fault:Fault.from(error).toData()}}finally{link.close()}}function conversationOf(input,link){let{review}=input.request;return input.kind==="review"&&review!==null?
runReview(input,review.target,link):runTask(input,link)}function warmUp(){}export{runJob,warmUp};
