"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __esm=(fn,res,err)=>function(){if(err)throw err[0];try{return fn&&(res=(0,fn[__getOwnPropNames(fn)[0]])(fn=0)),res}catch(e){throw err=[e],e}};var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}};var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from==
"object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=
__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{
value:mod,enumerable:!0}):target,mod)),__toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);function processEnvironment(){return process.env}var init_environment=__esm({"src/config/environment.ts"(){"use strict"}});function searchDirectories(environment,platform2=process.platform){return platform2!=="win32"?(environment.PATH??"").split(":").filter(Boolean):windowsPath(environment).
split(";").map(directory=>directory.trim().replace(/^"(.*)"$/u,"$1")).filter(isAbsolute)}function windowsPath(environment){let[name="PATH"]=Object.keys(environment).
filter(key=>key.toUpperCase()==="PATH").sort();return environment[name]??""}function isAbsolute(directory){return import_node_path.default.win32.isAbsolute(directory)}
var import_node_path,init_search_path=__esm({"src/util/search-path.ts"(){"use strict";import_node_path=__toESM(require("node:path"),1)}});function getGlobalConfig(config$1){return!config$1&&!store$4?DEFAULT_CONFIG:{lang:config$1?.lang??store$4?.lang,message:config$1?.message,abortEarly:config$1?.abortEarly??
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
typeof item.key=="number")key?key+=`.${item.key}`:key+=item.key;else return null;return key}return null}function check(requirement,message$1){return{kind:"valid\
ation",type:"check",reference:check,async:!1,expects:null,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!this.requirement(dataset.
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
"~run"(dataset,config$1){return this.check(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function literal(literal_,message$1){
return _standardSchema({kind:"schema",type:"literal",reference:literal,expects:_stringify(literal_),async:!1,literal:literal_,message:message$1,"~run"(dataset,config$1){
return _isSameValueZero(dataset.value,this.literal)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function looseObject(entries$1,message$1){
return _standardSchema({kind:"schema",type:"loose_object",reference:looseObject,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){
let input=dataset.value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){let valueSchema=this.entries[key];if(key in
input||(valueSchema.type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.default!==void 0){let value$1=key in input?
input[key]:getDefault(valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",
input,key,value:value$1};for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.
issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=!1),dataset.value[key]=valueDataset.
value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!=="exact_optional"&&valueSchema.type!=="optiona\
l"&&valueSchema.type!=="nullish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]}),
config$1.abortEarly))break}if(!dataset.issues||!config$1.abortEarly)for(let key in input)_isValidObjectKey(input,key)&&!Object.prototype.hasOwnProperty.call(this.
entries,key)&&(dataset.value[key]=input[key])}else _addIssue(this,"type",dataset,config$1);return dataset}})}function nullable(wrapped2,default_){return _standardSchema(
{kind:"schema",type:"nullable",reference:nullable,expects:`(${wrapped2.expects} | null)`,async:!1,wrapped:wrapped2,default:default_,"~run"(dataset,config$1){return dataset.
value===null&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.value===null)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,
config$1)}})}function nullish(wrapped2,default_){return _standardSchema({kind:"schema",type:"nullish",reference:nullish,expects:`(${wrapped2.expects} | null | u\
ndefined)`,async:!1,wrapped:wrapped2,default:default_,"~run"(dataset,config$1){return(dataset.value===null||dataset.value===void 0)&&(this.default!==void 0&&(dataset.
value=getDefault(this,dataset,config$1)),dataset.value===null||dataset.value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function number(message$1){
return _standardSchema({kind:"schema",type:"number",reference:number,expects:"number",async:!1,message:message$1,"~run"(dataset,config$1){return typeof dataset.
value=="number"&&!isNaN(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function object(entries$1,message$1){return _standardSchema(
{kind:"schema",type:"object",reference:object,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&
typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){let valueSchema=this.entries[key];if(key in input||(valueSchema.type==="e\
xact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.default!==void 0){let value$1=key in input?input[key]:getDefault(valueSchema),
valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key,value:value$1};for(let issue of valueDataset.
issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.
abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=!1),dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=
getFallback(valueSchema);else if(valueSchema.type!=="exact_optional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nullish"&&(_addIssue(this,"key",dataset,
config$1,{input:void 0,expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))break}}else _addIssue(this,"typ\
e",dataset,config$1);return dataset}})}function optional(wrapped2,default_){return _standardSchema({kind:"schema",type:"optional",reference:optional,expects:`(${wrapped2.
expects} | undefined)`,async:!1,wrapped:wrapped2,default:default_,"~run"(dataset,config$1){return dataset.value===void 0&&(this.default!==void 0&&(dataset.value=
getDefault(this,dataset,config$1)),dataset.value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function picklist(options,message$1){
return _standardSchema({kind:"schema",type:"picklist",reference:picklist,expects:_joinExpects(options.map(_stringify),"|"),async:!1,options,message:message$1,"~\
run"(dataset,config$1){return this.options.includes(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function record(key,value$1,message$1){
return _standardSchema({kind:"schema",type:"record",reference:record,expects:"Object",async:!1,key,value:value$1,message:message$1,"~run"(dataset,config$1){let input=dataset.
value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let entryKey in input)if(_isValidObjectKey(input,entryKey)){let entryValue=input[entryKey],
keyDataset=this.key["~run"]({value:entryKey},config$1);if(keyDataset.issues){let pathItem={type:"object",origin:"key",input,key:entryKey,value:entryValue};for(let issue of keyDataset.
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
ABORT_EARLY_CONFIG={abortEarly:!0}}});function described(schema,meaning2){return pipe(schema,description(meaning2))}var init_described=__esm({"src/contract/described.ts"(){"use strict";init_dist()}});var FiniteNumberSchema,init_finite_number=__esm({"src/contract/finite-number.ts"(){"use strict";init_dist();FiniteNumberSchema=pipe(number(),finite())}});function addUsage(a,b){return combine(a,b,(one,other)=>one+other)}function combine(a,b,op){return{totalTokens:op(a.totalTokens,b.totalTokens),inputTokens:op(a.inputTokens,
b.inputTokens),cachedInputTokens:op(a.cachedInputTokens,b.cachedInputTokens),cacheWriteInputTokens:op(a.cacheWriteInputTokens,b.cacheWriteInputTokens),outputTokens:op(
a.outputTokens,b.outputTokens),reasoningOutputTokens:op(a.reasoningOutputTokens,b.reasoningOutputTokens)}}var UsageSchema,init_usage=__esm({"src/contract/usage.\
ts"(){"use strict";init_dist();init_finite_number();UsageSchema=object({totalTokens:FiniteNumberSchema,inputTokens:FiniteNumberSchema,cachedInputTokens:FiniteNumberSchema,
cacheWriteInputTokens:optional(FiniteNumberSchema,0),outputTokens:FiniteNumberSchema,reasoningOutputTokens:FiniteNumberSchema})}});function isProgress(fact){switch(fact.kind){case"usageUpdated":case"retrying":case"errorReported":case"noticed":case"clockJumped":return!1;default:return!0}}var PHASES,
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
0;for(;i-- >0;)id+=alphabet[Math.random()*alphabet.length|0];return id}}});var require_sha256=__commonJS({"node_modules/fast-sha256/sha256.js"(exports2,module2){(function(root,factory){var exports3={};factory(exports3);var sha256=exports3.
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
src/util/sha256.ts"(){"use strict";import_fast_sha256=__toESM(require_sha256(),1)}});function shortId(jobId2){return jobId2.slice(jobId2.lastIndexOf("-")+1)}function isJobId(text2){return JOB_ID.test(text2)}function newNonce(){return randomPart()}
var randomPart,JOB_KINDS,JobKindSchema,JOB_ID,JobIdSchema,BrokerKeySchema,init_ids=__esm({"src/contract/ids.ts"(){"use strict";init_non_secure();init_dist();init_sha256();
randomPart=customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz",8),JOB_KINDS=["task","review","adversarial-review","stop-gate-review"],JobKindSchema=picklist(JOB_KINDS),
JOB_ID=/^(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}$/u,JobIdSchema=pipe(string(),regex(JOB_ID,"not a job id")),BrokerKeySchema=pipe(string(),regex(/^[\w-]{1,64}$/u,
"not a broker key"))}});var InstantSchema,init_instant=__esm({"src/contract/instant.ts"(){"use strict";init_dist();InstantSchema=pipe(string(),isoTimestamp(),check(text2=>!Number.isNaN(
Date.parse(text2)),"not a moment"))}});function isDeeper(value,levels){return typeof value!="object"||value===null?!1:levels===0||Object.values(value).some(member=>isDeeper(member,levels-1))}var MAX_JSON_DEPTH,
JsonObjectSchema,init_json=__esm({"src/contract/json.ts"(){"use strict";init_dist();MAX_JSON_DEPTH=100,JsonObjectSchema=custom(value=>typeof value=="object"&&value!==
null&&!Array.isArray(value)&&!isDeeper(value,MAX_JSON_DEPTH),`not a JSON object of at most ${MAX_JSON_DEPTH} levels`)}});var ProcessIdentitySchema,init_process_identity=__esm({"src/contract/process-identity.ts"(){"use strict";init_dist();init_described();ProcessIdentitySchema=object(
{bootId:described(string(),"Which run of the machine."),pid:described(pipe(number(),integer(),minValue(2)),"Its number, which others get after it."),startTime:described(
string(),"When it started, as the kernel says it: tells it from others with the same pid.")})}});var ReviewTargetSchema,ReviewSubjectSchema,init_review=__esm({"src/contract/review.ts"(){"use strict";init_dist();ReviewTargetSchema=variant("mode",[object({mode:literal(
"working-tree"),label:string()}),object({mode:literal("branch"),label:string(),baseRef:string()})]),ReviewSubjectSchema=object({target:ReviewTargetSchema,explicit:boolean(),
repoRoot:string(),branch:string(),summary:nullable(string())})}});function isFinished(job){return job.status!=="queued"&&job.status!=="running"}function finishedNewestFirst(jobs){return jobs.filter(isFinished).sort((a,b)=>a.completedAt<
b.completedAt?1:-1)}var JOB_SCHEMA_VERSION,MAX_PROMPT_CHARS,MAX_DURATION_MS,EFFORTS,EffortSchema,SANDBOXES,SandboxSchema,APPROVAL_RULES,ApprovalRuleSchema,DurationSchema,
ClocksSchema,MAX_RETRIES,RequestFields,JobRequestSchema,MAX_KEY_CHARS,JobKeySchema,JobSpecSchema,ResolvedSchema,MAX_UNFINISHED_CHARS,WorkSchema,OpenItemSchema,QuestionSchema,
STOP_CAUSES,StopCauseSchema,JOB_STATUSES,JobStatusSchema,OwnerSchema,TransitionSchema,common,InterruptionSchema,Running,JobRecordSchema,init_job=__esm({"src/con\
tract/job.ts"(){"use strict";init_dist();init_described();init_fact();init_fault();init_finite_number();init_ids();init_instant();init_json();init_process_identity();
init_review();init_usage();JOB_SCHEMA_VERSION=1,MAX_PROMPT_CHARS=1048576,MAX_DURATION_MS=2147483647,EFFORTS=["none","minimal","low","medium","high","xhigh"],EffortSchema=
picklist(EFFORTS),SANDBOXES=["read-only","workspace-write","danger-full-access"],SandboxSchema=picklist(SANDBOXES),APPROVAL_RULES=["decline","accept","ask"],ApprovalRuleSchema=
picklist(APPROVAL_RULES),DurationSchema=pipe(number(),integer(),minValue(0),maxValue(MAX_DURATION_MS)),ClocksSchema=object({queueMs:DurationSchema,startMs:DurationSchema,
idleMs:DurationSchema,hardMs:DurationSchema}),MAX_RETRIES=10,RequestFields=object({prompt:pipe(string(),maxLength(MAX_PROMPT_CHARS)),sandbox:nullable(SandboxSchema),
network:optional(boolean(),!1),addDirs:optional(array(string()),[]),onApproval:optional(ApprovalRuleSchema,"decline"),model:nullable(string()),effort:nullable(EffortSchema),
resumeThreadId:nullable(string()),review:optional(nullable(ReviewSubjectSchema),null),outputSchema:optional(nullable(JsonObjectSchema),null),retries:optional(pipe(
number(),integer(),minValue(0),maxValue(MAX_RETRIES)),0),clocks:ClocksSchema}),JobRequestSchema=pipe(RequestFields,check(({prompt,review})=>prompt!==""||review!==
null,"a job needs a prompt, or something to review")),MAX_KEY_CHARS=200,JobKeySchema=pipe(string(),minLength(1),maxLength(MAX_KEY_CHARS)),JobSpecSchema=object({
id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),sessionId:nullable(string()),key:optional(nullable(JobKeySchema),null),retryOf:optional(nullable(
JobIdSchema),null),foreground:optional(boolean(),!1),cwd:string(),request:JobRequestSchema}),ResolvedSchema=object({model:described(nullable(string()),"The mode\
l."),effort:described(nullable(string()),"Its reasoning effort."),sandbox:described(nullable(string()),"The sandbox, in Codex's words."),approvalPolicy:described(
nullable(string()),"When Codex asks to be allowed something."),codexVersion:described(nullable(string()),"The version of Codex.")}),MAX_UNFINISHED_CHARS=1e5,WorkSchema=
object({lastMessage:nullable(string()),unfinished:optional(nullable(object({itemId:string(),text:string()})),null),reasoningSummary:array(string()),touchedFiles:array(
string()),commands:array(object({command:string(),exitCode:nullable(number())})),childThreadIds:array(string()),usage:nullable(UsageSchema),earlierUsage:optional(
nullable(UsageSchema),null),lastNotice:nullable(string()),clockJumpMs:optional(FiniteNumberSchema,0),acted:optional(boolean(),!1)}),OpenItemSchema=object({itemId:string(),
label:string(),command:boolean(),since:InstantSchema}),QuestionSchema=object({id:described(string(),"Names it in the answer."),what:described(picklist(["a comma\
nd","a file change"]),"What is asked for."),subject:described(string(),"The command, or the files."),since:described(InstantSchema,"When it was asked. There is \
a deadline for the answer.")}),STOP_CAUSES=["cancel","queue_timeout","start_timeout","idle_timeout","deadline_exceeded"],StopCauseSchema=picklist(STOP_CAUSES),JOB_STATUSES=
["queued","running","completed","failed","cancelled"],JobStatusSchema=picklist(JOB_STATUSES),OwnerSchema=object({brokerKey:described(BrokerKeySchema,"Names its \
folder of state."),brokerId:described(string(),"Which broker it was."),codexHome:described(string(),"The CODEX_HOME that it serves."),codexPath:described(string(),
"The Codex that it runs.")}),TransitionSchema=object({at:InstantSchema,event:string(),source:string(),detail:nullable(string())}),common={schemaVersion:literal(
JOB_SCHEMA_VERSION),rev:FiniteNumberSchema,id:JobIdSchema,kind:JobKindSchema,title:string(),summary:string(),sessionId:nullable(string()),key:optional(nullable(
JobKeySchema),null),retryOf:optional(nullable(JobIdSchema),null),foreground:optional(boolean(),!1),workspaceRoot:string(),cwd:string(),request:JobRequestSchema,
owner:OwnerSchema,attempt:FiniteNumberSchema,logFile:string(),createdAt:InstantSchema,updatedAt:InstantSchema,phase:PhaseSchema,threadId:nullable(string()),turnId:nullable(
string()),resolved:nullable(ResolvedSchema),work:WorkSchema,openItems:array(OpenItemSchema),questions:optional(array(QuestionSchema),[]),lastEventAt:nullable(InstantSchema),
lastProgressAt:nullable(InstantSchema),history:array(TransitionSchema)},InterruptionSchema=object({attempted:described(boolean(),"Codex was asked to interrupt t\
he turn."),confirmed:described(boolean(),"It said that it has.")}),Running=object({...common,status:literal("running"),startedAt:InstantSchema,deadlineAt:nullable(
InstantSchema),broker:ProcessIdentitySchema,appServer:ProcessIdentitySchema,stopping:nullable(object({cause:StopCauseSchema,at:InstantSchema}))}),JobRecordSchema=
variant("status",[object({...common,status:literal("queued"),retryAt:optional(nullable(InstantSchema),null)}),Running,object({...common,status:literal("complete\
d"),startedAt:InstantSchema,completedAt:InstantSchema,finalMessage:string()}),object({...common,status:literal("failed"),startedAt:nullable(InstantSchema),completedAt:InstantSchema,
reason:ReasonSchema,errorMessage:string(),comeBackAt:optional(nullable(InstantSchema),null),interruption:nullable(InterruptionSchema)}),object({...common,status:literal(
"cancelled"),startedAt:nullable(InstantSchema),completedAt:InstantSchema,interruption:nullable(InterruptionSchema)})])}});var NOTIFY_WAYS,init_notify=__esm({"src/contract/notify.ts"(){"use strict";NOTIFY_WAYS=["off","bell","desktop","all"]}});function errorCode(error){return error instanceof Error&&"code"in error&&typeof error.code=="string"?error.code:null}function isMissing(error){let code=errorCode(
error);return code==="ENOENT"||code==="ENOTDIR"}var init_system_error=__esm({"src/util/system-error.ts"(){"use strict"}});function fitsSocket(file){return Buffer.byteLength(file)<=MAX_SOCKET_PATH_BYTES}function pipeNamed(name){return`${PIPES}${name}`}function isPipe(address2){return address2.
startsWith(PIPES)}function removeSocketFile(address2){if(!isPipe(address2))try{(0,import_node_fs.unlinkSync)(address2)}catch(error){if(!isMissing(error))throw error}}
function socketAt(file,platform2=process.platform,look=lookAt){try{let found=look(file);return found===void 0?"nothing":(platform2==="win32"?found.isFile()&&found.
size===0:found.isSocket())?"socket":"other"}catch(error){if(platform2==="win32"&&errorCode(error)==="EACCES")return"socket";throw error}}function lookAt(file){return(0,import_node_fs.lstatSync)(
file,{throwIfNoEntry:!1})}var import_node_fs,MAX_SOCKET_PATH_BYTES,PIPES,init_local_endpoint=__esm({"src/util/local-endpoint.ts"(){"use strict";import_node_fs=require("node:fs");
init_system_error();MAX_SOCKET_PATH_BYTES=100;PIPES="\\\\.\\pipe\\"}});function defaultStateRoot(environment){return import_node_path2.default.join(stateHome(environment),"codex-companion")}function stateHome(environment){let home=import_node_os.default.
homedir(),xdg=absolute(environment.XDG_STATE_HOME);return xdg!==null?xdg:process.platform==="darwin"?import_node_path2.default.join(home,"Library","Application \
Support"):process.platform==="win32"?localAppData(environment,home):import_node_path2.default.join(home,".local","state")}function defaultUserFile(environment){
return import_node_path2.default.join(configHome(environment),"codex-companion","config.toml")}function configHome(environment){let home=import_node_os.default.
homedir(),xdg=absolute(environment.XDG_CONFIG_HOME);return xdg!==null?xdg:process.platform==="darwin"?import_node_path2.default.join(home,"Library","Application\
 Support"):process.platform==="win32"?environment.APPDATA||import_node_path2.default.join(home,"AppData","Roaming"):import_node_path2.default.join(home,".config")}
function localAppData(environment,home){return environment.LOCALAPPDATA||import_node_path2.default.win32.join(home,"AppData","Local")}function thisUser(){return{
platform:process.platform,home:import_node_os.default.homedir(),uid:process.getuid?.()??null}}function defaultRuntimeRoot(environment,user=thisUser()){let fallback2=ownRuntimeRoot(
environment,user),xdg=absolute(environment.XDG_RUNTIME_DIR);if(xdg===null||!(0,import_node_fs2.existsSync)(xdg))return fallback2;let preferred=import_node_path2.default.
join(xdg,"codex-companion");return fitsSocket(import_node_path2.default.join(preferred,`${"0".repeat(16)}.control`))?preferred:fallback2}function ownRuntimeRoot(environment,{
platform:platform2,home,uid}){return platform2==="win32"?import_node_path2.default.win32.join(localAppData(environment,home),"codex-companion","run"):import_node_path2.default.
posix.join("/tmp",`codex-companion-${uid}`)}function absolute(directory){return directory!==void 0&&import_node_path2.default.isAbsolute(directory)?directory:null}
function defaultCodexHome(){return import_node_path2.default.join(import_node_os.default.homedir(),".codex")}var import_node_fs2,import_node_os,import_node_path2,
init_default_places=__esm({"src/config/default-places.ts"(){"use strict";import_node_fs2=require("node:fs"),import_node_os=__toESM(require("node:os"),1),import_node_path2=
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
m the root on, or from "~/")');return{allowed:"path",fromText:given=>({ok:!0,value:import_node_path3.default.resolve(given)}),fromFile:written=>{if(typeof written!=
"string")return wrong;let expanded=written.startsWith("~/")?import_node_path3.default.join(import_node_os2.default.homedir(),written.slice(2)):written;return import_node_path3.default.
isAbsolute(expanded)?{ok:!0,value:import_node_path3.default.normalize(expanded)}:wrong},write:String}}function webhookAddress(){return textual("https address, o\
r http to localhost",given=>{if(!/^https?:\/\//iu.test(given)||!URL.canParse(given))return refused("is not an address (write it with its scheme, http:// or http\
s://)");let{protocol,hostname,username,password,href}=new URL(given);return username!==""||password!==""?refused("has a user or a password in it (put a secret i\
nto its path)"):protocol==="http:"&&!isLoopback(hostname)?refused("would be told without encryption (use https://; http:// is for localhost)"):{ok:!0,value:href}},
String,"is not an address (write it as text)")}function isLoopback(hostname){return hostname==="localhost"||hostname==="[::1]"||/^127(?:\.\d{1,3}){3}$/u.test(hostname)}
function commandLine(){let wrong=refused('is no program with its arguments (write an array of texts, such as ["notify-send", "done"])'),read2=value=>isWords(value)&&
value[0]!==""&&value.length>0?{ok:!0,value}:wrong;return{allowed:"array of texts: a program and its arguments",fromText:given=>read2(parsed(given)),fromFile:read2,
write:value=>value}}function isWords(value){return Array.isArray(value)&&value.every(word=>typeof word=="string"&&!word.includes("\0"))}function parsed(json){try{
return JSON.parse(json)}catch{return null}}var import_node_os2,import_node_path3,MAX_PORT,init_kinds=__esm({"src/config/kinds.ts"(){"use strict";import_node_os2=
__toESM(require("node:os"),1),import_node_path3=__toESM(require("node:path"),1);init_duration();init_reading();MAX_PORT=65535}});function namesIn(directory){try{return(0,import_node_fs3.readdirSync)(directory)}catch(error){if(isMissing(error))return[];throw error}}var import_node_fs3,init_names_in=__esm(
{"src/util/names-in.ts"(){"use strict";import_node_fs3=require("node:fs");init_system_error()}});function within(folder,name){return`${folder}${import_node_path4.sep}${name}`}var import_node_path4,init_within=__esm({"src/util/within.ts"(){"use strict";import_node_path4=
require("node:path")}});var ConfigError,init_config_error=__esm({"src/config/config-error.ts"(){"use strict";ConfigError=class extends Error{name="ConfigError"}}});function realOrNamed(place2){return(0,import_node_fs4.existsSync)(place2)?(0,import_node_fs4.realpathSync)(place2):place2}function workspacesDirectory(root){return within(
root,"workspaces")}function workspaceDirectory(root,workspaceRoot){let slug=import_node_path5.default.basename(workspaceRoot).replace(/[^\w.-]+/gu,"-").slice(0,
40)||"root";return within(workspacesDirectory(root),`${slug}-${sha256Hex(workspaceRoot).slice(0,12)}`)}function isWorkspaceFolder(name){return/-[0-9a-f]{12}$/u.
test(name)}function brokerKey(workspaceRoot,home,fingerprint,version){return sha256Hex([workspaceRoot,home,fingerprint,version].join("\0")).slice(0,16)}function isBrokerKey(name){
return/^[0-9a-f]{16}$/u.test(name)}function writerLock(workspace){return within(workspace,"writer-lock")}function keyLock(workspace){return within(workspace,"ke\
y-lock")}function workspaceLocks(workspace){return[writerLock(workspace),keyLock(workspace)]}function allBrokerPaths(workspace){return namesIn(brokersDirectory(
workspace)).map(key=>brokerPaths(workspace,key))}function brokersDirectory(workspace){return within(workspace,"brokers")}function brokerPaths(workspace,key){let directory=within(
brokersDirectory(workspace),key);return{directory,lock:within(directory,"lock"),label:within(directory,"broker.json"),log:within(directory,"broker.log"),threads:within(
directory,"threads"),limits:within(directory,"limits.json"),programs:within(directory,"programs")}}function socketPaths(runtime,state,key,platform2=process.platform){
let name=sha256Hex(`${state}\0${key}`).slice(0,16),isWindows3=platform2==="win32",{join}=isWindows3?import_node_path5.default.win32:import_node_path5.default.posix,
events=join(runtime,`${name}.events`),control=isWindows3?pipeNamed(`codex-companion-${name}`):join(runtime,`${name}.control`),longest=isWindows3?events:control;
if(!fitsSocket(longest))throw new ConfigError(`Cannot use "${runtime}" for sockets: "${longest}" is longer than ${MAX_SOCKET_PATH_BYTES} bytes (set CODEX_COMPAN\
ION_RUNTIME_DIR to a shorter path)`);return{control,events}}var import_node_fs4,import_node_path5,PROJECT_FILE,init_paths=__esm({"src/config/paths.ts"(){"use st\
rict";import_node_fs4=require("node:fs"),import_node_path5=__toESM(require("node:path"),1);init_local_endpoint();init_names_in();init_sha256();init_within();init_config_error();
PROJECT_FILE=".codex-companion.toml"}});function setting({kind,fallback:fallback2,flag,...rest}){let derived=isDerived(fallback2)?fallback2:{text:null,of:()=>fallback2};return{...rest,kind,flag:flag??
null,fallback:derived.of,fallbackText:derived.text}}function isDerived(fallback2){return typeof fallback2=="object"&&fallback2!==null&&"of"in fallback2&&"text"in
fallback2}var init_setting=__esm({"src/config/setting.ts"(){"use strict"}});var MAX_MAX_JOBS,MAX_MAX_QUEUED,MAX_KEEP_JOBS,MAX_KEEP_DAYS,MAX_KEEP_MS,MAX_MODEL_CHARS,LOG_LEVELS,SETTINGS,init_settings_table=__esm({"src/config/settings-tabl\
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
ut `--source`"})}}});function isShim(file){return/\.(?:cmd|bat)$/iu.test(file)}function shimTarget(text2,directory){let targets=[...text2.matchAll(GIVEN_ALL)].map(([,own,file=""])=>targetOf(
file,own?directory:null)),[first4=null,...others]=[...new Set(targets)];return others.length===0?first4:null}function targetOf(file,directory){return directory!==
null?import_node_path7.default.join(directory,...file.split(/[\\/]+/u)):import_node_path7.default.win32.isAbsolute(file)?file:null}var import_node_path7,GIVEN_ALL,
init_npm_shim=__esm({"src/config/npm-shim.ts"(){"use strict";import_node_path7=__toESM(require("node:path"),1);GIVEN_ALL=/"(?:(%dp0%|%~dp0)[\\/]*)?([^"%]+\.(?:[cm]?js|exe|cmd))"\s+%\*/giu}});function findCodex(named2,directories,platform2=process.platform){let found=named2===null?onPath(directories,platform2):atPath(named2.path,platform2);if(found===
null)throw notFound(named2);let file=platform2==="win32"?throughShims(found):found,native=nativeBehindWrapper(file,platform2),target=native?.command??file,stat2=(0,import_node_fs5.statSync)(
target),byNode=platform2==="win32"&&isScript(target);return{path:found,command:byNode?process.execPath:target,script:byNode?[target]:[],environment:native?.environment??
{},fingerprint:`${(0,import_node_fs5.realpathSync)(target)}:${stat2.size}:${stat2.mtimeMs}`}}function notFound(named2){if(named2===null){let remedy='run "npm in\
stall -g @openai/codex", or set CODEX_COMPANION_CODEX';return new CodexNotFound(`Cannot find Codex: no "codex" on PATH (${remedy})`,"not found")}let why=`"${named2.
path}" (from ${named2.by}) is not an executable file`;return new CodexNotFound(`Cannot find Codex: ${why}`,`not found: ${why}`)}function onPath(directories,platform2){
let names2=platform2==="win32"?WINDOWS_SUFFIXES.map(suffix=>`codex${suffix}`):["codex"];return first(directories.flatMap(directory=>names2.map(name=>import_node_path8.default.
join(directory,name))))}function atPath(file,platform2){let isShort=platform2==="win32"&&import_node_path8.default.extname(file)==="";return first([...isShort?WINDOWS_SUFFIXES.
map(suffix=>`${file}${suffix}`):[],file])}function first(files){for(let file of files){let found=onDisk(file);if(found!==null)return found}return null}function onDisk(file){
let absolute2=import_node_path8.default.resolve(file);try{return(0,import_node_fs5.statSync)(absolute2).isFile()?((0,import_node_fs5.accessSync)(absolute2,import_node_fs5.constants.
X_OK),absolute2):null}catch{return null}}function throughShims(found){let file=found;for(let count=0;isShim(file);count+=1){let target=count<MAX_SHIMS?shimTarget(
(0,import_node_fs5.readFileSync)(file,"utf8"),import_node_path8.default.dirname(file)):null;if(target===null)throw onlyByShell(`"${found}" is a script that only\
 a shell could start`);if(!(0,import_node_fs5.existsSync)(target))throw onlyByShell(`"${found}" would start "${target}", which is not there`);file=target}return file}
function onlyByShell(why){let remedy="set CODEX_COMPANION_CODEX to codex.exe, or to the codex.cmd of npm";return new CodexNotFound(`Cannot start Codex: ${why} (${remedy}\
)`,why)}function isScript(file){return/\.[cm]?js$/iu.test(file)}function nativeBehindWrapper(file,platform2){let wrapper=(0,import_node_fs5.realpathSync)(file),
root=import_node_path8.default.resolve(wrapper,"..","..");if(import_node_path8.default.basename(wrapper)!=="codex.js"||packageName(root)!=="@openai/codex")return null;
let build=`${platform2}-${process.arch}`,target=TARGETS[build];if(target===void 0)return null;let name=platform2==="win32"?"codex.exe":"codex";for(let vendor of vendorFolders(
wrapper,root,build)){let command=import_node_path8.default.join(vendor,target,"bin",name);if((0,import_node_fs5.existsSync)(command))return{command,environment:{
CODEX_MANAGED_PACKAGE_ROOT:root,CODEX_MANAGED_BY_NPM:"1"}}}return null}function vendorFolders(wrapper,root,build){let own=import_node_path8.default.join(root,"v\
endor");try{let manifest=(0,import_node_module.createRequire)(wrapper).resolve(`@openai/codex-${build}/package.json`);return[import_node_path8.default.join(import_node_path8.default.
dirname(manifest),"vendor"),own]}catch{return[own]}}function packageName(root){try{let manifest=JSON.parse((0,import_node_fs5.readFileSync)(import_node_path8.default.
join(root,"package.json"),"utf8"));return typeof manifest=="object"&&manifest!==null&&"name"in manifest&&typeof manifest.name=="string"?manifest.name:null}catch{
return null}}var import_node_fs5,import_node_module,import_node_path8,WINDOWS_SUFFIXES,MAX_SHIMS,CodexNotFound,TARGETS,init_codex_binary=__esm({"src/config/code\
x-binary.ts"(){"use strict";import_node_fs5=require("node:fs"),import_node_module=require("node:module"),import_node_path8=__toESM(require("node:path"),1);init_config_error();
init_npm_shim();WINDOWS_SUFFIXES=[".exe",".cmd"],MAX_SHIMS=4,CodexNotFound=class extends ConfigError{detail;constructor(message2,detail){super(message2),this.detail=
detail}};TARGETS={"linux-x64":"x86_64-unknown-linux-musl","linux-arm64":"aarch64-unknown-linux-musl","darwin-x64":"x86_64-apple-darwin","darwin-arm64":"aarch64-\
apple-darwin","win32-x64":"x86_64-pc-windows-msvc","win32-arm64":"aarch64-pc-windows-msvc"}}});function parseMessage(text2){let value;try{value=JSON.parse(text2)}catch{return invalid("not JSON")}return isRecord(value)?"method"in value?parseCall(value):parseReply(
value):invalid("not an object")}function parseCall(value){let{id,method,params}=value;return typeof method!="string"?invalid('"method" is not a string'):id===void 0?
{kind:"notification",method,params}:isRequestId(id)?{kind:"request",id,method,params}:invalid('"id" is no id')}function parseReply(value){let{id,result,error}=value;
return isRequestId(id)?error==null?{kind:"response",id,result}:{kind:"error",id,error:errorObject(error)}:invalid("neither a call nor a reply")}function errorObject(error){
let{code,message:message2,data}=isRecord(error)?error:{code:void 0,message:void 0,data:error};return{code:typeof code=="number"?code:RPC_ERRORS.internalError,message:typeof message2==
"string"?message2:"an error without a message",...data===void 0?{}:{data}}}function invalid(why){return{kind:"invalid",why}}function isRequestId(value){return typeof value==
"number"||typeof value=="string"}function isRecord(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}var RPC_ERRORS,RpcError,init_message=__esm(
{"src/rpc/message.ts"(){"use strict";RPC_ERRORS={parseError:-32700,invalidRequest:-32600,methodNotFound:-32601,invalidParams:-32602,internalError:-32603},RpcError=
class extends Error{name="RpcError";code;data;constructor(code,message2,data){super(message2),this.code=code,this.data=data}}}});function afterDeadline(ms2,late){let turn,timer=setTimeout(()=>{turn=setImmediate(late)},ms2);return()=>{clearTimeout(timer),clearImmediate(turn)}}async function within2(promise,ms2,what){
let cancel=()=>{},expiry=new Promise((_,reject)=>{cancel=afterDeadline(ms2,()=>reject(new DeadlineExceeded(what,ms2)))});try{return await Promise.race([promise,
expiry])}finally{cancel()}}async function settledWithin(promise,ms2){let settled=promise.then(()=>!0,()=>!0);try{return await within2(settled,ms2,"the work")}catch{
return!1}}var DeadlineExceeded,init_deadline=__esm({"src/util/deadline.ts"(){"use strict";DeadlineExceeded=class extends Error{name="DeadlineExceeded";what;ms;constructor(what,ms2){
super(`No answer from ${what} within ${ms2} ms`),this.what=what,this.ms=ms2}}}});function pauseSync(ms2){Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,ms2)}var init_pause_sync=__esm({"src/util/pause-sync.ts"(){"use strict"}});function renameFile(from,to){patiently(()=>(0,import_node_fs6.renameSync)(from,to))}function removeFile(file){patiently(()=>(0,import_node_fs6.rmSync)(file,{force:!0}))}
function patiently(change2,{platform:platform2,pause:pause3}=HERE){for(let ms2 of platform2==="win32"?PAUSES_MS:[])try{change2();return}catch(error){if(!PASSING.
has(errorCode(error)??""))throw error;pause3(ms2)}change2()}function syncDirectory(directory,sync=import_node_fs6.fsyncSync){if(HERE.platform==="win32")return;let descriptor;
try{descriptor=(0,import_node_fs6.openSync)(directory,"r"),sync(descriptor)}catch(error){if(!UNSYNCED.has(errorCode(error)??""))throw error}finally{descriptor!==
void 0&&(0,import_node_fs6.closeSync)(descriptor)}}var import_node_fs6,PAUSES_MS,PASSING,HERE,UNSYNCED,init_directory_entry=__esm({"src/util/directory-entry.ts"(){
"use strict";import_node_fs6=require("node:fs");init_pause_sync();init_system_error();PAUSES_MS=[1,2,5,10,20,40,80,160,200],PASSING=new Set(["EPERM","EACCES","E\
BUSY"]),HERE={platform:process.platform,pause:pauseSync};UNSYNCED=new Set(["EINVAL","EBADF","ENOTSUP","ENOSYS","EACCES"])}});function ownUid(){return process.getuid?.()??null}function isOpenToOthers(found,uid=ownUid()){return uid!==null&&(found.isDirectory()||found.isFile())&&(found.mode&
63)!==0}function isOpenToOwner(found,uid=ownUid()){return uid===null||(found.mode&448)===448}function modeText({mode}){return(mode&511).toString(8).padStart(4,"\
0")}var init_file_mode=__esm({"src/util/file-mode.ts"(){"use strict"}});function ensurePrivateDirectory(directory,{durable}={durable:!1}){let{found,first:first4}=made(directory);return check2(directory,found),durable&&first4!==void 0&&
syncParents(directory,import_node_path9.default.dirname(first4)),first4!==void 0}function checkPrivateDirectory(directory){let found=existing(directory);found!==
void 0&&check2(directory,found)}function flawOf(directory,found,uid=ownUid()){let remedy="remove it, or choose another place";if(!found.isDirectory())return{kind:"\
type",what:found.isSymbolicLink()?"it is a symbolic link":"it is not a directory",remedy};if(uid===null)return null;if(found.uid!==uid)return{kind:"owner",what:`\
it belongs to uid ${found.uid}, not to uid ${uid}`,remedy:"choose another directory"};if(!isOpenToOthers(found))return null;let what=`its mode is ${modeText(found)}`;
return isShared(directory,found)?{kind:"shared",what,remedy:"choose another directory"}:{kind:"mode",what,remedy:`run "chmod 700 '${directory}'"`}}function check2(directory,found){
let flaw=flawOf(directory,found);if(flaw!==null)throw new DirectoryRefused(`Refusing to use "${directory}": ${flaw.what} (${flaw.remedy})`)}function isShared(directory,{
mode}){if(import_node_path9.default.dirname(directory)===directory||(mode&STICKY)!==0)return!0;try{return(0,import_node_fs7.readdirSync)(directory).some(name=>isOpen(
import_node_path9.default.join(directory,name)))}catch{return!0}}function isOpen(file){let found=(0,import_node_fs7.lstatSync)(file,{throwIfNoEntry:!1});return found!==
void 0&&isOpenToOthers(found)}function made(directory){let first4,cause;try{first4=(0,import_node_fs7.mkdirSync)(directory,{recursive:!0,mode:448})}catch(error){
cause=error}let found=present(directory);if(found!==void 0)return{found,first:first4};let why=cause instanceof Error?cause.message:"it was removed at once";throw new DirectoryRefused(
`Cannot make the directory "${directory}": ${why} (check its parents, or choose another place)`,{cause})}function syncParents(directory,top){for(let at=directory;at!==
top&&at!==import_node_path9.default.dirname(at);)at=import_node_path9.default.dirname(at),syncDirectory(at)}function existing(directory){try{return(0,import_node_fs7.lstatSync)(
directory)}catch(cause){if(errorCode(cause)==="ENOENT")return;let why=cause instanceof Error?cause.message:String(cause);throw new DirectoryRefused(`Cannot use \
the directory "${directory}": ${why} (check its parents, or choose another place)`,{cause})}}function present(directory){try{return(0,import_node_fs7.lstatSync)(
directory)}catch{return}}var import_node_fs7,import_node_path9,STICKY,DirectoryRefused,init_private_directory=__esm({"src/util/private-directory.ts"(){"use stri\
ct";import_node_fs7=require("node:fs"),import_node_path9=__toESM(require("node:path"),1);init_directory_entry();init_file_mode();init_system_error();STICKY=512,
DirectoryRefused=class extends Error{name="DirectoryRefused"}}});function openRegularFile(file,flags=import_node_fs8.constants.O_RDONLY,mode){let descriptor=openNoFollow(file,flags,mode);if((0,import_node_fs8.fstatSync)(descriptor).
isFile())return descriptor;throw(0,import_node_fs8.closeSync)(descriptor),new FileRefused(file,"it is not a regular file")}function readRegularFile(file,maxBytes){
let descriptor=openRegularFile(file);try{let{size}=(0,import_node_fs8.fstatSync)(descriptor);if(size>maxBytes)throw new FileRefused(file,`it has ${size} bytes o\
f at most ${maxBytes}`);return readAll(descriptor,maxBytes).toString("utf8")}finally{(0,import_node_fs8.closeSync)(descriptor)}}function readAll(descriptor,maxBytes){
let chunks=[];for(let done=0;done<maxBytes;){let chunk=Buffer.allocUnsafe(Math.min(CHUNK_BYTES,maxBytes-done)),read2=(0,import_node_fs8.readSync)(descriptor,chunk);
if(read2===0)break;chunks.push(chunk.subarray(0,read2)),done+=read2}return Buffer.concat(chunks)}function openNoFollow(file,flags,mode){try{return(0,import_node_fs8.openSync)(
file,flags|import_node_fs8.constants.O_NOFOLLOW|import_node_fs8.constants.O_NONBLOCK,mode)}catch(error){throw errorCode(error)==="ELOOP"?new FileRefused(file,"i\
t is a symbolic link"):error}}var import_node_fs8,CHUNK_BYTES,FileRefused,init_regular_file=__esm({"src/util/regular-file.ts"(){"use strict";import_node_fs8=require("node:fs");
init_system_error();CHUNK_BYTES=65536,FileRefused=class extends Error{name="FileRefused";why;constructor(file,why){super(`Refusing to use "${file}": ${why} (rem\
ove it)`),this.why=why}}}});function deferred(){let resolve2=()=>{},reject=()=>{};return{promise:new Promise((ok,fail)=>{resolve2=ok,reject=fail}),resolve:resolve2,reject}}var init_deferred=__esm(
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
writable}=this.#connection,isSocket2=Object.is(readable,writable);writable.end(()=>{isSocket2&&readable.destroy()}),this.#limitLastWords()}destroy(){this.#connection.
writable.destroy(),this.#connection.readable.destroy(),this.#finish()}#listen(){let{readable,writable}=this.#connection;readable.on("data",chunk=>this.#receive(
chunk)),readable.on("end",()=>this.#deliverAll(this.#decoder.end())),readable.on("error",error=>this.#fail(error));for(let event of["end","close"])readable.on(event,
()=>this.#finish());writable.on("error",error=>this.#fail(error)),writable.on("close",()=>this.#limitLastWords())}#receive(chunk){this.#lastReceivedAtMs=monotonicMs(),
this.#deliverAll(this.#decoder.push(chunk))}#deliverAll(lines){for(let line2 of lines){if(this.#state!=="open")return;line2.kind==="oversize"?this.#options.onGarbage?.(
line2.sample,line2.bytes):this.#options.onLine?.(line2.text)!==!0&&this.#deliver(parseMessage(line2.text),line2.text)}}#deliver(message2,text2){switch(message2.
kind){case"notification":this.#options.onNotification?.(message2.method,message2.params,text2);return;case"response":this.#requests.resolve(message2.id,message2.
result)||(this.#lateReplies+=1);return;case"error":{let{code,message:sentence,data}=message2.error;this.#requests.reject(message2.id,new RpcError(code,sentence,
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
init_broker_gone();ClientError=class extends Error{name="ClientError";code;constructor(code,message2,options){super(message2,options),this.code=code}}}});function plainText(text2){return UNCLEAN.test(text2)?text2.replaceAll(`\r
`,`
`).replace(SEQUENCES,"").replace(CONTROLS,""):text2}function oneLine(text2,limit){let flat=plainText(text2).replace(WIDE_SPACE," ").trim();return flat.length<=limit?
flat:`${flat.slice(0,limit-1).replace(new RegExp("\\p{Cs}$","u"),"")}\u2026`}var STRING,CSI,SHORT,SEQUENCES,CONTROL,CONTROLS,UNCLEAN,WIDE_SPACE,init_plain_text=__esm(
{"src/util/plain-text.ts"(){"use strict";STRING="(?:\x1B[\\]PX^_]|[\x90\x98\x9D-\x9F])[^\x07\x1B\x80-\x9F]*(?:\x07|\x1B\\\\|\x9C)",CSI="(?:\x1B\\[|\x9B)[0-?]*[ -/]*[@-\
~]",SHORT="\x1B[ -/]*[0-~]",SEQUENCES=new RegExp(`${STRING}|${CSI}|${SHORT}`,"gu"),CONTROL=String.raw`[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]`,CONTROLS=new RegExp(
CONTROL,"gu"),UNCLEAN=new RegExp(CONTROL,"u"),WIDE_SPACE=/\s{2,}|[^\S ]/gu}});function isJobEvent(event){return event.type.startsWith("job.")}var EVENT_VERSION,jobId,SHUTDOWN_CAUSES,ShutdownCauseSchema,LogRangeSchema,reason,interruption,JobEventSchema,
BrokerEventSchema,BusEventSchema,EnvelopeSchema,init_event=__esm({"src/contract/event.ts"(){"use strict";init_dist();init_described();init_fact();init_fault();init_ids();
init_instant();init_job();init_process_identity();EVENT_VERSION=1,jobId=described(JobIdSchema,"The job."),SHUTDOWN_CAUSES=["idle","superseded","stopped","signal",
"app_server_exited","app_server_unresponsive","app_server_start_failed","internal"],ShutdownCauseSchema=picklist(SHUTDOWN_CAUSES),LogRangeSchema=object({start:described(
number(),"The first byte of the lines."),end:described(number(),"The byte after the last one.")}),reason=described(ReasonSchema,"Why, of the closed set: program\
s match on it."),interruption=described(nullable(InterruptionSchema),"How the interrupt of the turn went. Null: there was no turn to interrupt, or it had ended."),
JobEventSchema=variant("type",[described(object({type:literal("job.queued"),jobId,kind:described(JobKindSchema,"What kind of job it is."),title:described(string(),
'What people call such a job, such as "Codex Task".'),summary:described(string(),"The job in a line: the beginning of its prompt, or what is reviewed.")}),"The \
job is accepted, and stored: from here on it ends, whatever happens. It waits for its turn."),described(object({type:literal("job.started"),jobId,title:described(
string(),"As in `job.queued`."),deadlineAt:described(nullable(InstantSchema),"When its hard deadline ends it; null: it has none."),broker:described(ProcessIdentitySchema,
"The broker that runs it."),appServer:described(ProcessIdentitySchema,"The Codex app-server that it runs on.")}),"An attempt begins. The start clock and the har\
d deadline run from here. With retries there may be several."),described(object({type:literal("job.threadReady"),jobId,threadId:described(string(),"The Codex th\
read, for `codex resume`."),resolved:described(ResolvedSchema,"What Codex said it would really use.")}),"Its Codex thread is open: a new one, or the one that it\
 goes on with."),described(object({type:literal("job.turnStarted"),jobId,turnId:described(string(),"Codex's id of the turn.")}),"Its turn has started: from here\
 on the idle clock runs."),described(object({type:literal("job.progressed"),jobId,facts:described(array(FactSchema),"What the turn reported since the last of th\
ese, in its order.")}),"Something has happened in the turn."),described(object({type:literal("job.asked"),jobId,question:described(QuestionSchema,"What Codex as\
ks to be allowed.")}),"Codex asks for more than its sandbox allows, and somebody is to answer (`--on-approval ask`)."),described(object({type:literal("job.answe\
red"),jobId,questionId:described(string(),"The `id` of the question."),decision:described(picklist(["accept","decline"]),"What was answered."),by:described(string(),
"Who answered, in words.")}),"A question was answered, by somebody or by its deadline."),described(object({type:literal("job.stopping"),jobId,cause:described(StopCauseSchema,
"A cancel, or the clock that has run out.")}),"The job is to end: its turn is interrupted, and what it had started is ended."),described(object({type:literal("j\
ob.adopted"),jobId,owner:described(OwnerSchema,"The broker that answers for it now.")}),"The job had waited for a broker that is gone; another one has taken it \
over."),described(object({type:literal("job.retrying"),jobId,reason,message:described(string(),"How the attempt was lost, in a sentence."),attempt:described(number(),
"The number of the attempt that is to come."),of:described(number(),"How many attempts there may be."),retryAt:described(InstantSchema,"It begins no earlier tha\
n this.")}),"An attempt was lost before it had done anything. The job waits for the next."),described(object({type:literal("job.completed"),jobId,finalMessage:described(
string(),"The answer. Long ones are cut here, with a mark; the record has the whole.")}),"The end: the turn has completed."),described(object({type:literal("job\
.failed"),jobId,reason,message:described(string(),"The same in a sentence."),comeBackAt:described(optional(InstantSchema),"When Codex may be used again, for a j\
ob that a usage limit has ended."),interruption}),"The end: the job could not be completed. What there was of it is in its record."),described(object({type:literal(
"job.cancelled"),jobId,by:described(string(),"Who ended it, in words."),interruption}),"The end: somebody has ended the job.")]),BrokerEventSchema=variant("type",
[described(object({type:literal("broker.started"),process:described(ProcessIdentitySchema,"The broker's process."),version:described(string(),"The version of co\
dex-companion that it is of."),workspaceRoot:described(string(),"The workspace that it serves.")}),"A broker serves the workspace: its first event."),described(
object({type:literal("broker.draining")}),"It takes no more jobs, and ends when those that it has have ended."),described(object({type:literal("broker.shuttingD\
own"),cause:described(ShutdownCauseSchema,"Why."),message:described(string(),"The same in a sentence."),exitStatus:described(number(),"What its process will exi\
t with."),successor:described(boolean(),"Whether another broker takes over the jobs that wait.")}),"The broker ends: its last event. One that is killed has no t\
ime for it."),described(object({type:literal("appServer.ready"),process:described(ProcessIdentitySchema,"The app-server's process."),version:described(string(),
"The version of Codex."),startedInMs:described(number(),"How long it took to come up.")}),"The Codex app-server answers: jobs can start."),described(object({type:literal(
"appServer.exited"),code:described(nullable(number()),"Its exit status; null when a signal has ended it, or nothing could."),signal:described(nullable(string()),
"That signal."),stderrTail:described(string(),"The end of what it had written to its standard error.")}),"The app-server has ended, and nobody had told it to. T\
he broker fails what runs and ends, too."),described(object({type:literal("appServer.unresponsive"),silentMs:described(number(),"For how long it has not answere\
d.")}),"The app-server runs and does not answer any more. It is ended."),described(object({type:literal("appServer.garbled"),lines:described(number(),"How many \
there were so far. It is told of the 1st, the 10th, the 100th and so on."),sample:described(string(),"The beginning of the last one.")}),"The app-server wrote l\
ines that are no messages. They are skipped.")]),BusEventSchema=variant("type",[...JobEventSchema.options,...BrokerEventSchema.options]),EnvelopeSchema=object({
v:described(literal(EVENT_VERSION),"The version of this form."),brokerId:described(string(),"The broker that says so. Each broker counts its own events: a numbe\
r means nothing without it."),seq:described(number(),"The number of the event among all of this broker, from 1, without a gap."),streamSeq:described(number(),"I\
ts number among those of its stream: of its job, or of all that belong to no job."),at:described(InstantSchema,"When it happened: ISO 8601, in UTC, by the clock\
 on the wall."),log:described(nullable(LogRangeSchema),"Where its lines are in the job's log, in bytes. Null: it has none, or the log was begun anew."),event:described(
BusEventSchema,"What happened.")})}});function nextExpiry(timing){let{stoppingAtMs,stuckMs,dispatchedAtMs,queuedAtMs}=timing;if(stoppingAtMs!==null)return stuckMs>0?{clock:"stuck",atMs:stoppingAtMs+
stuckMs}:null;let{queueMs,startMs,idleMs,hardMs}=timing.clocks;if(dispatchedAtMs===null)return queueMs>0?{clock:"queue",atMs:queuedAtMs+queueMs}:null;let candidates=[];
return hardMs>0&&candidates.push({clock:"hard",atMs:dispatchedAtMs+hardMs}),!timing.turnStarted&&startMs>0&&candidates.push({clock:"start",atMs:dispatchedAtMs+startMs}),
timing.turnStarted&&!timing.commandRunning&&idleMs>0&&candidates.push({clock:"idle",atMs:timing.lastProgressAtMs+idleMs}),candidates.reduce((first4,next)=>first4===
null||next.atMs<first4.atMs?next:first4,null)}var init_clocks=__esm({"src/status/clocks.ts"(){"use strict"}});function last(list,limit){return list.length<=limit?list:list.slice(-limit)}var init_last=__esm({"src/util/last.ts"(){"use strict"}});function unreachable(value){throw new Error(`Unexpected value: ${JSON.stringify(value)}`)}var init_unreachable=__esm({"src/util/unreachable.ts"(){"use strict"}});function newWork(){return{lastMessage:null,unfinished:null,reasoningSummary:[],touchedFiles:[],commands:[],childThreadIds:[],usage:null,earlierUsage:null,lastNotice:null,
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
ob.failed":return{...finish(job,context,"failed",`${event.reason}: ${event.message}`),status:"failed",phase:"failed",startedAt:startOf(job),completedAt:context.
at,reason:event.reason,errorMessage:event.message,comeBackAt:event.comeBackAt??null,interruption:event.interruption};case"job.cancelled":return{...finish(job,context,
"cancelled",`by ${event.by}`),status:"cancelled",phase:"cancelled",startedAt:startOf(job),completedAt:context.at,interruption:event.interruption};default:return unreachable(
event)}}function started(job,event,context){if(job.status!=="queued")return job;let{retryAt:_retryAt,...common3}=job;return{...common3,...traced(job,context,"st\
arted",job.request.retries===0?null:`attempt ${job.attempt+1}`),status:"running",phase:"starting",attempt:job.attempt+1,startedAt:context.at,deadlineAt:event.deadlineAt,
broker:event.broker,appServer:event.appServer,stopping:null,lastProgressAt:context.at}}function retrying(job,event,context){let{startedAt:_startedAt,...common3}=withoutProcesses(
job),{reason:reason2,message:message2,attempt,of,retryAt}=event,{usage}=job.work;return{...common3,...traced(job,context,"retrying",`attempt ${attempt} of ${of}\
 after ${reason2}: ${message2}`),status:"queued",phase:"queued",threadId:null,turnId:null,resolved:null,work:{...newWork(),usage,earlierUsage:usage},openItems:[],
questions:[],lastProgressAt:null,retryAt}}function answered(job,{questionId,decision,by},context){let questions=job.questions.filter(({id})=>id!==questionId);return questions.
length===job.questions.length?job:{...job,...traced(job,context,"answered",`${decision} by ${by}`),questions}}function adopted(job,event,context){return job.status!==
"queued"?job:{...job,...traced(job,context,"adopted",event.owner.brokerId),owner:event.owner}}function stopping(job,event,context){return job.stopping!==null?job:
{...job,...traced(job,context,"stopping",event.cause),phase:event.cause==="cancel"?"cancelling":"stopping",stopping:{cause:event.cause,at:context.at}}}function progressed(job,facts,context){
let{phase,turnId}=job,open=new Map(job.openItems.map(item=>[item.itemId,item]));for(let fact of facts)switch(fact.kind){case"itemStarted":{let{itemId:itemId2,label:label2,
command}=fact;open.set(itemId2,{itemId:itemId2,label:label2,command,since:context.at}),phase=fact.phase;break}case"itemEnded":case"commandCompleted":case"filesC\
hanged":open.delete(fact.itemId);break;case"turnRenamed":turnId=fact.turnId;break;default:}return{...job,turnId,work:workWith(job.work,facts),openItems:last([...open.
values()],MAX_OPEN_ITEMS),phase:job.stopping===null?phase:job.phase,lastEventAt:context.at,lastProgressAt:facts.some(isProgress)?context.at:job.lastProgressAt}}
function finish(job,context,event,detail){return{...commonOf(job),...traced(job,context,event,detail),questions:[]}}function commonOf(job){if(job.status==="runn\
ing")return withoutProcesses(job);let{retryAt:_retryAt,...common3}=job;return common3}function withoutProcesses(job){let{deadlineAt:_deadlineAt,broker:_broker,appServer:_appServer,
stopping:_stopping,...common3}=job;return common3}function startOf(job){return job.status==="running"?job.startedAt:null}function whileRunning(job,change2){return job.
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
record2)){this.#live.delete(record2.id);for(let listener of this.#onFinished)listener(record2);return}let now=this.#options.now(),known=this.#live.get(record2.id),
timing=known?.record.status===record2.status?known.timing:this.#freshTiming(record2,now);this.#live.set(record2.id,{record:record2,timing:timingOf(record2,timing,
now)})}mirror(live){this.adopt(live.job);let entry=this.#live.get(live.job.id);entry!==void 0&&(entry.timing=timingBy(live,entry.timing,this.#options.now()))}forget(jobId2){
this.#live.delete(jobId2)}observe(envelope){if(!isJobEvent(envelope.event))return;let{event}=envelope,entry=this.#live.get(event.jobId);if(entry===void 0){let stored=this.#options.
lookup(event.jobId);stored!==null&&this.adopt(stored);return}let record2=this.#options.current?.(event.jobId)??reduce(entry.record,event,{at:envelope.at,source:envelope.
brokerId});if(isFinished(record2)){this.adopt(record2);return}this.#live.set(event.jobId,{record:record2,timing:this.#retimed(entry.timing,event,record2)})}onFinished(listener){
return this.#onFinished.add(listener),()=>this.#onFinished.delete(listener)}active(){return[...this.#live.values()].map(entry=>entry.record)}runningMs(jobId2){let atMs=this.#live.
get(jobId2)?.timing.dispatchedAtMs??null;return atMs===null?null:Math.max(0,this.#options.now()-atMs)}idleMs(jobId2){let entry=this.#live.get(jobId2);return entry===
void 0||entry.record.status!=="running"?null:Math.max(0,this.#options.now()-entry.timing.lastProgressAtMs)}expiryOf(jobId2){let entry=this.#live.get(jobId2);return entry===
void 0?null:nextExpiry(entry.timing)}expired(){let now=this.#options.now();return[...this.#live.keys()].flatMap(jobId2=>{let expiry=this.expiryOf(jobId2);return expiry!==
null&&expiry.atMs<=now?[{jobId:jobId2,clock:expiry.clock}]:[]})}nextExpiryInMs(){let moments=[...this.#live.keys()].flatMap(jobId2=>this.expiryOf(jobId2)?.atMs??
[]);return moments.length===0?null:Math.max(0,Math.min(...moments)-this.#options.now())}#freshTiming(record2,now){return{clocks:record2.request.clocks,stuckMs:this.#options.
stuckMs,queuedAtMs:now,dispatchedAtMs:record2.status==="running"?now:null,turnStarted:!1,lastProgressAtMs:now,commandRunning:!1,stoppingAtMs:null}}#retimed(timing,event,record2){
let now=this.#options.now();if(event.type==="job.started"||event.type==="job.retrying")return this.#freshTiming(record2,now);let next=timingOf(record2,timing,now);
return progressedBy(event)?{...next,lastProgressAtMs:now}:next}}}});function atRest(job){return{job,...NOWHERE,runningMs:null,idleMs:null,clock:null}}function byTurn(a,b){if(a.job.status!==b.job.status)return a.job.status==="run\
ning"?-1:1;let[placeOfA,placeOfB]=[placeOf(a),placeOf(b)];return placeOfA!==placeOfB?placeOfA<placeOfB?-1:1:begunAt(a.job)<begunAt(b.job)?-1:1}function placeOf({
position}){return position??Number.POSITIVE_INFINITY}function begunAt(job){return job.status==="running"?job.startedAt:job.createdAt}var NOWHERE,MAX_ENDED,JobMirror,
init_job_mirror=__esm({"src/client/job-mirror.ts"(){"use strict";init_event();init_job();init_aggregator();init_monotonic();NOWHERE={position:null,waitingForJob:null},
MAX_ENDED=100,JobMirror=class{#options;#aggregator;#places=new Map;#ended=[];constructor(options){this.#options=options,this.#aggregator=new Aggregator({lookup:options.
lookup,now:()=>monotonicMs(),stuckMs:options.stuckMs}),this.#aggregator.onFinished(job=>this.#keep(job))}take(job){this.#aggregator.adopt(job)}takeLive(live){this.
takePlaces([live]);let known=this.active().find(({id})=>id===live.job.id);known!==void 0&&known.rev<=live.job.rev&&this.#aggregator.mirror(live)}takeStored(jobs){
for(let job of jobs)this.#aggregator.adopt(job);this.#places.clear(),this.#settle(new Set(jobs.map(({id})=>id)),()=>!0)}takeSnapshot(brokerKey2,jobs){for(let live of jobs)
this.#aggregator.mirror(live);this.takePlaces(jobs),this.#settle(new Set(jobs.map(({job})=>job.id)),({owner})=>owner.brokerKey===brokerKey2)}takePlaces(jobs){for(let{
job,position,waitingForJob}of jobs)this.#places.set(job.id,{position,waitingForJob})}observe(envelope){this.#aggregator.observe(envelope);let{event}=envelope;isJobEvent(
event)&&event.type!=="job.progressed"&&this.#places.delete(event.jobId)}active(){return this.#aggregator.active()}jobs({sessionId,ended}){let wanted=job=>sessionId===
null||job.sessionId===sessionId;return[...this.active().filter(wanted).map(job=>this.#watched(job)).sort(byTurn),...this.#ended.filter(wanted).slice(0,ended).map(
atRest)]}#watched(job){let expiry=this.#aggregator.expiryOf(job.id);return{job,...this.#places.get(job.id)??NOWHERE,runningMs:this.#aggregator.runningMs(job.id),
idleMs:this.#aggregator.idleMs(job.id),clock:expiry===null?null:{name:expiry.clock,inMs:Math.max(0,expiry.atMs-monotonicMs())}}}#settle(told,concerned){for(let job of this.
active()){if(told.has(job.id)||!concerned(job))continue;let stored=this.#options.lookup(job.id);stored===null?this.#aggregator.forget(job.id):this.#aggregator.adopt(
stored)}}#keep(job){this.#places.delete(job.id);let others=this.#ended.filter(({id})=>id!==job.id);this.#ended=finishedNewestFirst([job,...others]).slice(0,MAX_ENDED)}}}});function readBrokerLabel(file){try{let parsed2=safeParse(BrokerLabelSchema,JSON.parse(readRegularFile(file,MAX_LABEL_BYTES)));return parsed2.success?parsed2.output:
null}catch{return null}}var MAX_LABEL_BYTES,BrokerLabelSchema,RUN_TAG_VARIABLE,init_broker_label=__esm({"src/status/broker-label.ts"(){"use strict";init_dist();
init_process_identity();init_regular_file();MAX_LABEL_BYTES=65536,BrokerLabelSchema=object({process:ProcessIdentitySchema,brokerId:string(),version:string(),startedAt:string(),
endpoint:string(),events:string(),proof:optional(string()),runTag:string(),codexPath:string(),codexHome:string()}),RUN_TAG_VARIABLE="CODEX_COMPANION_RUN"}});function windowsProgram(name,systemRoot=ownSystemRoot()){let root=import_node_path10.default.win32.isAbsolute(systemRoot)?systemRoot:"C:\\Windows";return import_node_path10.default.
win32.join(root,PLACES[name])}function ownSystemRoot(){return process.env.SystemRoot??""}var import_node_path10,PLACES,init_windows_program=__esm({"src/util/win\
dows-program.ts"(){"use strict";import_node_path10=__toESM(require("node:path"),1),PLACES={cmd:"System32\\cmd.exe",taskkill:"System32\\taskkill.exe",powershell:"\
System32\\WindowsPowerShell\\v1.0\\powershell.exe"}}});function signalWay(platform2,pid,signal,reach){return platform2!=="win32"?{id:"kill",target:reach==="group"?-pid:pid}:signal!=="SIGKILL"?{id:"none"}:{id:"run",command:[
windowsProgram("taskkill"),"/T","/F","/PID",String(pid)]}}function signalProcess(pid,signal,reach){let way=signalWay(process.platform,pid,signal,reach);if(way.id===
"none")return!1;if(way.id==="run")return run(way.command);try{return process.kill(way.target,signal)}catch{return!1}}function run([program,...args]){return(0,import_node_child_process.spawnSync)(
program,args,{stdio:"ignore",timeout:TASKKILL_MS,windowsHide:!0}).status===0}var import_node_child_process,TASKKILL_MS,HAS_PROCESS_GROUPS,init_process_tree=__esm(
{"src/util/process-tree.ts"(){"use strict";import_node_child_process=require("node:child_process");init_windows_program();TASKKILL_MS=5e3;HAS_PROCESS_GROUPS=process.
platform!=="win32"}});function remembering(ask,exists2,clock=()=>monotonicMs()){let seen=new Map,now=pid=>{let what=exists2(pid)?ask(pid):ABSENT;return what.kind==="seen"?seen.set(pid,
{what,atMs:clock()}):seen.delete(pid),what};return{now,unlessSeen:(pid,startTime)=>{let last2=seen.get(pid),counts=last2?.what.startTime===startTime&&clock()-last2.
atMs<BELIEVED_MS&&exists2(pid);return last2!==void 0&&counts?last2.what:now(pid)}}}var BELIEVED_MS,ABSENT,init_recently_seen=__esm({"src/status/recently-seen.ts"(){
"use strict";init_monotonic();BELIEVED_MS=2e3;ABSENT={kind:"absent"}}});function observe(pid,startTime){if(!Number.isSafeInteger(pid)||pid<=0)return{kind:"absent"};if(process.platform==="linux"){let stat2=readProc(pid,"stat");return stat2===
null?exists(pid)?{kind:"unreadable"}:{kind:"absent"}:parseStat(stat2)}return startTime===void 0||process.platform!=="win32"?slowly.now(pid):slowly.unlessSeen(pid,
startTime)}function parseStat(stat2){let fields=stat2.slice(stat2.lastIndexOf(")")+2).split(" "),startTime=fields[19];return startTime===void 0?{kind:"unreadabl\
e"}:{kind:"seen",state:stateOf(fields[0]??""),startTime}}function processQuery(platform2,pid){if(platform2!=="win32")return["/bin/ps","-p",String(pid),"-o","sta\
t=,lstart="];let query=`"R $((Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks)"`;return[windowsProgram("powershell"),"-NoProfile","-NonInteractive","-\
Command",query]}function tableRemedy(platform2=process.platform){return platform2==="linux"?"mount /proc":`see what "${processQuery(platform2,process.pid)[0]}" \
says`}function parseQuery(platform2,printed){let lines=(printed??"").split(/\r?\n/u).filter(line2=>line2.trim()!==""),match=lines.length===1?(platform2==="win32"?
TICKS_LINE:PS_LINE).exec(lines[0]?.trim()??""):null;return match?.[1]===void 0||match[2]===void 0?{kind:"unreadable"}:{kind:"seen",state:stateOf(match[1]),startTime:match[2]}}
function stateOf(letters){return/^[ZX]/u.test(letters)?"zombie":/^[Tt]/u.test(letters)?"stopped":"running"}function queryProcess(platform2,pid){let[file,...args]=processQuery(
platform2,pid);try{return(0,import_node_child_process2.execFileSync)(file,args,{encoding:"utf8",stdio:["ignore","pipe","ignore"],timeout:QUERY_MS,windowsHide:!0,
...platform2==="win32"?{}:{env:{LC_ALL:"C",TZ:"UTC"}}})}catch{return null}}function exists(pid){try{return process.kill(pid,0)}catch(error){return errorCode(error)!==
"ESRCH"}}function processIds(){return(0,import_node_fs10.readdirSync)("/proc").filter(name=>/^\d+$/u.test(name)).map(Number)}function readProc(pid,file){try{return(0,import_node_fs10.readFileSync)(
`/proc/${pid}/${file}`,"latin1")}catch{return null}}function readBootId(){if(process.platform!=="linux")return NO_BOOT_ID;let bootId2=(0,import_node_fs10.readFileSync)(
"/proc/sys/kernel/random/boot_id","latin1").trim(),namespace=pidNamespace();return namespace===MACHINE_NAMESPACE?bootId2:`${bootId2}${WITHIN}${namespace}`}function isOutside(otherBootId,ownBootId2){
return ownBootId2.startsWith(`${otherBootId}${WITHIN}`)}function pidNamespace(){try{return(0,import_node_fs10.readlinkSync)("/proc/self/ns/pid")}catch{return MACHINE_NAMESPACE}}
var import_node_child_process2,import_node_fs10,NO_BOOT_ID,MACHINE_NAMESPACE,WITHIN,QUERY_MS,SHOWS_ENVIRONMENTS,slowly,PS_LINE,TICKS_LINE,init_process_table=__esm(
{"src/status/process-table.ts"(){"use strict";import_node_child_process2=require("node:child_process"),import_node_fs10=require("node:fs");init_system_error();init_windows_program();
init_recently_seen();NO_BOOT_ID="none",MACHINE_NAMESPACE="pid:[4026531836]",WITHIN=" within ",QUERY_MS=5e3,SHOWS_ENVIRONMENTS=process.platform==="linux";slowly=
remembering(pid=>parseQuery(process.platform,queryProcess(process.platform,pid)),exists);PS_LINE=/^([A-Z?][A-Za-z<+]*)\s+(\S.*\d{1,2}[:.]\d{2}[:.]\d{2}.*)$/u,TICKS_LINE=
/^(R)\s+(\d{15,20})$/u}});function self(){if(ownIdentity??=identify(process.pid)??void 0,ownIdentity===void 0)throw new Error(`Cannot tell the start time of pid ${process.pid}: the proce\
ss table is not readable (${tableRemedy()})`);return ownIdentity}function identify(pid){let seen=observe(pid);return seen.kind==="seen"&&seen.state!=="zombie"?{
bootId:bootId(),pid,startTime:seen.startTime}:null}function isAlive(identity){return probe(identity)==="alive"}function isStopped(identity){let seen=observe(identity.
pid);return isAmongOurs(identity,seen)&&seen.kind==="seen"&&seen.state==="stopped"}function isRunning(pid){let seen=observe(pid);return seen.kind==="unreadable"||
seen.kind==="seen"&&seen.state!=="zombie"}function probe(identity){return decide(identity,bootId(),observe(identity.pid,identity.startTime))}function decide(identity,currentBootId,seen){
if(isOutside(identity.bootId,currentBootId))return"alive";if(identity.bootId!==currentBootId)return"rebooted";switch(seen.kind){case"absent":return"gone";case"u\
nreadable":return"alive";case"seen":return seen.startTime!==identity.startTime?"reused":seen.state==="zombie"?"zombie":"alive"}}function signalIfSame(identity,signal){
return send(identity,signal,"process")}function signalGroupIfSame(identity,signal){return send(identity,signal,"group")}function send(identity,signal,reach){return!Number.
isSafeInteger(identity.pid)||identity.pid<=1||!isAmongOurs(identity,observe(identity.pid))?!1:signalProcess(identity.pid,signal,reach)}function isAmongOurs(identity,seen){
return identity.bootId===bootId()&&decide(identity,bootId(),seen)==="alive"}function bootId(){return ownBootId??=readBootId(),ownBootId}var ownIdentity,ownBootId,
init_liveness=__esm({"src/status/liveness.ts"(){"use strict";init_process_tree();init_process_table()}});var LIVE_ANSWER_MS,init_live_jobs=__esm({"src/client/live-jobs.ts"(){"use strict";init_broker_label();init_liveness();init_client_error();LIVE_ANSWER_MS=1e3}});function inForeground(){try{return ownsTerminal((0,import_node_fs11.readFileSync)("/proc/self/stat","latin1"))}catch{return!0}}function ownsTerminal(stat2){let[
,,group,,,foreground]=stat2.slice(stat2.lastIndexOf(")")+2).split(" ");return foreground==="-1"||foreground===group}var import_node_fs11,init_foreground=__esm({
"src/terminal/foreground.ts"(){"use strict";import_node_fs11=require("node:fs")}});var require_picocolors=__commonJS({"node_modules/picocolors/picocolors.js"(exports2,module2){var p=process||{},argv=p.argv||[],env=p.env||{},isColorSupported=!(env.
NO_COLOR||argv.includes("--no-color"))&&(!!env.FORCE_COLOR||argv.includes("--color")||p.platform==="win32"||(p.stdout||{}).isTTY&&env.TERM!=="dumb"||!!env.CI),formatter=(open,close,replace=open)=>input=>{
let string2=""+input,index=string2.indexOf(close,open.length);return~index?open+replaceClose(string2,close,replace,index)+close:open+string2+close},replaceClose=(string2,close,replace,index)=>{
let result="",cursor=0;do result+=string2.substring(cursor,index)+replace,cursor=index+close.length,index=string2.indexOf(close,cursor);while(~index);return result+
string2.substring(cursor)},createColors=(enabled=isColorSupported)=>{let f=enabled?formatter:()=>String;return{isColorSupported:enabled,reset:f("\x1B[0m","\x1B[0m"),
bold:f("\x1B[1m","\x1B[22m","\x1B[22m\x1B[1m"),dim:f("\x1B[2m","\x1B[22m","\x1B[22m\x1B[2m"),italic:f("\x1B[3m","\x1B[23m"),underline:f("\x1B[4m","\x1B[24m"),inverse:f(
"\x1B[7m","\x1B[27m"),hidden:f("\x1B[8m","\x1B[28m"),strikethrough:f("\x1B[9m","\x1B[29m"),black:f("\x1B[30m","\x1B[39m"),red:f("\x1B[31m","\x1B[39m"),green:f("\
\x1B[32m","\x1B[39m"),yellow:f("\x1B[33m","\x1B[39m"),blue:f("\x1B[34m","\x1B[39m"),magenta:f("\x1B[35m","\x1B[39m"),cyan:f("\x1B[36m","\x1B[39m"),white:f("\x1B[37\
m","\x1B[39m"),gray:f("\x1B[90m","\x1B[39m"),bgBlack:f("\x1B[40m","\x1B[49m"),bgRed:f("\x1B[41m","\x1B[49m"),bgGreen:f("\x1B[42m","\x1B[49m"),bgYellow:f("\x1B[43m",
"\x1B[49m"),bgBlue:f("\x1B[44m","\x1B[49m"),bgMagenta:f("\x1B[45m","\x1B[49m"),bgCyan:f("\x1B[46m","\x1B[49m"),bgWhite:f("\x1B[47m","\x1B[49m"),blackBright:f("\x1B\
[90m","\x1B[39m"),redBright:f("\x1B[91m","\x1B[39m"),greenBright:f("\x1B[92m","\x1B[39m"),yellowBright:f("\x1B[93m","\x1B[39m"),blueBright:f("\x1B[94m","\x1B[39m"),
magentaBright:f("\x1B[95m","\x1B[39m"),cyanBright:f("\x1B[96m","\x1B[39m"),whiteBright:f("\x1B[97m","\x1B[39m"),bgBlackBright:f("\x1B[100m","\x1B[49m"),bgRedBright:f(
"\x1B[101m","\x1B[49m"),bgGreenBright:f("\x1B[102m","\x1B[49m"),bgYellowBright:f("\x1B[103m","\x1B[49m"),bgBlueBright:f("\x1B[104m","\x1B[49m"),bgMagentaBright:f(
"\x1B[105m","\x1B[49m"),bgCyanBright:f("\x1B[106m","\x1B[49m"),bgWhiteBright:f("\x1B[107m","\x1B[49m")}};module2.exports=createColors();module2.exports.createColors=
createColors}});function paintWith(color){let{bold,dim,green,yellow,red}=import_picocolors.default.createColors(color);return{strong:bold,quiet:dim,good:green,urgent:yellow,bad:red}}
var import_picocolors,init_paint=__esm({"src/terminal/paint.ts"(){"use strict";import_picocolors=__toESM(require_picocolors(),1)}});var isBrowser,isNode,isBun,isDeno,isElectron,isJsDom,isWebWorker,isDedicatedWorker,isSharedWorker,isServiceWorker,platform,isMacOs,isWindows,isLinux,isIos,isAndroid,
init_environment2=__esm({"node_modules/environment/index.js"(){isBrowser=globalThis.window?.document!==void 0,isNode=globalThis.process?.versions?.node!==void 0,
isBun=globalThis.process?.versions?.bun!==void 0,isDeno=globalThis.Deno?.version?.deno!==void 0,isElectron=globalThis.process?.versions?.electron!==void 0,isJsDom=
globalThis.navigator?.userAgent?.includes("jsdom")===!0,isWebWorker=typeof WorkerGlobalScope<"u"&&globalThis instanceof WorkerGlobalScope,isDedicatedWorker=typeof DedicatedWorkerGlobalScope<
"u"&&globalThis instanceof DedicatedWorkerGlobalScope,isSharedWorker=typeof SharedWorkerGlobalScope<"u"&&globalThis instanceof SharedWorkerGlobalScope,isServiceWorker=
typeof ServiceWorkerGlobalScope<"u"&&globalThis instanceof ServiceWorkerGlobalScope,platform=globalThis.navigator?.userAgentData?.platform,isMacOs=platform==="m\
acOS"||globalThis.navigator?.platform==="MacIntel"||globalThis.navigator?.userAgent?.includes(" Mac ")===!0||globalThis.process?.platform==="darwin",isWindows=platform===
"Windows"||globalThis.navigator?.platform==="Win32"||globalThis.process?.platform==="win32",isLinux=platform==="Linux"||globalThis.navigator?.platform?.startsWith(
"Linux")===!0||globalThis.navigator?.userAgent?.includes(" Linux ")===!0||globalThis.process?.platform==="linux",isIos=platform==="iOS"||globalThis.navigator?.platform===
"MacIntel"&&globalThis.navigator?.maxTouchPoints>1||/iPad|iPhone|iPod/.test(globalThis.navigator?.platform),isAndroid=platform==="Android"||globalThis.navigator?.
platform==="Android"||globalThis.navigator?.userAgent?.includes(" Android ")===!0||globalThis.process?.platform==="android"}});var import_node_process,import_node_os4,ESC,isTerminalApp,isWindows2,isTmux,cwdFunction,cursorUp,cursorLeft,cursorSavePosition,cursorRestorePosition,cursorGetPosition,
cursorNextLine,cursorPrevLine,cursorHide,cursorShow,eraseEndLine,eraseStartLine,eraseLine,eraseDown,eraseUp,eraseScreen,scrollUp,scrollDown,clearViewport,isOldWindows,
clearTerminal,enterAlternativeScreen,exitAlternativeScreen,beginSynchronizedOutput,endSynchronizedOutput,init_base=__esm({"node_modules/ansi-escapes/base.js"(){
import_node_process=__toESM(require("node:process"),1),import_node_os4=__toESM(require("node:os"),1);init_environment2();ESC="\x1B[",isTerminalApp=!isBrowser&&import_node_process.default.
env.TERM_PROGRAM==="Apple_Terminal",isWindows2=!isBrowser&&import_node_process.default.platform==="win32",isTmux=!isBrowser&&(import_node_process.default.env.TERM?.
startsWith("screen")||import_node_process.default.env.TERM?.startsWith("tmux")||import_node_process.default.env.TMUX!==void 0),cwdFunction=isBrowser?()=>{throw new Error(
"`process.cwd()` only works in Node.js, not the browser.")}:import_node_process.default.cwd,cursorUp=(count=1)=>ESC+count+"A",cursorLeft=ESC+"G",cursorSavePosition=
isTerminalApp?"\x1B7":ESC+"s",cursorRestorePosition=isTerminalApp?"\x1B8":ESC+"u",cursorGetPosition=ESC+"6n",cursorNextLine=ESC+"E",cursorPrevLine=ESC+"F",cursorHide=
ESC+"?25l",cursorShow=ESC+"?25h",eraseEndLine=ESC+"K",eraseStartLine=ESC+"1K",eraseLine=ESC+"2K",eraseDown=ESC+"J",eraseUp=ESC+"1J",eraseScreen=ESC+"2J",scrollUp=
ESC+"S",scrollDown=ESC+"T",clearViewport=`${eraseScreen}${ESC}H`,isOldWindows=()=>{if(isBrowser||!isWindows2)return!1;let parts=import_node_os4.default.release().
split("."),major=Number(parts[0]),build=Number(parts[2]??0);return major<10||major===10&&build<10586},clearTerminal=isOldWindows()?`${eraseScreen}${ESC}0f`:`${eraseScreen}${ESC}\
3J${ESC}H`,enterAlternativeScreen=ESC+"?1049h",exitAlternativeScreen=ESC+"?1049l",beginSynchronizedOutput=ESC+"?2026h",endSynchronizedOutput=ESC+"?2026l"}});var init_ansi_escapes=__esm({"node_modules/ansi-escapes/index.js"(){init_base();init_base()}});function raise(signal,hasSignals=HAS_JOB_CONTROL){hasSignals?process.kill(process.pid,signal):process.emit(signal,signal)||process.exit(128+import_node_os5.constants.
signals[signal])}var import_node_os5,HAS_JOB_CONTROL,init_own_signals=__esm({"src/util/own-signals.ts"(){"use strict";import_node_os5=require("node:os"),HAS_JOB_CONTROL=
"SIGTSTP"in import_node_os5.constants.signals}});var JobControl,init_job_control=__esm({"src/terminal/job-control.ts"(){"use strict";init_own_signals();JobControl=class{#options;#watching=!1;constructor(options){
this.#options=options}start(){HAS_JOB_CONTROL&&(this.#watching=!0,process.on("SIGTSTP",this.suspend),process.on("SIGCONT",this.#options.onResume))}stop(){this.#watching=
!1,process.off("SIGTSTP",this.suspend),process.off("SIGCONT",this.#options.onResume)}suspend=()=>{this.#watching&&(this.#options.onSuspend(),process.off("SIGTST\
P",this.suspend),raise("SIGTSTP"),setImmediate(()=>{this.#watching&&(process.on("SIGTSTP",this.suspend),this.#options.onResume())}))}}}});function ansiRegex({onlyFirst=!1}={}){return new RegExp(pattern,onlyFirst?void 0:"g")}var ST,stringControls,osc,controlString,linuxPalette,csi,escape,pattern,init_ansi_regex=__esm(
{"node_modules/ansi-regex/index.js"(){ST=String.raw`(?:\u001B\u005C|\u009C)`,stringControls=String.raw`\u0018\u001A\u001B\u0080-\u009F`,osc=String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`,
controlString=String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`,linuxPalette=String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`,
csi=String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`,escape=String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`,
pattern=`${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`}});function stripAnsi(string2){if(typeof string2!="string")throw new TypeError(`Expected a \`string\`, got \`${typeof string2}\``);return!string2.includes("\x1B")&&
!string2.includes("\x9B")?string2:string2.replace(regex2,"")}var regex2,init_strip_ansi=__esm({"node_modules/strip-ansi/index.js"(){init_ansi_regex();regex2=ansiRegex()}});var ambiguousRanges,fullwidthMinimalCodePoint,fullwidthMaximumCodePoint,fullwidthRanges,wideMinimalCodePoint,wideMaximumCodePoint,wideRanges,init_lookup_data=__esm(
{"node_modules/get-east-asian-width/lookup-data.js"(){ambiguousRanges=[161,161,164,164,167,168,170,170,173,174,176,180,182,186,188,191,198,198,208,208,215,216,222,
225,230,230,232,234,236,237,240,240,242,243,247,250,252,252,254,254,257,257,273,273,275,275,283,283,294,295,299,299,305,307,312,312,319,322,324,324,328,331,333,
333,338,339,358,359,363,363,462,462,464,464,466,466,468,468,470,470,472,472,474,474,476,476,593,593,609,609,708,708,711,711,713,715,717,717,720,720,728,731,733,
733,735,735,768,879,913,929,931,937,945,961,963,969,1025,1025,1040,1103,1105,1105,8208,8208,8211,8214,8216,8217,8220,8221,8224,8226,8228,8231,8240,8240,8242,8243,
8245,8245,8251,8251,8254,8254,8308,8308,8319,8319,8321,8324,8364,8364,8451,8451,8453,8453,8457,8457,8467,8467,8470,8470,8481,8482,8486,8486,8491,8491,8531,8532,
8539,8542,8544,8555,8560,8569,8585,8585,8592,8601,8632,8633,8658,8658,8660,8660,8679,8679,8704,8704,8706,8707,8711,8712,8715,8715,8719,8719,8721,8721,8725,8725,
8730,8730,8733,8736,8739,8739,8741,8741,8743,8748,8750,8750,8756,8759,8764,8765,8776,8776,8780,8780,8786,8786,8800,8801,8804,8807,8810,8811,8814,8815,8834,8835,
8838,8839,8853,8853,8857,8857,8869,8869,8895,8895,8978,8978,9312,9449,9451,9547,9552,9587,9600,9615,9618,9621,9632,9633,9635,9641,9650,9651,9654,9655,9660,9661,
9664,9665,9670,9672,9675,9675,9678,9681,9698,9701,9711,9711,9733,9734,9737,9737,9742,9743,9756,9756,9758,9758,9792,9792,9794,9794,9824,9825,9827,9829,9831,9834,
9836,9837,9839,9839,9886,9887,9919,9919,9926,9933,9935,9939,9941,9953,9955,9955,9960,9961,9963,9969,9972,9972,9974,9977,9979,9980,9982,9983,10045,10045,10102,10111,
11094,11097,12872,12879,57344,63743,65024,65039,65533,65533,127232,127242,127248,127277,127280,127337,127344,127373,127375,127376,127387,127404,917760,917999,983040,
1048573,1048576,1114109],fullwidthMinimalCodePoint=12288,fullwidthMaximumCodePoint=65510,fullwidthRanges=[12288,12288,65281,65376,65504,65510],wideMinimalCodePoint=
4352,wideMaximumCodePoint=262141,wideRanges=[4352,4447,8986,8987,9001,9002,9193,9196,9200,9200,9203,9203,9725,9726,9748,9749,9776,9783,9800,9811,9855,9855,9866,
9871,9875,9875,9889,9889,9898,9899,9917,9918,9924,9925,9934,9934,9940,9940,9962,9962,9970,9971,9973,9973,9978,9978,9981,9981,9989,9989,9994,9995,10024,10024,10060,
10060,10062,10062,10067,10069,10071,10071,10133,10135,10160,10160,10175,10175,11035,11036,11088,11088,11093,11093,11904,11929,11931,12019,12032,12245,12272,12287,
12289,12350,12353,12438,12441,12543,12549,12591,12593,12686,12688,12773,12783,12830,12832,12871,12880,42124,42128,42182,43360,43388,44032,55203,63744,64255,65040,
65049,65072,65106,65108,65126,65128,65131,94176,94180,94192,94198,94208,101594,101631,101664,101760,101874,101888,102801,102816,102866,110576,110579,110581,110587,
110589,110590,110592,110888,110898,110898,110928,110930,110933,110933,110948,110952,110960,111355,119552,119638,119648,119670,126980,126980,127183,127183,127374,
127374,127377,127386,127406,127406,127488,127490,127504,127547,127552,127560,127568,127569,127584,127589,127744,127776,127789,127797,127799,127868,127870,127891,
127904,127946,127951,127955,127968,127984,127988,127988,127992,128062,128064,128064,128066,128252,128255,128317,128331,128334,128336,128359,128378,128378,128405,
128406,128420,128420,128507,128591,128640,128709,128716,128716,128720,128722,128725,128729,128732,128735,128747,128748,128756,128764,128986,128986,128992,129003,
129008,129008,129292,129338,129340,129349,129351,129535,129648,129660,129664,129734,129736,129736,129740,129757,129759,129771,129775,129786,131072,196605,196608,
262141]}});var isInRange,init_utilities=__esm({"node_modules/get-east-asian-width/utilities.js"(){isInRange=(ranges,codePoint)=>{let low=0,high=Math.floor(ranges.length/2)-
1;for(;low<=high;){let mid=Math.floor((low+high)/2),i=mid*2;if(codePoint<ranges[i])high=mid-1;else if(codePoint>ranges[i+1])low=mid+1;else return!0}return!1}}});function findWideFastPathRange(ranges){let fastPathStart=ranges[0],fastPathEnd=ranges[1];for(let index=0;index<ranges.length;index+=2){let start2=ranges[index],
end=ranges[index+1];if(commonCjkCodePoint>=start2&&commonCjkCodePoint<=end)return[start2,end];end-start2>fastPathEnd-fastPathStart&&(fastPathStart=start2,fastPathEnd=
end)}return[fastPathStart,fastPathEnd]}var commonCjkCodePoint,wideFastPathStart,wideFastPathEnd,isAmbiguous,isFullwidth,isWide,init_lookup=__esm({"node_modules/\
get-east-asian-width/lookup.js"(){init_lookup_data();init_utilities();commonCjkCodePoint=19968,[wideFastPathStart,wideFastPathEnd]=findWideFastPathRange(wideRanges);
isAmbiguous=codePoint=>codePoint<161||codePoint>1114109?!1:isInRange(ambiguousRanges,codePoint),isFullwidth=codePoint=>codePoint<fullwidthMinimalCodePoint||codePoint>
fullwidthMaximumCodePoint?!1:isInRange(fullwidthRanges,codePoint),isWide=codePoint=>codePoint>=wideFastPathStart&&codePoint<=wideFastPathEnd?!0:codePoint<wideMinimalCodePoint||
codePoint>wideMaximumCodePoint?!1:isInRange(wideRanges,codePoint)}});function validate(codePoint){if(!Number.isSafeInteger(codePoint))throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`)}function eastAsianWidth(codePoint,{
ambiguousAsWide=!1}={}){return validate(codePoint),isFullwidth(codePoint)||isWide(codePoint)||ambiguousAsWide&&isAmbiguous(codePoint)?2:1}var init_get_east_asian_width=__esm(
{"node_modules/get-east-asian-width/index.js"(){init_lookup()}});function isDoubleWidthNonRgiEmojiSequence(segment){if(segment.length>50)return!1;if(unqualifiedKeycapRegex.test(segment))return!0;if(segment.includes("\u200D")){
let pictographics=segment.match(extendedPictographicRegex);return pictographics!==null&&pictographics.length>=2}return!1}function baseVisible(segment){let index=segment.
search(visibleCharacterRegex);return index===-1?void 0:segment.slice(index)}function isHangulLeadingJamo(codePoint){return codePoint>=4352&&codePoint<=4447||codePoint>=
43360&&codePoint<=43388}function isHangulVowelJamo(codePoint){return codePoint>=4448&&codePoint<=4519||codePoint>=55216&&codePoint<=55238}function isHangulTrailingJamo(codePoint){
return codePoint>=4520&&codePoint<=4607||codePoint>=55243&&codePoint<=55291}function isHangulJamo(codePoint){return isHangulLeadingJamo(codePoint)||isHangulVowelJamo(
codePoint)||isHangulTrailingJamo(codePoint)}function hangulClusterWidth(visibleSegment,eastAsianWidthOptions){let codePoints=[];for(let character of visibleSegment)
visibleCharacterRegex.test(character)&&codePoints.push(character.codePointAt(0));if(codePoints.length===0)return;let width=0;for(let index=0;index<codePoints.length;index++){
let codePoint=codePoints[index];if(!isHangulJamo(codePoint)){if(width===0)return;for(let remaining=index;remaining<codePoints.length;remaining++)width+=eastAsianWidth(
codePoints[remaining],eastAsianWidthOptions);return width}if(isHangulLeadingJamo(codePoint)&&isHangulVowelJamo(codePoints[index+1])){width+=2,index+=isHangulTrailingJamo(
codePoints[index+2])?2:1;continue}width+=eastAsianWidth(codePoint,eastAsianWidthOptions)}return width}function trailingWidth(visibleSegment,eastAsianWidthOptions){
let extra=0,first4=!0;for(let character of visibleSegment){if(first4){first4=!1;continue}(spacingMarkRegex.test(character)||character>="\uFF00"&&character<="\uFFEF")&&
(extra+=eastAsianWidth(character.codePointAt(0),eastAsianWidthOptions))}return extra}function stringWidth(input,options={}){if(typeof input!="string"||input.length===
0)return 0;let{ambiguousIsNarrow=!0,countAnsiEscapeCodes=!1}=options,string2=input;if(!countAnsiEscapeCodes&&(string2.includes("\x1B")||string2.includes("\x9B"))&&
(string2=stripAnsi(string2)),string2.length===0)return 0;if(/^[\u0020-\u007E]*$/.test(string2))return string2.length;let width=0,eastAsianWidthOptions={ambiguousAsWide:!ambiguousIsNarrow};
for(let{segment}of segmenter.segment(string2)){let visibleSegment=baseVisible(segment);if(visibleSegment===void 0)continue;if(rgiEmojiRegex.test(segment)||isDoubleWidthNonRgiEmojiSequence(
segment)){width+=2;continue}let hangulWidth=hangulClusterWidth(visibleSegment,eastAsianWidthOptions);if(hangulWidth!==void 0){width+=hangulWidth;continue}let codePoint=visibleSegment.
codePointAt(0);width+=eastAsianWidth(codePoint,eastAsianWidthOptions),width+=trailingWidth(visibleSegment,eastAsianWidthOptions)}return width}var segmenter,visibleCharacterRegex,
spacingMarkRegex,rgiEmojiRegex,unqualifiedKeycapRegex,extendedPictographicRegex,init_string_width=__esm({"node_modules/string-width/index.js"(){init_strip_ansi();
init_get_east_asian_width();segmenter=new Intl.Segmenter,visibleCharacterRegex=new RegExp("[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_\
Mark}\\p{Enclosing_Mark}\\p{Surrogate}]","v"),spacingMarkRegex=new RegExp("\\p{Spacing_Mark}","v"),rgiEmojiRegex=new RegExp("^\\p{RGI_Emoji}$","v"),unqualifiedKeycapRegex=
/^[\d#*]\u20E3$/,extendedPictographicRegex=new RegExp("\\p{Extended_Pictographic}","gu")}});function assembleStyles(){let codes=new Map;for(let[groupName,group]of Object.entries(styles)){for(let[styleName,style]of Object.entries(group))styles[styleName]=
{open:`\x1B[${style[0]}m`,close:`\x1B[${style[1]}m`},group[styleName]=styles[styleName],codes.set(style[0],style[1]);Object.defineProperty(styles,groupName,{value:group,
enumerable:!1})}return Object.defineProperty(styles,"codes",{value:codes,enumerable:!1}),styles.color.close="\x1B[39m",styles.bgColor.close="\x1B[49m",styles.color.
ansi=wrapAnsi16(),styles.color.ansi256=wrapAnsi256(),styles.color.ansi16m=wrapAnsi16m(),styles.bgColor.ansi=wrapAnsi16(10),styles.bgColor.ansi256=wrapAnsi256(10),
styles.bgColor.ansi16m=wrapAnsi16m(10),Object.defineProperties(styles,{rgbToAnsi256:{value(red,green,blue){return red===green&&green===blue?red<8?16:red>248?231:
Math.round((red-8)/247*24)+232:16+36*Math.round(red/255*5)+6*Math.round(green/255*5)+Math.round(blue/255*5)},enumerable:!1},hexToRgb:{value(hex){let matches=/[a-f\d]{6}|[a-f\d]{3}/i.
exec(hex.toString(16));if(!matches)return[0,0,0];let[colorString]=matches;colorString.length===3&&(colorString=[...colorString].map(character=>character+character).
join(""));let integer3=Number.parseInt(colorString,16);return[integer3>>16&255,integer3>>8&255,integer3&255]},enumerable:!1},hexToAnsi256:{value:hex=>styles.rgbToAnsi256(
...styles.hexToRgb(hex)),enumerable:!1},ansi256ToAnsi:{value(code){if(code<8)return 30+code;if(code<16)return 90+(code-8);let red,green,blue;if(code>=232)red=((code-
232)*10+8)/255,green=red,blue=red;else{code-=16;let remainder=code%36;red=Math.floor(code/36)/5,green=Math.floor(remainder/6)/5,blue=remainder%6/5}let value=Math.
max(red,green,blue)*2;if(value===0)return 30;let result=30+(Math.round(blue)<<2|Math.round(green)<<1|Math.round(red));return value===2&&(result+=60),result},enumerable:!1},
rgbToAnsi:{value:(red,green,blue)=>styles.ansi256ToAnsi(styles.rgbToAnsi256(red,green,blue)),enumerable:!1},hexToAnsi:{value:hex=>styles.ansi256ToAnsi(styles.hexToAnsi256(
hex)),enumerable:!1}}),styles}var wrapAnsi16,wrapAnsi256,wrapAnsi16m,styles,modifierNames,foregroundColorNames,backgroundColorNames,colorNames,ansiStyles,ansi_styles_default,
init_ansi_styles=__esm({"node_modules/ansi-styles/index.js"(){wrapAnsi16=(offset=0)=>code=>`\x1B[${code+offset}m`,wrapAnsi256=(offset=0)=>code=>`\x1B[${38+offset}\
;5;${code}m`,wrapAnsi16m=(offset=0)=>(red,green,blue)=>`\x1B[${38+offset};2;${red};${green};${blue}m`,styles={modifier:{reset:[0,0],bold:[1,22],dim:[2,22],italic:[
3,23],underline:[4,24],overline:[53,55],inverse:[7,27],hidden:[8,28],strikethrough:[9,29]},color:{black:[30,39],red:[31,39],green:[32,39],yellow:[33,39],blue:[34,
39],magenta:[35,39],cyan:[36,39],white:[37,39],blackBright:[90,39],gray:[90,39],grey:[90,39],redBright:[91,39],greenBright:[92,39],yellowBright:[93,39],blueBright:[
94,39],magentaBright:[95,39],cyanBright:[96,39],whiteBright:[97,39]},bgColor:{bgBlack:[40,49],bgRed:[41,49],bgGreen:[42,49],bgYellow:[43,49],bgBlue:[44,49],bgMagenta:[
45,49],bgCyan:[46,49],bgWhite:[47,49],bgBlackBright:[100,49],bgGray:[100,49],bgGrey:[100,49],bgRedBright:[101,49],bgGreenBright:[102,49],bgYellowBright:[103,49],
bgBlueBright:[104,49],bgMagentaBright:[105,49],bgCyanBright:[106,49],bgWhiteBright:[107,49]}},modifierNames=Object.keys(styles.modifier),foregroundColorNames=Object.
keys(styles.color),backgroundColorNames=Object.keys(styles.bgColor),colorNames=[...foregroundColorNames,...backgroundColorNames];ansiStyles=assembleStyles(),ansi_styles_default=
ansiStyles}});function wrapAnsi(string2,columns,options){return normalizeText(String(string2)).replaceAll(`\r
`,`
`).split(`
`).map(line2=>exec(expandTabs(line2),columns,options)).join(`
`)}var ANSI_ESCAPE,ANSI_ESCAPE_BELL,C1_CSI,ANSI_CSI,ANSI_OSC,ANSI_SGR_TERMINATOR,ANSI_SGR_RESET,ANSI_SGR_RESET_FOREGROUND,ANSI_SGR_RESET_BACKGROUND,ANSI_SGR_RESET_UNDERLINE_COLOR,
ANSI_SGR_FOREGROUND_EXTENDED,ANSI_SGR_BACKGROUND_EXTENDED,ANSI_SGR_UNDERLINE_COLOR_EXTENDED,ANSI_SGR_COLOR_MODE_RGB,ANSI_SGR_COLOR_MODE_256,ANSI_ESCAPE_LINK,ESCAPES,
ESCAPE_CHARACTERS,CSI_INTRODUCER,CSI_PARAMETERS,SGR_PARAMETERS,OSC_STRING_TERMINATOR,OSC_STRING_PAYLOAD,LINK_PARAMETERS,OSC_STRING,ANSI_ESCAPE_REGEX,ANSI_SGR_MODIFIER_CLOSE_CODES,
segmenter2,getStringWidth,TAB_SIZE,ESCAPE_INTRODUCER_REGEX,ROW_BOUNDARY_REGEX,ASCII_PRINTABLE_REGEX,wrapAnsiCode,wrapAnsiHyperlink,matchAnsiEscape,forEachSegment,
getWidth,getTokens,splitWords,getColonColorToken,getSgrTokens,removeActiveStyle,upsertActiveStyle,removeModifierStylesByClose,getColorStyle,applySgrResetCode,applySgrToken,
applySgrParameters,applySgrResets,applyLeadingSgrResets,getClosingSgrSequence,getOpeningSgrSequence,wrapWord,stringVisibleTrimSpacesRight,expandTabs,restoreStylesAcrossRows,
exec,normalizeText,init_wrap_ansi=__esm({"node_modules/wrap-ansi/index.js"(){init_string_width();init_ansi_styles();ANSI_ESCAPE="\x1B",ANSI_ESCAPE_BELL="\x07",C1_CSI=
"\x9B",ANSI_CSI="[",ANSI_OSC="]",ANSI_SGR_TERMINATOR="m",ANSI_SGR_RESET=0,ANSI_SGR_RESET_FOREGROUND=39,ANSI_SGR_RESET_BACKGROUND=49,ANSI_SGR_RESET_UNDERLINE_COLOR=
59,ANSI_SGR_FOREGROUND_EXTENDED=38,ANSI_SGR_BACKGROUND_EXTENDED=48,ANSI_SGR_UNDERLINE_COLOR_EXTENDED=58,ANSI_SGR_COLOR_MODE_RGB=2,ANSI_SGR_COLOR_MODE_256=5,ANSI_ESCAPE_LINK=
`${ANSI_OSC}8;`,ESCAPES=new Set([ANSI_ESCAPE,C1_CSI]),ESCAPE_CHARACTERS=[...ESCAPES].join(""),CSI_INTRODUCER=`(?:${ANSI_ESCAPE}\\${ANSI_CSI}|${C1_CSI})`,CSI_PARAMETERS=
"[0-?]*[ -/]*[@-~]",SGR_PARAMETERS=`(?<sgr>[0-9;:]*)${ANSI_SGR_TERMINATOR}`,OSC_STRING_TERMINATOR=`(?:${ANSI_ESCAPE_BELL}|${ANSI_ESCAPE}\\\\)`,OSC_STRING_PAYLOAD=
String.raw`[^\u0000-\u001F\u007F-\u009F]*`,LINK_PARAMETERS=String.raw`8;(?<parameters>[^;\u0000-\u001F\u007F-\u009F]*);(?<uri>${OSC_STRING_PAYLOAD})${OSC_STRING_TERMINATOR}`,
OSC_STRING=`${OSC_STRING_PAYLOAD}${OSC_STRING_TERMINATOR}`,ANSI_ESCAPE_REGEX=new RegExp(`${CSI_INTRODUCER}(?:${SGR_PARAMETERS}|${CSI_PARAMETERS})|${ANSI_ESCAPE}\
\\${ANSI_OSC}(?:${LINK_PARAMETERS}|${OSC_STRING})`,"y"),ANSI_SGR_MODIFIER_CLOSE_CODES=new Set(ansi_styles_default.codes.values());ANSI_SGR_MODIFIER_CLOSE_CODES.
delete(ANSI_SGR_RESET);segmenter2=new Intl.Segmenter,getStringWidth=string2=>stringWidth(string2,{countAnsiEscapeCodes:!0}),TAB_SIZE=8,ESCAPE_INTRODUCER_REGEX=new RegExp(
`[${ESCAPE_CHARACTERS}]`,"g"),ROW_BOUNDARY_REGEX=new RegExp(`[\\n${ESCAPE_CHARACTERS}]`,"g"),ASCII_PRINTABLE_REGEX=/^[ -~]*$/,wrapAnsiCode=code=>`${ANSI_ESCAPE}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`,
wrapAnsiHyperlink=(url,parameters="")=>`${ANSI_ESCAPE}${ANSI_ESCAPE_LINK}${parameters};${url}${ANSI_ESCAPE_BELL}`,matchAnsiEscape=(string2,index)=>{if(ESCAPES.has(
string2[index]))return ANSI_ESCAPE_REGEX.lastIndex=index,ANSI_ESCAPE_REGEX.exec(string2)??void 0},forEachSegment=(string2,onPlainText,onEscape=()=>{})=>{let plainStart=0,
index=0;for(;index<string2.length;){ESCAPE_INTRODUCER_REGEX.lastIndex=index;let introducer=ESCAPE_INTRODUCER_REGEX.exec(string2);if(!introducer)break;let escape2=matchAnsiEscape(
string2,introducer.index);if(!escape2){index=introducer.index+1;continue}introducer.index>plainStart&&onPlainText(string2.slice(plainStart,introducer.index)),onEscape(
escape2[0]),index=introducer.index+escape2[0].length,plainStart=index}plainStart<string2.length&&onPlainText(string2.slice(plainStart))},getWidth=string2=>{let plainText2="";
return forEachSegment(string2,part=>{plainText2+=part}),getStringWidth(plainText2)},getTokens=string2=>{let tokens=[];return forEachSegment(string2,plainText2=>{
if(ASCII_PRINTABLE_REGEX.test(plainText2)){for(let character of plainText2)tokens.push({value:character,width:1});return}for(let{segment}of segmenter2.segment(plainText2))
tokens.push({value:segment,width:getStringWidth(segment)})},escape2=>{tokens.push({value:escape2,width:0})}),tokens},splitWords=string2=>{let currentWord={value:"",
plainText:""},words=[currentWord];forEachSegment(string2,plainText2=>{let parts=plainText2.split(" ");currentWord.value+=parts[0],currentWord.plainText+=parts[0];
for(let index=1;index<parts.length;index++)currentWord={value:parts[index],plainText:parts[index]},words.push(currentWord)},escape2=>{currentWord.value+=escape2});
for(let word of words)word.width=getStringWidth(word.plainText);return words},getColonColorToken=parameter=>{let parts=parameter.split(":"),code=Number.parseInt(
parts[0],10),mode=Number.parseInt(parts[1],10);if(![ANSI_SGR_FOREGROUND_EXTENDED,ANSI_SGR_BACKGROUND_EXTENDED,ANSI_SGR_UNDERLINE_COLOR_EXTENDED].includes(code))
return;if(mode===ANSI_SGR_COLOR_MODE_256&&parts.length===3&&/^\d+$/.test(parts[2]))return{code,open:parameter,hasArguments:!0};if(mode!==ANSI_SGR_COLOR_MODE_RGB)
return;let components=parts.length===6?parts.slice(3):parts.slice(2),colorSpace=parts.length===6?parts[2]:void 0;if(components.length===3&&components.every(component=>/^\d+$/.
test(component))&&(colorSpace===void 0||/^\d*$/.test(colorSpace)))return{code,open:parameter,hasArguments:!0}},getSgrTokens=sgrParameters=>{let parameters=sgrParameters.
split(";"),sgrTokens=[];for(let index=0;index<parameters.length;index++){let parameter=parameters[index];if(parameter.includes(":")){let colonColorToken=getColonColorToken(
parameter);colonColorToken&&sgrTokens.push(colonColorToken);continue}let code=parameter===""?ANSI_SGR_RESET:Number.parseInt(parameter,10);if(Number.isFinite(code)){
if(code===ANSI_SGR_FOREGROUND_EXTENDED||code===ANSI_SGR_BACKGROUND_EXTENDED||code===ANSI_SGR_UNDERLINE_COLOR_EXTENDED){if(index+1>=parameters.length)break;let mode=Number.
parseInt(parameters[index+1],10),colorIndex=Number.parseInt(parameters[index+2],10);if(mode===ANSI_SGR_COLOR_MODE_256&&Number.isFinite(colorIndex)){sgrTokens.push(
{code,open:[code,mode,colorIndex].join(";"),hasArguments:!0}),index+=2;continue}let red=Number.parseInt(parameters[index+2],10),green=Number.parseInt(parameters[index+
3],10),blue=Number.parseInt(parameters[index+4],10);if(mode===ANSI_SGR_COLOR_MODE_RGB&&Number.isFinite(red)&&Number.isFinite(green)&&Number.isFinite(blue)){sgrTokens.
push({code,open:[code,mode,red,green,blue].join(";"),hasArguments:!0}),index+=4;continue}break}sgrTokens.push({code,open:String(code),hasArguments:!1})}}return sgrTokens},
removeActiveStyle=(activeStyles,family)=>{let activeStyleIndex=activeStyles.findIndex(activeStyle=>activeStyle.family===family);activeStyleIndex!==-1&&activeStyles.
splice(activeStyleIndex,1)},upsertActiveStyle=(activeStyles,nextActiveStyle)=>{removeActiveStyle(activeStyles,nextActiveStyle.family),activeStyles.push(nextActiveStyle)},
removeModifierStylesByClose=(activeStyles,closeCode)=>{for(let index=activeStyles.length-1;index>=0;index--){let activeStyle=activeStyles[index];activeStyle.family.
startsWith("modifier-")&&activeStyle.close===closeCode&&activeStyles.splice(index,1)}},getColorStyle=sgrToken=>{let{code,open,hasArguments}=sgrToken;if(code>=30&&
code<=37||code>=90&&code<=97||code===ANSI_SGR_FOREGROUND_EXTENDED&&hasArguments)return{family:"foreground",open,close:ANSI_SGR_RESET_FOREGROUND};if(code>=40&&code<=
47||code>=100&&code<=107||code===ANSI_SGR_BACKGROUND_EXTENDED&&hasArguments)return{family:"background",open,close:ANSI_SGR_RESET_BACKGROUND};if(code===ANSI_SGR_UNDERLINE_COLOR_EXTENDED&&
hasArguments)return{family:"underlineColor",open,close:ANSI_SGR_RESET_UNDERLINE_COLOR}},applySgrResetCode=(code,activeStyles)=>code===ANSI_SGR_RESET?(activeStyles.
length=0,!0):code===ANSI_SGR_RESET_FOREGROUND?(removeActiveStyle(activeStyles,"foreground"),!0):code===ANSI_SGR_RESET_BACKGROUND?(removeActiveStyle(activeStyles,
"background"),!0):code===ANSI_SGR_RESET_UNDERLINE_COLOR?(removeActiveStyle(activeStyles,"underlineColor"),!0):ANSI_SGR_MODIFIER_CLOSE_CODES.has(code)?(removeModifierStylesByClose(
activeStyles,code),!0):!1,applySgrToken=(sgrToken,activeStyles)=>{let{code}=sgrToken;if(applySgrResetCode(code,activeStyles))return;let colorStyle=getColorStyle(
sgrToken);if(colorStyle){upsertActiveStyle(activeStyles,colorStyle);return}let close=ansi_styles_default.codes.get(code);close!==void 0&&close!==ANSI_SGR_RESET&&
upsertActiveStyle(activeStyles,{family:`modifier-${code}`,open:sgrToken.open,close})},applySgrParameters=(sgrParameters,activeStyles)=>{for(let sgrToken of getSgrTokens(
sgrParameters))applySgrToken(sgrToken,activeStyles)},applySgrResets=(sgrParameters,activeStyles)=>{for(let{code}of getSgrTokens(sgrParameters))applySgrResetCode(
code,activeStyles)},applyLeadingSgrResets=(string2,startIndex,activeStyles)=>{let index=startIndex;for(;index<string2.length;){let match=matchAnsiEscape(string2,
index);if(!match)break;match.groups.sgr!==void 0&&applySgrResets(match.groups.sgr,activeStyles),index+=match[0].length}},getClosingSgrSequence=activeStyles=>[...activeStyles].
reverse().map(activeStyle=>wrapAnsiCode(activeStyle.close)).join(""),getOpeningSgrSequence=activeStyles=>activeStyles.map(activeStyle=>wrapAnsiCode(activeStyle.
open)).join(""),wrapWord=(rows,word,columns,rowWidth)=>{let tokens=getTokens(word),visible=rowWidth;for(let index=0;index<tokens.length;index++){let token=tokens[index];
token.width>0&&visible>0&&visible+token.width>columns&&(rows.push(""),visible=0),rows[rows.length-1]+=token.value,visible+=token.width,visible===columns&&index<
tokens.length-1&&(rows.push(""),visible=0)}return!visible&&rows.at(-1).length>0&&rows.length>1&&(rows[rows.length-2]+=rows.pop()),getWidth(rows.at(-1))},stringVisibleTrimSpacesRight=
string2=>{if(!string2.includes(" "))return string2;let segments=[];forEachSegment(string2,plainText2=>{segments.push({value:plainText2,isEscape:!1})},escape2=>{
segments.push({value:escape2,isEscape:!0})});for(let index=segments.length-1;index>=0;index--){let segment=segments[index];if(segment.isEscape)continue;let end=segment.
value.length;for(;end>0&&segment.value[end-1]===" ";)end--;if(segment.value=segment.value.slice(0,end),getStringWidth(segment.value)>0)break}return segments.map(
segment=>segment.value).join("")},expandTabs=line2=>{if(!line2.includes("	"))return line2;let visible=0,expandedLine="",plainTextSinceTab="";return forEachSegment(
line2,plainText2=>{let segments=plainText2.split("	");for(let[index,segment]of segments.entries())if(expandedLine+=segment,plainTextSinceTab+=segment,index<segments.
length-1){visible+=getStringWidth(plainTextSinceTab),plainTextSinceTab="";let spaces=TAB_SIZE-visible%TAB_SIZE;expandedLine+=" ".repeat(spaces),visible+=spaces}},
escape2=>{expandedLine+=escape2}),expandedLine},restoreStylesAcrossRows=preString=>{let returnValue="",activeHyperlink,activeStyles=[],index=0,copiedIndex=0;for(;index<
preString.length;){ROW_BOUNDARY_REGEX.lastIndex=index;let boundary=ROW_BOUNDARY_REGEX.exec(preString);if(!boundary)break;if(index=boundary.index,boundary[0]!==`\

`){let escape2=matchAnsiEscape(preString,index);if(!escape2){index++;continue}let{groups}=escape2;groups.sgr!==void 0?applySgrParameters(groups.sgr,activeStyles):
groups.uri!==void 0&&(activeHyperlink=groups.uri.length===0?void 0:{parameters:groups.parameters,uri:groups.uri}),index+=escape2[0].length;continue}if(returnValue+=
preString.slice(copiedIndex,index),index>copiedIndex&&(activeHyperlink&&(returnValue+=wrapAnsiHyperlink("")),returnValue+=getClosingSgrSequence(activeStyles)),returnValue+=
`
`,index++,copiedIndex=index,index<preString.length&&preString[index]!==`
`){let openingStyles=[...activeStyles];applyLeadingSgrResets(preString,index,openingStyles),returnValue+=getOpeningSgrSequence(openingStyles),activeHyperlink&&(returnValue+=
wrapAnsiHyperlink(activeHyperlink.uri,activeHyperlink.parameters))}}return returnValue+preString.slice(copiedIndex)},exec=(string2,columns,options={})=>{if(options.
trim!==!1&&string2.trim()==="")return"";let words=splitWords(string2),rows=[""],rowLength=0,trimmedRowIndex=-1,isFirstWord=!0;for(let word of words){let rowIndex=rows.
length-1;if(options.trim!==!1&&trimmedRowIndex!==rowIndex){let row=rows[rowIndex],trimmedRow=row.trimStart();trimmedRow.length!==row.length&&(rows[rowIndex]=trimmedRow,
rowLength=getWidth(trimmedRow)),trimmedRow.length>0&&(trimmedRowIndex=rowIndex)}if(isFirstWord?isFirstWord=!1:(rowLength>=columns&&(options.wordWrap===!1||options.
trim===!1)&&(rows.push(""),rowLength=0),(rowLength>0||options.trim===!1)&&(rows[rows.length-1]+=" ",rowLength++)),options.hard&&options.wordWrap!==!1&&word.width>
columns){let remainingColumns=columns-rowLength,breaksStartingThisLine=1+Math.floor((word.width-remainingColumns-1)/columns);Math.floor((word.width-1)/columns)<
breaksStartingThisLine&&(rows.push(""),rowLength=0),rowLength=wrapWord(rows,word.value,columns,rowLength);continue}if(rowLength+word.width>columns&&rowLength>0&&
word.width>0){if(options.wordWrap===!1&&rowLength<columns){rowLength=wrapWord(rows,word.value,columns,rowLength);continue}rows.push(""),rowLength=0}if(rowLength+
word.width>columns&&options.wordWrap===!1){rowLength=wrapWord(rows,word.value,columns,rowLength);continue}rows[rows.length-1]+=word.value,rowLength+=word.width}
return options.trim!==!1&&(rows=rows.map(row=>stringVisibleTrimSpacesRight(row))),restoreStylesAcrossRows(rows.join(`
`))},normalizeText=string2=>{let normalizedString="";return forEachSegment(string2,plainText2=>{normalizedString+=plainText2.normalize()},escape2=>{normalizedString+=
escape2}),normalizedString}}});function widthOf(text2){return stringWidth(text2)}function clipped(text2,columns,cut="end"){if(columns<=0)return"";if(text2.length<=columns&&widthOf(text2)<=columns)
return text2;let segments=graphemes.segment(text2),width=0,looked=0,kept=0;for(let{segment}of cut==="end"?segments:Array.from(segments).reverse()){if(width+=widthOf(
segment),width>columns)return cut==="end"?`${text2.slice(0,kept)}${CUT}`:`${CUT}${text2.slice(text2.length-kept)}`;looked+=segment.length,width<columns&&(kept=looked)}
return text2}var CUT,graphemes,init_text=__esm({"src/terminal/text.ts"(){"use strict";init_string_width();init_wrap_ansi();init_plain_text();CUT="\u2026",graphemes=
new Intl.Segmenter}});var FIRST_FRAME_MS,FRAME_MS,DOTS,STROKES,END_SIGNALS,StatusLine,init_status_line=__esm({"src/terminal/status-line.ts"(){"use strict";init_ansi_escapes();init_monotonic();
init_own_signals();init_job_control();init_text();FIRST_FRAME_MS=150,FRAME_MS=100,DOTS=["\u280B","\u2819","\u2839","\u2838","\u283C","\u2834","\u2826","\u2827",
"\u2807","\u280F"],STROKES=["|","/","-","\\"],END_SIGNALS=["SIGINT","SIGTERM","SIGHUP"],StatusLine=class{#options;#frames;#handlers=END_SIGNALS.map(signal=>[signal,
()=>this.#onEndSignal(signal)]);#jobControl=new JobControl({onSuspend:()=>this.clear(),onResume:()=>this.#redraw()});#timer;#width=0;#state="waiting";#holders=0;constructor(options){
this.#options=options,this.#frames=options.glyphs?DOTS:STROKES}start(){this.#timer=setTimeout(()=>{this.#state="shown",this.#timer=setInterval(()=>setImmediate(
()=>this.draw()),FRAME_MS).unref(),this.draw()},FIRST_FRAME_MS).unref(),this.#options.output.on("resize",this.#redraw),this.#jobControl.start(),process.on("exit",
this.clear),process.on("uncaughtExceptionMonitor",this.clear);for(let[signal,handler]of this.#handlers)process.on(signal,handler)}stop(){clearTimeout(this.#timer),
this.clear(),this.#state="over",this.#options.output.off("resize",this.#redraw),this.#jobControl.stop(),process.off("exit",this.clear),process.off("uncaughtExce\
ptionMonitor",this.clear);for(let[signal,handler]of this.#handlers)process.off(signal,handler)}hold(){this.#holders+=1,this.clear()}release(){this.#holders-=1,this.
draw()}draw(){if(this.#state!=="shown"||this.#holders>0||!this.#options.mayDraw())return;let status2=this.#options.status();if(status2===null){this.clear();return}
let{output,quiet}=this.#options,columns=(output.columns||80)-1,frame=this.#frames[Math.floor(monotonicMs()/FRAME_MS)%this.#frames.length]??"",what=clipped(`${frame}\
 ${status2[0]}`,columns),more=clipped(status2[1]===""?"":` \xB7 ${status2[1]}`,columns-widthOf(what));this.#width=widthOf(what)+widthOf(more),output.write(`${cursorLeft}${what}${quiet(
more)}${eraseEndLine}`)}clear=()=>{if(this.#width===0)return;let{output}=this.#options,above=Math.floor((this.#width-1)/(output.columns||80));output.write(`${above>
0?cursorUp(above):""}${cursorLeft}${eraseDown}`),this.#width=0};#redraw=()=>{this.clear(),this.draw()};#onEndSignal(signal){this.clear(),!(process.listenerCount(
signal)>1)&&(this.stop(),raise(signal))}}}});function parseNumber(milliseconds){return{days:Math.trunc(milliseconds/864e5),hours:Math.trunc(milliseconds/36e5%24),minutes:Math.trunc(milliseconds/6e4%60),seconds:Math.
trunc(milliseconds/1e3%60),milliseconds:Math.trunc(milliseconds%1e3),microseconds:Math.trunc(toZeroIfInfinity(milliseconds*1e3)%1e3),nanoseconds:Math.trunc(toZeroIfInfinity(
milliseconds*1e6)%1e3)}}function parseBigint(milliseconds){return{days:milliseconds/86400000n,hours:milliseconds/3600000n%24n,minutes:milliseconds/60000n%60n,seconds:milliseconds/
1000n%60n,milliseconds:milliseconds%1000n,microseconds:0n,nanoseconds:0n}}function parseMilliseconds(milliseconds){switch(typeof milliseconds){case"number":{if(Number.
isFinite(milliseconds))return parseNumber(milliseconds);break}case"bigint":return parseBigint(milliseconds)}throw new TypeError("Expected a finite number or big\
int")}var toZeroIfInfinity,init_parse_ms=__esm({"node_modules/parse-ms/index.js"(){toZeroIfInfinity=value=>Number.isFinite(value)?value:0}});function prettyMilliseconds(milliseconds,options){let isBigInt=typeof milliseconds=="bigint";if(!isBigInt&&!Number.isFinite(milliseconds))throw new TypeError("E\
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
`${word}s`,SECOND_ROUNDING_EPSILON=1e-7,ONE_DAY_IN_MILLISECONDS=24n*60n*60n*1000n}});function formatMs(ms2){return ms2<1e3?`${Math.round(ms2)}ms`:prettyMilliseconds(ms2,{secondsDecimalDigits:0})}function formatClock(ms2){let wholeSeconds=Math.max(
0,Math.floor(ms2/1e3)*1e3);return wholeSeconds>=DAY_MS2?prettyMilliseconds(wholeSeconds,{unitCount:2}):prettyMilliseconds(wholeSeconds,{colonNotation:!0,secondsDecimalDigits:0})}
var DAY_MS2,init_duration2=__esm({"src/util/duration.ts"(){"use strict";init_pretty_ms();DAY_MS2=864e5}});function stateOf2({job,waitingForJob}){return isFinished(job)?job.status:job.status==="running"?job.questions.length>0&&job.stopping===null?"asking":job.phase:job.
retryAt!==null?"retrying":waitingForJob===null?"queued":"waiting"}function elapsedMs({job,runningMs},nowMs){let jumpMs=job.work.clockJumpMs;return isFinished(job)?
job.startedAt===null?null:Date.parse(job.completedAt)-Date.parse(job.startedAt)-jumpMs:runningMs!==null?runningMs:nowMs-Date.parse(job.status==="running"?job.startedAt:
job.createdAt)-jumpMs}function doingOf(watched,nowMs){let{job}=watched;switch(job.status){case"queued":return waitOf(watched,nowMs);case"running":return itemOf(
job,nowMs);case"failed":return`${job.reason}: ${job.errorMessage}`;case"cancelled":return job.history.at(-1)?.detail??"";case"completed":return"";default:return unreachable(
job)}}function waitOf({job,position,waitingForJob},nowMs){if(job.status!=="queued")return"";if(job.retryAt!==null){let restMs=Date.parse(job.retryAt)-nowMs,when=restMs>
0?`in ${formatClock(restMs)}`:"as soon as it is its turn";return`attempt ${job.attempt+1} of ${job.request.retries+1} ${when}`}return waitingForJob!==null?`for ${shortId(
waitingForJob.id)}: ${waitingForJob.why}`:position===null?"":`number ${position} in the queue`}function itemOf(job,nowMs){let[question]=job.questions;if(job.stopping!==
null)return job.stopping.cause==="cancel"?"":job.stopping.cause;if(question!==void 0)return`${question.what}: ${question.subject}`;let[oldest]=job.openItems;if(oldest===
void 0)return"";let label2=oldest.command?oldest.label.replace(/^command: /u,"$ "):oldest.label,more=job.openItems.length>1?` and ${job.openItems.length-1} more`:
"";return`${label2}${more} (${formatClock(nowMs-Date.parse(oldest.since))})`}var TOKENS,init_job_cells=__esm({"src/cli/render/job-cells.ts"(){"use strict";init_ids();
init_job();init_duration2();init_unreachable();TOKENS=new Intl.NumberFormat("en",{notation:"compact",maximumFractionDigits:1})}});function statusOf({jobs,count,codexStarts},nowMs){let active=jobs.filter(({job})=>!isFinished(job)),[first4]=active;if(first4===void 0)return null;let[what,more]=codexStarts&&
first4.job.status==="queued"?startOf2(first4,nowMs):wordsOf(first4,nowMs);if(count===null)return[what,more];let named2=`${shortId(first4.job.id)} ${what}`;return count===
1?[named2,more]:[`${active.length} of ${count} jobs go on`,joined([named2,more])]}function startOf2(watched,nowMs){return[`Starting Codex ${timeOf(watched,nowMs)}`,
""]}function wordsOf(watched,nowMs){let facts=[oneLine(doingOf(watched,nowMs),DOING_CHARS),silenceOf(watched),deadlineOf(watched)];return[`${stateOf2(watched)} ${timeOf(
watched,nowMs)}`.trimEnd(),joined(facts)]}function timeOf(watched,nowMs){let ms2=elapsedMs(watched,nowMs);return ms2===null?"":formatClock(ms2)}function silenceOf({
job,idleMs}){return job.openItems.length>0||job.questions.length>0||idleMs===null||idleMs<SILENT_MS?"":`no progress for ${formatClock(idleMs)}`}function deadlineOf({
clock}){return clock===null||clock.inMs>=URGENT_MS||clock.name==="start"||clock.name==="stuck"?"":`the ${clock.name} clock ends it in ${formatClock(clock.inMs)}`}
function joined(facts){return facts.filter(fact=>fact!=="").join(" \xB7 ")}var DOING_CHARS,SILENT_MS,URGENT_MS,init_status_of=__esm({"src/cli/progress/status-of\
.ts"(){"use strict";init_ids();init_job();init_duration2();init_plain_text();init_job_cells();DOING_CHARS=500,SILENT_MS=3e4,URGENT_MS=6e4}});var live_progress_exports={};__export(live_progress_exports,{LiveProgress:()=>LiveProgress});var ASK_EVERY_MS,LiveProgress,init_live_progress=__esm({"src/cli/pr\
ogress/live-progress.ts"(){"use strict";init_job_mirror();init_live_jobs();init_foreground();init_paint();init_status_line();init_duration2();init_monotonic();init_status_of();
ASK_EVERY_MS=2e3,LiveProgress=class _LiveProgress{#context;#count;#mirror;#line;hooks={onCatchUp:(job,client)=>this.#caughtUp(job,client),onEvent:envelope=>this.#happened(
envelope)};#asked=new Map;#timer;#doing=null;#codexStarts=!1;static open(context,ability,count){let progress=new _LiveProgress(context,ability,count);return context.
io.showBelow(progress.#line),progress.#line.start(),progress}constructor(context,{color,glyphs},count){this.#context=context,this.#count=count,this.#mirror=new JobMirror(
{lookup:()=>null,stuckMs:context.config.settings?.stuckTimeoutMs??0});let status2=()=>this.#status(),{quiet}=paintWith(color);this.#line=new StatusLine({output:process.
stderr,status:status2,quiet,mayDraw:inForeground,glyphs}),this.#timer=setInterval(()=>this.#askForPlaces(),ASK_EVERY_MS).unref()}doing(what){this.#doing={what,sinceMs:monotonicMs()}}#caughtUp(job,client){
this.#doing=null,this.#mirror.take(job),client===void 0?this.#asked.delete(job.id):(this.#asked.set(job.id,client),this.#ask(job.id,client))}#happened(envelope){
envelope.event.type==="appServer.ready"&&(this.#codexStarts=!1),this.#mirror.observe(envelope)}async pausedDuring(work){this.#line.hold();try{return await work()}finally{
this.#line.release()}}close(){clearInterval(this.#timer),this.#line.stop(),this.#context.io.showBelow(null)}#status(){let jobs=this.#mirror.jobs({sessionId:null,
ended:0}),ofJobs=statusOf({jobs,count:this.#count,codexStarts:this.#codexStarts},Date.now());return ofJobs!==null||this.#doing===null?ofJobs:[`${this.#doing.what}\
 ${formatClock(monotonicMs()-this.#doing.sinceMs)}`,""]}#askForPlaces(){for(let{id,status:status2}of this.#mirror.active()){let client=status2==="queued"?this.#asked.
get(id):void 0;client!==void 0&&this.#ask(id,client)}}async#ask(jobId2,client){try{let{jobs}=await client.call("job/live",{},LIVE_ANSWER_MS),live=jobs.find(({job})=>job.
id===jobId2);if(live===void 0)return;this.#codexStarts=live.appServer.state==="starting",this.#mirror.takeLive(live)}catch{}}}}});var package_default,init_package=__esm({"package.json"(){package_default={version:"0.1.0"}}});var VERSION,init_version=__esm({"src/contract/version.ts"(){"use strict";init_package();VERSION=package_default.version}});function withFile(file,absent,use){let descriptor;try{descriptor=openRegularFile(file)}catch(error){if(isMissing(error))return absent;throw error}try{return use(
descriptor,(0,import_node_fs13.fstatSync)(descriptor).size)}finally{(0,import_node_fs13.closeSync)(descriptor)}}function readRange(descriptor,start2,end){let bytes=Buffer.
alloc(Math.max(0,end-start2)),done=0;for(;done<bytes.length;){let read2=(0,import_node_fs13.readSync)(descriptor,bytes,done,bytes.length-done,start2+done);if(read2===
0)break;done+=read2}return bytes.subarray(0,done)}var import_node_fs13,CHUNK_BYTES2,init_log_bytes=__esm({"src/status/log-bytes.ts"(){"use strict";import_node_fs13=
require("node:fs");init_regular_file();init_system_error();CHUNK_BYTES2=64*1024}});function removeIfPossible(file){try{return removeFile(file),!0}catch{return!1}}var init_remove_file=__esm({"src/status/remove-file.ts"(){"use strict";init_directory_entry()}});function temporaryFor(file){return counter+=1,`${file}.${process.pid}-${counter}.tmp`}function isTemporary(name){return name.endsWith(".tmp")}function writeFileAtomic(file,content,durable){
let temporary=temporaryFor(file),descriptor=(0,import_node_fs14.openSync)(temporary,"wx",384);try{try{(0,import_node_fs14.writeFileSync)(descriptor,content),durable&&
(0,import_node_fs14.fsyncSync)(descriptor)}finally{(0,import_node_fs14.closeSync)(descriptor)}renameFile(temporary,file)}catch(error){throw(0,import_node_fs14.rmSync)(
temporary,{force:!0}),error}durable&&syncDirectory(import_node_path12.default.dirname(file))}var import_node_fs14,import_node_path12,counter,init_atomic_file=__esm(
{"src/util/atomic-file.ts"(){"use strict";import_node_fs14=require("node:fs"),import_node_path12=__toESM(require("node:path"),1);init_directory_entry();counter=
Math.floor(Math.random()*2**40)}});function writeError(file,error){let code=errorCode(error),remedy=code===null?void 0:REMEDIES[code];return new Error(`Cannot write "${file}": ${messageOf(error)}${remedy===
void 0?"":` (${remedy})`}`,{cause:error})}var REMEDIES,init_write_error=__esm({"src/status/write-error.ts"(){"use strict";init_fault();init_system_error();REMEDIES=
{ENOSPC:"free some disk space",EDQUOT:"free some disk space",EACCES:"check the owner and mode of its directory",EPERM:"check the owner and mode of its directory",
EROFS:"choose a place that can be written with CODEX_COMPANION_STATE_DIR"}}});function*backoff(firstMs,maxMs){for(let delay=firstMs;;delay=Math.min(delay*2,maxMs))yield delay*(.75+Math.random()*.25)}var init_backoff=__esm({"src/util/backo\
ff.ts"(){"use strict"}});function tryAcquire(directory,request){ensurePrivateDirectory(directory);let[holding]=liveClaims(directory);if(holding!==void 0)return{ok:!1,heldBy:holding.holder};
let at=Date.now(),name=`claim.${at.toString(36).padStart(9,"0")}.${process.pid}.${newNonce()}`,content={...self(),...request,at:new Date(at).toISOString()};writeClaim(
within(directory,name),content);let rival=rivalOf(directory,name);return rival!==null?(withdraw(directory,name),{ok:!1,heldBy:rival.holder}):(removeDead(directory),
{ok:!0,lock:{isHeld:()=>(0,import_node_fs20.existsSync)(within(directory,name)),release:()=>withdraw(directory,name)}})}async function acquire(directory,request){
let{role,holder,timeoutMs}=request,worthwhile=request.while??(other=>other.role==="reader"),endAtMs=monotonicMs()+timeoutMs;for(let delay of backoff(2,50)){let attempt=tryAcquire(
directory,{role,holder});if(attempt.ok||!worthwhile(attempt.heldBy)||monotonicMs()>=endAtMs)return attempt;await(0,import_promises2.setTimeout)(delay)}throw new Error(
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
removeFile(within(directory,name))}var import_node_fs20,import_promises2,LockHolderSchema,TIE_BOUND_MS,TIE_PAUSE_MS,MAX_CLAIM_BYTES,CLAIM,CLAIM_TEMPORARY,init_lock=__esm(
{"src/status/lock.ts"(){"use strict";import_node_fs20=require("node:fs"),import_promises2=require("node:timers/promises");init_dist();init_ids();init_process_identity();
init_atomic_file();init_backoff();init_directory_entry();init_monotonic();init_names_in();init_pause_sync();init_private_directory();init_regular_file();init_system_error();
init_within();init_liveness();init_remove_file();init_write_error();LockHolderSchema=object({...ProcessIdentitySchema.entries,role:picklist(["broker","reader","\
writer"]),holder:string(),at:string()}),TIE_BOUND_MS=1e3,TIE_PAUSE_MS=1,MAX_CLAIM_BYTES=4096,CLAIM=/^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+$/u,CLAIM_TEMPORARY=/^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+\..*\.tmp$/u}});function npmProgram(environment,platform2=process.platform){if(platform2!=="win32")return{command:"npm",script:[]};for(let directory of searchDirectories(environment,
platform2)){let program=import_node_path19.default.join(directory,"npm.exe");if((0,import_node_fs22.existsSync)(program))return{command:program,script:[]};let script=import_node_path19.default.
join(directory,SCRIPT);if((0,import_node_fs22.existsSync)(import_node_path19.default.join(directory,"npm.cmd"))&&(0,import_node_fs22.existsSync)(script))return{
command:process.execPath,script:[script]}}return null}var import_node_fs22,import_node_path19,SCRIPT,init_npm_program=__esm({"src/util/npm-program.ts"(){"use st\
rict";import_node_fs22=require("node:fs"),import_node_path19=__toESM(require("node:path"),1);init_search_path();SCRIPT=import_node_path19.default.join("node_mod\
ules","npm","bin","npm-cli.js")}});function packageFault({found,code,message:message2,said}){if(!found||INCOMPLETE.has(code)||NO_MANIFEST.test(message2))return{id:"incomplete"};let[,platform2]=NO_BINARY.
exec(message2)??[];if(platform2!==void 0)return{id:"unsupported",platform:platform2};let refused2=said.flatMap(line2=>REFUSED.exec(line2)?.[1]??[]),[why=message2]=refused2.
filter(reason2=>!isLost(reason2));return refused2.length>0&&refused2.every(isLost)?{id:"incomplete"}:{id:"unloadable",why:oneLine(why,WHY_CHARS2)}}function isLost(reason2){
return NO_SUCH_FILE.test(reason2)||DAMAGED.test(reason2)}function faultSentence(name,fault){switch(fault.id){case"incomplete":return`the package "${name}" is no\
t installed, or only in part`;case"unsupported":return`the package "${name}" has no binary for this platform, ${fault.platform}`;case"unloadable":return`the bin\
ary of the package "${name}" cannot be loaded: ${fault.why}`}}var WHY_CHARS2,LoadFailureSchema,NO_MANIFEST,NO_BINARY,NO_SUCH_FILE,DAMAGED,REFUSED,INCOMPLETE,init_package_fault=__esm(
{"src/client/package-fault.ts"(){"use strict";init_dist();init_plain_text();WHY_CHARS2=200,LoadFailureSchema=object({found:boolean(),code:string(),message:string(),
said:array(string())}),NO_MANIFEST=/manifest file/iu,NO_BINARY=/^(?:Failed to load .*? Error: )?No compatible \S+ addon found for ([^.]*)\./u,NO_SUCH_FILE=/^Cannot find module/u,
DAMAGED=/file too short|cannot read file data|invalid ELF header|not a valid Win32 application|not a mach-o file|slice is not valid/iu,REFUSED=/Failed to load addon at .*?: (?:\w*Error: )?(.*)/u,
INCOMPLETE=new Set(["MODULE_NOT_FOUND","SyntaxError"])}});function run2(file,args,options){return(0,import_node_util2.promisify)(import_node_child_process3.execFile)(file,args,{...options,windowsHide:!0})}async function brokenPackages(program){
return(await Promise.all(RUNTIME_PACKAGES.map(name=>lookAt2(program,name)))).filter(broken2=>broken2!==null)}function isInstallable({fault}){return fault.id!=="\
unsupported"}async function lookAt2(program,name){try{return await run2(process.execPath,["-e",LOADER,program,name],{timeout:LOAD_MS,killSignal:"SIGKILL"}),null}catch(error){
let fault=packageFault(failureIn(error));return{name,fault,what:faultSentence(name,fault),remedy:remedyFor(program,name,fault)}}}function failureIn(error){let{stdout,
signal}=parse(EndedSchema,error),said=safeParse(pipe(string(),parseJson(),LoadFailureSchema),stdout);return said.success?said.output:{found:!0,code:"ended",message:signal===
"SIGKILL"?`it takes more than ${LOAD_MS/1e3} s`:`it ends the process (${signal??"no signal"})`,said:[]}}function remedyFor(program,name,fault){return fault.id===
"incomplete"?installRemedy(program):`run "npm rebuild ${name}" in "${folderOf(program,name)}" to build it here, which needs CMake and a C++ compiler`}function installRemedy(program){
let folder=packageFolder(program);return folder===null?"install codex-companion again":`run "npm ci --ignore-scripts" in "${folder}"`}function folderOf(program,name){
let file=(0,import_node_module2.createRequire)(program).resolve(name);return file.slice(0,file.lastIndexOf(import_node_path20.default.join(import_node_path20.default.
sep,"node_modules",import_node_path20.default.sep)))}async function repairRuntimePackages(program){let folder=packageFolder(program);if(folder===null)return{ok:!1,
why:`"${program}" was not installed with a lockfile (install it again)`};let npm=npmProgram(processEnvironment());if(npm===null)return{ok:!1,why:"there is no np\
m on PATH (install Node with npm)"};try{await run2(npm.command,[...npm.script,...INSTALL],{cwd:folder,timeout:INSTALL_MS})}catch(error){return{ok:!1,why:`"npm ${INSTALL.
join(" ")}" in "${folder}" failed: ${saidBy(error)}`}}let[broken2]=await brokenPackages(program);return broken2===void 0?{ok:!0}:{ok:!1,why:`${broken2.what}, al\
l the same`}}function packageFolder(program){let folder=import_node_path20.default.dirname(import_node_path20.default.dirname(program));return(0,import_node_fs23.existsSync)(
import_node_path20.default.join(folder,"package-lock.json"))&&dependsOnAll(folder)?folder:null}function dependsOnAll(folder){try{let{dependencies={}}=JSON.parse(
(0,import_node_fs23.readFileSync)(import_node_path20.default.join(folder,"package.json"),"utf8"));return RUNTIME_PACKAGES.every(name=>name in dependencies)}catch{
return!1}}function saidBy(error){if(!(error instanceof Error))return String(error);let stderr="stderr"in error?String(error.stderr).trim():"";return(stderr===""?
error.message:stderr).replaceAll(/\s*\n\s*/gu," ").slice(0,300)}var import_node_child_process3,import_node_fs23,import_node_module2,import_node_path20,import_node_util2,
RUNTIME_PACKAGES,LOAD_MS,INSTALL_MS,INSTALL,LOADER,EndedSchema,init_runtime_packages=__esm({"src/client/runtime-packages.ts"(){"use strict";import_node_child_process3=
require("node:child_process"),import_node_fs23=require("node:fs"),import_node_module2=require("node:module"),import_node_path20=__toESM(require("node:path"),1),
import_node_util2=require("node:util");init_dist();init_environment();init_npm_program();init_client_error();init_package_fault();RUNTIME_PACKAGES=["zeromq"],LOAD_MS=
1e4,INSTALL_MS=3e5,INSTALL=["ci","--ignore-scripts","--no-audit","--no-fund","--loglevel=error"],LOADER=`
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
`;EndedSchema=object({stdout:optional(string(),""),signal:optional(nullable(string()),null)})}});var ROWS,init_rows=__esm({"src/config/rows.ts"(){"use strict";init_settings_table();ROWS=Object.entries(SETTINGS).map(([name,row])=>({name,...row}))}});function getLineColFromPtr(string2,ptr){let lines=string2.slice(0,ptr).split(/\r?\n/);return[lines.length,lines.pop().length+1]}function makeCodeBlock(string2,line2,column){
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
++ctx.p)!==101)&&TomlError.x("invalid value",ctx,errPtr),ctx.p++,!1):c===43||c===45?parseNumber2(ctx,ctx.p,ctx.s.charCodeAt(++ctx.p),44-c,end):ctx.s.charCodeAt(
ctx.p+4)===45&&ctx.s.charCodeAt(ctx.p+7)===45?parseDate(ctx,c,end):ctx.s.charCodeAt(ctx.p+2)===58?parseTime(ctx,c,end):parseNumber2(ctx,ctx.p,c,0,end)}function parseNumber2(ctx,startPtr,startChr,sign,endChr){
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
c)||!isDigit(ctx.s.charCodeAt(ctx.p++))||!isDigit(ctx.s.charCodeAt(ctx.p++))||!isDigit(ctx.s.charCodeAt(ctx.p++)))return parseNumber2(ctx,ctx.p=startPtr,c,0,endChr);
if(ctx.p+=5,isDigit(ctx.s.charCodeAt(ctx.p++))||TomlError.x("invalid date-time: date part is malformed",ctx,startPtr),ctx.p>=ctx.s.length||((c=ctx.s.charCodeAt(
ctx.p))!==32||(unsafeSeparator=!0,!isDigit(ctx.s.charCodeAt(ctx.p+1))))&&c!==84&&c!==116){let t2=ctx.s.slice(startPtr,ctx.p);return readDate(ctx,t2,3,!1,startPtr)}
if(ctx.s.charCodeAt(ctx.p+=3)!==58&&TomlError.x("invalid date-time: time part is malformed",ctx,startPtr),ctx.s.charCodeAt(ctx.p+=3)===58&&(ctx.p+=3),ctx.s.charCodeAt(
ctx.p)===46)for(;isDigit(ctx.s.charCodeAt(++ctx.p)););if(c=ctx.s.charCodeAt(ctx.p)){if(c===90||c===122){let t2=ctx.s.slice(startPtr,++ctx.p);return readDate(ctx,
t2,1,unsafeSeparator,startPtr,"[+00:00]")}if(c===43||c===45){let t2=ctx.s.slice(startPtr,ctx.p+=6);return readDate(ctx,t2,1,unsafeSeparator,startPtr,!ctx.ld&&"["+
ctx.s.slice(ctx.p-6,ctx.p)+"]")}}let t=ctx.s.slice(startPtr,ctx.p);return readDate(ctx,t,2,unsafeSeparator,startPtr)}function parseTime(ctx,c,endChr){let start2=ctx.
p;if(!isDigit(c)||!isDigit(ctx.s.charCodeAt(++ctx.p)))return parseNumber2(ctx,--ctx.p,c,0,endChr);if(ctx.s.charCodeAt(ctx.p+=4)===58&&(ctx.p+=3),ctx.s.charCodeAt(
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
}});var HAS_WELLFORMED,init_stringify=__esm({"node_modules/smol-toml/dist/stringify.js"(){HAS_WELLFORMED=!!"".isWellFormed}});var init_dist2=__esm({"node_modules/smol-toml/dist/index.js"(){init_parse();init_stringify();init_date();init_error();}});function leven(first4,second,options){if(first4===second)return 0;let maxDistance=options?.maxDistance,swap=first4;first4.length>second.length&&(first4=second,second=
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
{"src/config/nearest.ts"(){"use strict";init_leven();MAX_DISTANCE=3}});function readUserFile(file,named2){let none={kind:"user",path:file,exists:!1};return file===import_node_os8.default.devNull?{...none,values:new Map,problems:[]}:
named2&&!isThere2(file)?broken(none,`Cannot read "${file}": it does not exist`):read({...none,exists:isThere2(file)},import_node_fs26.realpathSync)}function readProjectFile(file){
let root=import_node_path22.default.dirname(file);return read({kind:"project",path:file,exists:isThere2(file)},link=>{let real=(0,import_node_fs26.realpathSync)(
link);if(real.startsWith(root.endsWith(import_node_path22.default.sep)?root:root+import_node_path22.default.sep))return real;throw new FileRefused(link,"it is a\
 link to something outside of the project")})}function read(found,real){if(!found.exists)return{...found,values:new Map,problems:[]};try{return judged(found,parse2(
readRegularFile(real(found.path),MAX_SETTINGS_FILE_BYTES)))}catch(error){return broken(found,`Cannot read "${found.path}": ${whyUnreadable(error)}`)}}function isThere2(file){
try{return(0,import_node_fs26.lstatSync)(file,{throwIfNoEntry:!1})!==void 0}catch{return!0}}function whyUnreadable(error){if(error instanceof FileRefused)return error.
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
stringify(written),QUOTED_CHARS)}var import_node_fs26,import_node_os8,import_node_path22,MAX_SETTINGS_FILE_BYTES,QUOTED_CHARS,init_settings_file=__esm({"src/con\
fig/settings-file.ts"(){"use strict";import_node_fs26=require("node:fs"),import_node_os8=__toESM(require("node:os"),1),import_node_path22=__toESM(require("node:path"),1);
init_dist2();init_fault();init_plain_text();init_regular_file();init_nearest();init_reading();init_rows();MAX_SETTINGS_FILE_BYTES=65536,QUOTED_CHARS=100}});function resolveSettings(environment,files=[]){return ROWS.map(row=>resolve(row,environment,files))}function resolve(row,environment,files){let{variable}=row,text2=environment[variable];
if(text2)return{row,value:fromText(row,text2),origin:{kind:"environment",variable},doubt:null};let doubt=null;for(let file of files)if(doubt??=doubtOf(row,file),
file.values.has(row.name))return{row,value:file.values.get(row.name),origin:{kind:file.kind,path:file.path},doubt};return{row,value:row.fallback(environment),origin:{
kind:"default"},doubt}}function fromText({kind,variable},text2){let reading=kind.fromText(text2);if(reading.ok)return reading.value;throw new ConfigError(unusable(
variable,text2,reading.why))}function unusable(variable,text2,why){return`Cannot read ${variable}: "${text2}" ${why}`}function unusableVariables(environment){let refused2=ROWS.
flatMap(({kind,variable})=>{let text2=environment[variable],reading=text2?kind.fromText(text2):null;return text2===void 0||reading===null||reading.ok?[]:[[variable,
unusable(variable,text2,reading.why)]]});return new Map(refused2)}function doubtOf(row,{kind,problems}){return whyForbidden(row,kind)!==null?null:problems.find(
({key})=>key===null||key===row.key)?.message??null}function settingsOf(resolved){return Object.fromEntries(resolved.map(({row,value})=>[row.name,value]))}function originText({
row,origin}){switch(origin.kind){case"flag":return origin.flag;case"environment":return origin.variable;case"project":case"user":return`${row.key} in "${origin.
path}"`;case"default":return"its default"}}var init_settings=__esm({"src/config/settings.ts"(){"use strict";init_config_error();init_rows();init_settings_file()}});function workspaceRootOf(cwd){let start2=realDirectory(cwd);for(let at=start2;;at=import_node_path23.default.dirname(at)){if(isRepository(at))return at;if(import_node_path23.default.
dirname(at)===at)return start2}}function realDirectory(cwd){let why="it is not a directory";try{if((0,import_node_fs27.statSync)(cwd).isDirectory())return(0,import_node_fs27.realpathSync)(
cwd)}catch(error){why=(0,import_node_fs27.existsSync)(cwd)?messageOf(error):"it does not exist"}throw new ConfigError(`Cannot use "${cwd}" as working directory:\
 ${why} (choose another one with --cwd)`)}function isRepository(directory){let git=import_node_path23.default.join(directory,".git");return(0,import_node_fs27.existsSync)(
import_node_path23.default.join(git,"HEAD"))||isFile(git)}function isFile(file){try{return(0,import_node_fs27.statSync)(file).isFile()}catch{return!1}}var import_node_fs27,
import_node_path23,init_workspace_root=__esm({"src/config/workspace-root.ts"(){"use strict";import_node_fs27=require("node:fs"),import_node_path23=__toESM(require("node:path"),1);
init_fault();init_config_error()}});function surveyConfig(workspaceRoot,environment=process.env){let unusable2=unusableVariables(environment),usable=Object.fromEntries(Object.entries(environment).
filter(([name])=>!unusable2.has(name)));return{config:{...uncheckedConfig(workspaceRoot,usable),environment},unusable:[...unusable2.values()]}}function uncheckedConfig(workspaceRoot,environment){
let files=settingsFiles(workspaceRoot,environment),resolved=resolveSettings(environment,files),settings=settingsOf(resolved);return{settings,resolved,files,stateRoot:settings.
stateDir,runtimeRoot:settings.runtimeDir,codexHome:realOrNamed(settings.codexHome),environment}}function settingsFiles(workspaceRoot,environment){let{variable,fallback:fallback2}=SETTINGS.
configFile,named2=environment[variable],user=readUserFile(named2?import_node_path24.default.resolve(named2):fallback2(environment),!!named2);return workspaceRoot===
null?[user]:[readProjectFile(import_node_path24.default.join(workspaceRoot,PROJECT_FILE)),user]}function problemsOf({files}){return files.flatMap(({problems})=>problems.
map(({message:message2})=>message2))}function brokerPlaceFor(config,workspaceRoot){let codex=configuredCodex(config),key=brokerKey(workspaceRoot,config.codexHome,
codex.fingerprint,VERSION);return{key,codex,paths:brokerPaths(workspaceDirectory(config.stateRoot,workspaceRoot),key),sockets:socketPaths(config.runtimeRoot,config.
stateRoot,key)}}function configuredCodex({settings,resolved,environment}){let chosen=resolved.find(({row})=>row.key===SETTINGS.codex.key);if(chosen?.doubt)throw new CodexNotFound(
`Cannot tell which Codex to run: ${chosen.doubt}`,chosen.doubt);let named2=settings.codex===null||chosen===void 0?null:{path:settings.codex,by:originText(chosen)};
return findCodex(named2,searchDirectories(environment))}var import_node_path24,init_config=__esm({"src/config/config.ts"(){"use strict";import_node_path24=__toESM(require("node:path"),1);
init_version();init_private_directory();init_search_path();init_codex_binary();init_config_error();init_paths();init_settings();init_settings_file();init_settings_table();
init_workspace_root()}});var init_broker_exit=__esm({"src/contract/broker-exit.ts"(){"use strict"}});var LOOK_BYTES,init_log_stamp=__esm({"src/status/log-stamp.ts"(){"use strict";init_log_bytes();LOOK_BYTES=64*1024}});function logLines(event,at){let log="";for(let{text:text2,body}of linesOf(event))log+=`[${at}] ${oneLine(text2,LINE_CHARS)}
`,body!==void 0&&(log+=`${plainText(body).trimEnd()}
`);return log}function linesOf(event){switch(event.type){case"job.queued":return[line("Queued",event.summary)];case"job.started":return[{text:`Starting ${event.
title}.`}];case"job.threadReady":return[{text:`Thread ready (${event.threadId}).`}];case"job.turnStarted":return[{text:`Turn started (${event.turnId}).`}];case"\
job.progressed":return event.facts.map(lineOfFact).filter(one=>one!==null);case"job.asked":return[line(`Codex asks to be allowed ${event.question.what}`,event.question.
subject)];case"job.answered":return[{text:`Answered by ${event.by}: ${event.decision}.`}];case"job.stopping":return[{text:event.cause==="cancel"?"Cancelling.":`\
Stopping (${event.cause}).`}];case"job.adopted":return[{text:`Taken over by another broker (${event.owner.brokerId}).`}];case"job.retrying":return[line(`Attempt\
 ${event.attempt-1} of ${event.of} failed (${event.reason}), trying again`,event.message)];case"job.completed":return[block("Final output",event.finalMessage)];case"\
job.failed":return[line(`Failed (${event.reason})`,event.message)];case"job.cancelled":return[{text:`Cancelled by ${event.by}.`}];default:return unreachable(event)}}
function lineOfFact(fact){switch(fact.kind){case"itemStarted":return startOf3(fact);case"itemEnded":return fact.status==="completed"?null:line(`Item ${fact.status}`,
fact.label);case"messageCompleted":return block("Assistant message",fact.text);case"reviewCompleted":return block("Review output",fact.text);case"reasoningCompl\
eted":return block("Reasoning summary",fact.sections.join(`

`));case"commandCompleted":return line(`Command ${fact.status}`,`${fact.command}${fact.exitCode===null?"":` (exit ${fact.exitCode})`}`);case"filesChanged":return line(
`File changes ${fact.status}`,severalOf(fact.paths));case"subAgentStarted":return line("Sub-agent started",`${fact.label} (${fact.threadId})`);case"retrying":return line(
"Retrying",fact.message);case"errorReported":return line("Error",fact.message);case"noticed":return line("Notice",fact.message);case"clockJumped":return line("N\
otice",clockSentence(fact.byMs));case"turnRenamed":case"streamed":case"messageStreamed":case"usageUpdated":return null;default:return unreachable(fact)}}function startOf3({
phase,label:label2,said}){return phase==="reviewing"?label2==="review output"?null:line("Reviewer started",label2):said===!0||phase==="editing"?null:{text:`Runn\
ing ${label2}`}}function clockSentence(byMs){let by=`${Math.round(Math.abs(byMs)/1e3)} s`;return byMs>0?`The wall clock went ahead by ${by}: the machine slept, \
or its clock was set; deadlines count the time it was awake`:`The wall clock went back by ${by}: it was set; deadlines do not feel it`}function line(head,detail){
return{text:`${head}: ${detail}`}}function block(text2,body){return{text:text2,body}}function severalOf(paths){let more=paths.length-FILES_SHOWN;return`${paths.
slice(0,FILES_SHOWN).join(", ")}${more>0?` and ${more} more`:""}`}var LINE_CHARS,FILES_SHOWN,init_log_lines=__esm({"src/status/log-lines.ts"(){"use strict";init_event();
init_plain_text();init_unreachable();LINE_CHARS=2e3,FILES_SHOWN=10}});var PREVIEW_BYTES,init_log=__esm({"src/status/log.ts"(){"use strict";init_log_bytes();init_log_stamp();init_log_lines();PREVIEW_BYTES=256*1024}});var Labels,HistogramSampleSchema,SampleSchema,meaning,unit,FamilySchema,MetricsSchema,init_metrics=__esm({"src/contract/metrics.ts"(){"use strict";init_dist();init_finite_number();
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
void 0?"":` (${oneLine(spoken.brokerVersion,VERSION_CHARS)})`}: it speaks protocol ${spoken.protocolVersion}, ${ours} speaks ${CONTROL_VERSION}`}function remedyFor2(spoken){
let replace='run "codex-companion broker restart --force" to replace it, which ends its jobs';return spoken!==null&&spoken.protocolVersion>CONTROL_VERSION?`upda\
te codex-companion, or ${replace}`:replace}var VERSION_CHARS,SpokenSchema,BrokerOfOtherVersion,REFUSALS,init_other_version=__esm({"src/client/other-version.ts"(){
"use strict";init_dist();init_control();init_version();init_message();init_plain_text();init_client_error();VERSION_CHARS=40,SpokenSchema=object({protocolVersion:pipe(
number(),integer()),brokerVersion:optional(string())}),BrokerOfOtherVersion=class extends ClientError{name="BrokerOfOtherVersion";constructor(endpoint,spoken,cause){
let message2=`The broker at "${endpoint}" ${differenceOf(spoken)} (${remedyFor2(spoken)})`;super("broker_incompatible",message2,{cause})}};REFUSALS=new Set([CONTROL_ERRORS.
versionMismatch,CONTROL_ERRORS.helloRequired,RPC_ERRORS.invalidParams,RPC_ERRORS.invalidRequest,RPC_ERRORS.methodNotFound])}});async function opened(endpoint,signal){let socket=(0,import_node_net.connect)(endpoint);signal!==void 0&&(0,import_node_stream.addAbortSignal)(signal,socket);let connected=new Promise(
(resolve2,reject)=>{socket.once("connect",resolve2),socket.once("error",reject)});try{return await within2(connected,HELLO_MS,`"${endpoint}"`),socket}catch(error){
throw socket.destroy(),error instanceof DeadlineExceeded?new BrokerUnresponsive(endpoint,error):new BrokerAbsent(`No broker at "${endpoint}": ${messageOf(error)}`,
{cause:error})}}var import_node_net,import_node_stream,HELLO_MS,BUSY_HELLO_MS,MAX_ANSWER_BYTES,BrokerAbsent,BrokerUnresponsive,ControlClient,init_control_client=__esm(
{"src/client/control-client.ts"(){"use strict";import_node_net=require("node:net"),import_node_stream=require("node:stream");init_dist();init_control();init_fault();
init_version();init_peer();init_deadline();init_client_error();init_other_version();HELLO_MS=2e3,BUSY_HELLO_MS=1e4,MAX_ANSWER_BYTES=64*1024*1024,BrokerAbsent=class extends Error{name="\
BrokerAbsent"},BrokerUnresponsive=class extends ClientError{name="BrokerUnresponsive";constructor(endpoint,cause){let message2=`The broker at "${endpoint}" does\
 not respond (run "codex-companion broker restart --force" to replace it)`;super("broker_unreachable",message2,{cause})}},ControlClient=class _ControlClient{endpoint;hello;closed;#peer;constructor(endpoint,peer,hello){
this.endpoint=endpoint,this.#peer=peer,this.hello=hello,this.closed=peer.closed}static async connect(endpoint,options={}){let socket=await opened(endpoint,options.
signal),peer=new Peer({readable:socket,writable:socket},{name:"the broker",jsonrpc:!0,maxLineBytes:MAX_ANSWER_BYTES,onNotification:(method,params)=>{let notice=method===
SHUTTING_DOWN?safeParse(ShuttingDownSchema,params):null;notice?.success&&options.onShuttingDown?.(notice.output)}}),client={name:"codex-companion",version:VERSION,
pid:process.pid},{watching=!1,submitting=!1}=options;try{let params={protocolVersion:CONTROL_VERSION,client,watching,submitting},hello=peer.request("hello",params,
{timeoutMs:BUSY_HELLO_MS});if(!await settledWithin(hello,HELLO_MS)&&options.mayBeBusy?.()!==!0)throw new DeadlineExceeded(`"${endpoint}"`,HELLO_MS);return new _ControlClient(
endpoint,peer,helloOf(endpoint,await hello))}catch(error){throw peer.destroy(),error instanceof DeadlineExceeded?new BrokerUnresponsive(endpoint,error):error instanceof
ConnectionClosed?new BrokerAbsent(error.message):refusedHello(endpoint,error)??error}}async call(method,params,timeoutMs){let answer=await this.#peer.request(method,
params,timeoutMs===void 0?{}:{timeoutMs});return answerOf(this.endpoint,method,answer)}close(){this.#peer.close()}}}});async function findBroker(paths,options={}){let label2=readBrokerLabel(paths.label);if(label2===null)return null;let{impatient=!1,...connecting}=options;try{let mayBeBusy=()=>!impatient&&
!isStopped(label2.process),client=await ControlClient.connect(label2.endpoint,{...connecting,mayBeBusy});return label2.proof===client.hello.proof?client:(client.
close(),null)}catch(error){if(error instanceof BrokerAbsent||error instanceof BrokerOfOtherVersion&&!isAlive(label2.process))return null;throw error}}var MAX_BROKER_LOG_BYTES,
init_daemon=__esm({"src/client/daemon.ts"(){"use strict";init_config();init_broker_exit();init_broker_label();init_liveness();init_lock();init_log();init_directory_entry();
init_monotonic();init_private_directory();init_client_error();init_control_client();init_other_version();init_runtime_packages();MAX_BROKER_LOG_BYTES=1024*1024}});var run_exports={};__export(run_exports,{runDoctor:()=>runDoctor});module.exports=__toCommonJS(run_exports);init_environment();var import_node_os3=__toESM(require("node:os"),1),import_node_path6=__toESM(require("node:path"),1);init_search_path();init_settings_table();var BASES=["XDG_STA\
TE_HOME","XDG_RUNTIME_DIR","XDG_CONFIG_HOME"];function namedDirectories(environment=process.env){let{stateDir,codexHome,runtimeDir,configFile,codex}=SETTINGS,chosen=({
variable})=>environment[variable];return[["the home directory",import_node_os3.default.homedir()],["the directory for temporary files",import_node_os3.default.tmpdir()],
...BASES.map(name=>[name,environment[name]]),["the state directory",chosen(stateDir)||stateDir.fallback(environment)],["Codex's own directory",chosen(codexHome)||
codexHome.fallback(environment)],["the runtime directory",chosen(runtimeDir)],["the settings file",import_node_path6.default.dirname(chosen(configFile)||configFile.
fallback(environment))],["the chosen Codex",directoryOf(chosen(codex))],...searchDirectories(environment).map(directory=>["PATH",directory])].flatMap(([what,directory])=>directory?
[{what,path:import_node_path6.default.resolve(directory)}]:[])}function directoryOf(file){return file&&import_node_path6.default.dirname(import_node_path6.default.
resolve(file))}function configuredDirectories({codex}){return codex===null?[]:[{what:`the setting "${SETTINGS.codex.key}"`,path:import_node_path6.default.dirname(
codex)}]}init_fault();function abilityOf(stream,environment,platform2=process.platform){let redraw=stream.isTTY===!0&&obeys(environment.TERM,platform2)&&!isSet(environment.CI);return{
redraw,color:redraw&&!environment.NO_COLOR,glyphs:redraw&&environment.TERM!=="linux"}}function obeys(terminal,platform2){return terminal?terminal!=="dumb":platform2===
"win32"}function isSet(flag){return flag!==void 0&&flag!==""&&flag!=="false"&&flag!=="0"}init_client_error();var EXIT={done:0,jobFailed:1,usage:2,noSuchJob:3,brokerUnreachable:4,codexUnusable:5,usageLimit:6,deadline:124,interrupted:130,terminated:143},
EXIT_MEANINGS={[EXIT.done]:"done",[EXIT.jobFailed]:"the job failed",[EXIT.usage]:"usage",[EXIT.noSuchJob]:"no such job",[EXIT.brokerUnreachable]:"broker cannot \
be reached",[EXIT.codexUnusable]:"Codex missing, unusable or not logged in",[EXIT.usageLimit]:"usage limit",[EXIT.deadline]:"a deadline ended the job, or the wa\
it",[EXIT.interrupted]:"interrupted or cancelled",[EXIT.terminated]:"terminated"},BY_REASON={app_server_start_failed:EXIT.codexUnusable,unauthorized:EXIT.codexUnusable,
usage_limit:EXIT.usageLimit,queue_timeout:EXIT.deadline,start_timeout:EXIT.deadline,idle_timeout:EXIT.deadline,deadline_exceeded:EXIT.deadline};var CliError=class extends Error{name="CliError";exitCode;constructor(exitCode,message2,options){super(message2,options),this.exitCode=exitCode}},BY_CODE={invalid_request:EXIT.
usage,misconfigured:EXIT.usage,key_taken:EXIT.usage,queue_full:EXIT.jobFailed,job_not_found:EXIT.noSuchJob,not_resumable:EXIT.jobFailed,not_reviewable:EXIT.jobFailed,
broker_unreachable:EXIT.brokerUnreachable,broker_incompatible:EXIT.brokerUnreachable,packages_missing:EXIT.brokerUnreachable,codex_unusable:EXIT.codexUnusable,codex_refused:EXIT.
jobFailed,codex_silent:EXIT.deadline,timed_out:EXIT.deadline,interrupted:EXIT.interrupted};function exitCodeForError(error){if(error instanceof CliError)return error.
exitCode;let expected=clientErrorOf(error);return expected===null?null:BY_CODE[expected.code]}var import_node_events=require("node:events"),import_node_fs9=require("node:fs"),import_promises=require("node:timers/promises");init_fault();init_plain_text();
init_system_error();var STDOUT=1,NOTHING=Buffer.alloc(0),io;function processIo(){return io??=watchedStreams(),io}function watchedStreams(){let unread=lazily(()=>new AbortController),
onUnwritten=error=>{let code=errorCode(error);if(code==="EPIPE"||code==="EIO"&&process.stdout.isTTY)return unread().abort(error);process.stderr.write(`codex-com\
panion: Cannot write the output: ${error.message}
`),process.exit(EXIT.jobFailed)},opened2=[],open=(stream,onError)=>(opened2.push(stream),stream.on("error",onError)),stdout=lazily(()=>open(process.stdout,onUnwritten)),
stderr=lazily(()=>open(process.stderr,()=>{})),below=null,write2=(stream,text2)=>{let drawn=stream.isTTY?below:null;drawn?.clear(),stream.write(text2),drawn?.draw()},
out=text2=>write2(stdout(),text2),err=text2=>write2(stderr(),text2),printable=text2=>stdout().isTTY?plainText(text2):text2;return{out,err,json:value=>{let rest=writtenAtOnce(
STDOUT,`${escaped(JSON.stringify(value,null,2))}
`,onUnwritten);rest.length>0&&stdout().write(rest)},foreign:text2=>out(printable(text2)),printable,note:line2=>err(`${plainText(line2)}
`),get unreadNotes(){return stderr().writableLength},showBelow:drawn=>{stderr(),below=drawn},drained:(signal=unread().signal)=>roomIn(stdout(),signal),get unread(){
return unread().signal},written:async()=>{await Promise.all(opened2.map(emptied))}}}function writtenAtOnce(descriptor,text2,onUnwritten){let bytes=Buffer.from(text2);
if((0,import_node_fs9.fstatSync)(descriptor).isCharacterDevice())return bytes;for(let done=0;done<bytes.length;)try{done+=(0,import_node_fs9.writeSync)(descriptor,
bytes,done)}catch(error){return errorCode(error)==="EAGAIN"?bytes.subarray(done):(onUnwritten(error instanceof Error?error:new Error(messageOf(error))),NOTHING)}
return NOTHING}function lazily(make){let made2;return()=>(made2??={value:make()},made2.value)}async function roomIn(stream,signal){!stream.writableNeedDrain||signal.
aborted||await(0,import_node_events.once)(stream,"drain",{signal}).catch(()=>{})}async function emptied(stream){await new Promise(resolve2=>stream.write("",()=>resolve2())),
stream.errored!==null&&await(0,import_promises.setImmediate)()}function escaped(json){return json.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,control=>`\
\\u${control.charCodeAt(0).toString(16).padStart(4,"0")}`)}var NO_PROGRESS={doing:()=>{},hooks:{},pausedDuring:work=>work(),close:()=>{}};async function openProgress(context,options={}){let ability=abilityOf(process.stderr,
context.config.environment);if(options.quiet||!ability.redraw||!ability.color)return NO_PROGRESS;let{LiveProgress:LiveProgress2}=await Promise.resolve().then(()=>(init_live_progress(),live_progress_exports));
return LiveProgress2.open(context,ability,options.jobs??null)}async function withProgress(context,what,work,options={}){let progress=await openProgress(context,
options);progress.doing(what);try{return await work(progress)}finally{progress.close()}}init_fault();var EXITS=[["SIGINT",EXIT.interrupted],["SIGTERM",EXIT.terminated],["SIGHUP",EXIT.terminated]];function onEndSignal(listener){let handlers=EXITS.map(([signal,exitCode])=>[
signal,()=>listener(exitCode)]);for(let[signal,handler]of handlers)process.on(signal,handler);return()=>{for(let[signal,handler]of handlers)process.off(signal,handler)}}async function untilSignalled(work){let told=new AbortController,exitCode=null,stop=onEndSignal(ofSignal=>{exitCode??=ofSignal,told.abort()});try{return await work(
told.signal)}catch(error){throw exitCode===null||exitCodeForError(error)!==EXIT.interrupted?error:new CliError(exitCode,messageOf(error),{cause:error})}finally{
stop()}}var import_node_path18=__toESM(require("node:path"),1);var import_node_fs12=require("node:fs"),import_node_util=require("node:util"),import_node_zlib=require("node:zlib");var TYPEFLAG={file:"0",link:"1",symlink:"2","character-device":"3","block-device":"4",directory:"5",fifo:"6","pax-header":"x","pax-global-header":"g","gnu-long-\
name":"L","gnu-long-link-name":"K"};var ZERO_BLOCK=new Uint8Array(512),EMPTY=new Uint8Array(0),encoder=new TextEncoder,decoder=new TextDecoder;function writeString(view,offset,size,value){if(value)
for(let i=0;i<value.length&&i<size;i++){let charCode=value.charCodeAt(i);if(charCode>127){encoder.encodeInto(value,view.subarray(offset,offset+size));return}view[offset+
i]=charCode}}function writeOctal(view,offset,size,value){if(value===void 0)return;let remaining=value;for(let i=offset+size-2;i>=offset;i--)view[i]=48+remaining%
8,remaining=Math.floor(remaining/8);remaining===0&&value%1===0||encoder.encodeInto(value.toString(8).padStart(size-1,"0"),view.subarray(offset,offset+size-1))}var isBodyless=header=>header.type==="directory"||header.type==="symlink"||header.type==="link"||header.type==="character-device"||header.type==="block-device"||
header.type==="fifo";async function normalizeBody(body){if(body==null)return EMPTY;if(body instanceof Uint8Array)return body;if(typeof body=="string")return encoder.
encode(body);if(body instanceof ArrayBuffer)return new Uint8Array(body);if(body instanceof Blob)return new Uint8Array(await body.arrayBuffer());throw new TypeError(
"Unsupported content type for entry body.")}var CHECKSUM_SPACE=32,ASCII_ZERO=48;function writeChecksum(block2){block2.fill(CHECKSUM_SPACE,148,156);let checksum=0;for(let i=block2.length;i>0;)checksum+=block2[--i];for(let i=153;i>=148;i--)block2[i]=
(checksum&7)+ASCII_ZERO,checksum>>=3;block2[154]=0,block2[155]=CHECKSUM_SPACE}var USTAR_SPLIT_MAX_SIZE=256,NON_ASCII=/[^\x00-\x7f]/;function isUtf8TooLong(value,limit){
return value.length*3<=limit?!1:value.length>limit?!0:NON_ASCII.test(value)?encoder.encode(value).length>limit:!1}function generatePax(header){let paxRecords={};
isUtf8TooLong(header.name,100)&&findUstarSplit(header.name)===null&&(paxRecords.path=header.name),header.linkname&&isUtf8TooLong(header.linkname,100)&&(paxRecords.
linkpath=header.linkname),header.uname&&isUtf8TooLong(header.uname,32)&&(paxRecords.uname=header.uname),header.gname&&isUtf8TooLong(header.gname,32)&&(paxRecords.
gname=header.gname),header.uid!=null&&header.uid>2097151&&(paxRecords.uid=String(header.uid)),header.gid!=null&&header.gid>2097151&&(paxRecords.gid=String(header.
gid)),header.pax&&Object.assign(paxRecords,header.pax),(header.size>8589934591||"size"in paxRecords)&&(paxRecords.size=String(header.size));let paxEntries=Object.
entries(paxRecords);if(paxEntries.length===0)return null;let paxBody=encoder.encode(paxEntries.map(([key,value])=>{let record2=`${key}=${value}
`,partLength=encoder.encode(record2).length+1,totalLength=partLength+String(partLength).length;return totalLength=partLength+String(totalLength).length,`${totalLength}\
 ${record2}`}).join(""));return{paxHeader:createTarHeader({name:decoder.decode(encoder.encode(`PaxHeader/${header.name}`).slice(0,100)),size:paxBody.length,type:"\
pax-header",mode:420,mtime:header.mtime,uname:header.uname,gname:header.gname,uid:header.uid,gid:header.gid}),paxBody}}function findUstarSplit(path35){if(!isUtf8TooLong(
path35,100)||isUtf8TooLong(path35,USTAR_SPLIT_MAX_SIZE))return null;for(let i=path35.length-1;i>0;i--){if(path35[i]!=="/")continue;let prefix=path35.slice(0,i),
name=path35.slice(i+1);if(!isUtf8TooLong(prefix,155)&&!isUtf8TooLong(name,100))return{prefix,name}}return null}function createTarHeader(header){let view=new Uint8Array(
512),size=isBodyless(header)?0:header.size??0,name=header.name,prefix="";if(!header.pax?.path){let split=findUstarSplit(name);split&&(name=split.name,prefix=split.
prefix)}return writeString(view,0,100,name),writeOctal(view,100,8,header.mode??(header.type==="directory"?493:420)),writeOctal(view,108,8,header.uid??0),writeOctal(
view,116,8,header.gid??0),writeOctal(view,124,12,size),writeOctal(view,136,12,Math.floor((header.mtime?.getTime()??Date.now())/1e3)),writeString(view,156,1,TYPEFLAG[header.
type??"file"]),writeString(view,157,100,header.linkname),writeString(view,257,6,"ustar\0"),writeString(view,263,2,"00"),writeString(view,265,32,header.uname),writeString(
view,297,32,header.gname),writeString(view,345,155,prefix),writeChecksum(view),view}function getHeaderBlocks(header){let base=createTarHeader(header),pax=generatePax(header);if(!pax)return[base];let paxPadding=-pax.paxBody.length&511,paddingBlocks=paxPadding>
0?[ZERO_BLOCK.subarray(0,paxPadding)]:[];return[pax.paxHeader,pax.paxBody,...paddingBlocks,base]}var EOF_BUFFER=new Uint8Array(1024);function createTarPacker(onData){let currentHeader=null,bytesWritten=0,finalized=!1,fail=message2=>{throw new Error(message2)};
return{add(header){finalized&&fail("No new tar entries after finalize."),currentHeader!==null&&fail("Previous entry must be completed before adding a new one");
let size=isBodyless(header)?0:header.size;(!Number.isSafeInteger(size)||size<0)&&fail("Invalid tar entry size.");let headerBlocks=getHeaderBlocks({...header,size});
for(let block2 of headerBlocks)onData(block2);currentHeader={...header,size},bytesWritten=0},write(chunk){currentHeader||fail("No active tar entry."),finalized&&
fail("Cannot write data after finalize.");let newTotal=bytesWritten+chunk.length;newTotal>currentHeader.size&&fail(`"${currentHeader.name}" exceeds given size o\
f ${currentHeader.size} bytes.`),bytesWritten=newTotal,onData(chunk)},endEntry(){currentHeader||fail("No active entry to end."),finalized&&fail("Cannot end entr\
y after finalize."),bytesWritten!==currentHeader.size&&fail(`Size mismatch for "${currentHeader.name}".`);let paddingSize=-currentHeader.size&511;paddingSize>0&&
onData(new Uint8Array(paddingSize)),currentHeader=null,bytesWritten=0},finalize(){finalized&&fail("Archive has already been finalized"),currentHeader!==null&&fail(
"Cannot finalize while an entry is still active"),onData(EOF_BUFFER),finalized=!0}}}function createTarPacker2(){let streamController,packer,bodyController=null,resume=null,drain=null,stopped=!1,stopReason,unblock=()=>{resume?.(),resume=null,drain=
null},stop=reason2=>{stopped||(stopped=!0,stopReason=reason2,bodyController?.error(reason2),bodyController=null,streamController.error(reason2),unblock())},abortBody=(reason2=AbortSignal.
abort().reason)=>{bodyController=null,stop(reason2)},checkStopped=()=>{if(stopped)throw stopReason},emit=operation=>{checkStopped();try{operation()}catch(error){
throw stop(error),error}let pending=drain;if(!pending)return;let signal=bodyController?.signal;if(signal)return signal.aborted?abortBody(signal.reason):signal.onabort=
()=>abortBody(signal.reason),pending.then(checkStopped)};return{readable:new ReadableStream({start(controller){streamController=controller,packer=createTarPacker(
chunk=>{let buffer=chunk.buffer;controller.enqueue(buffer instanceof ArrayBuffer&&!Reflect.get(buffer,"resizable")?chunk:new Uint8Array(chunk)),(controller.desiredSize??
1)<=0&&(drain||=new Promise(resolve2=>{resume=resolve2}))})},pull:unblock,cancel(reason2=AbortSignal.abort().reason){stop(reason2)}},new ByteLengthQueuingStrategy(
{highWaterMark:8388608})),controller:{add(header){try{if(checkStopped(),bodyController)throw new Error("Previous entry must be completed before adding a new one");
packer.add(header)}catch(error){throw stop(error),error}return new WritableStream({start(controller){bodyController=controller},write(chunk){return emit(()=>{if(!ArrayBuffer.
isView(chunk)||chunk[Symbol.toStringTag]!=="Uint8Array")throw new TypeError("Expected a Uint8Array body chunk");packer.write(chunk)})},close(){let result=emit(()=>packer.
endEntry());if(!result){bodyController=null;return}return result.then(()=>{bodyController=null})},abort:abortBody})},finalize(){try{if(checkStopped(),bodyController)
throw new Error("Cannot finalize while an entry is still active");packer.finalize(),streamController.close()}catch(error){throw stop(error),error}},error(err){stop(
err)}}}}async function streamToBuffer(stream){let chunks=[],reader=stream.getReader(),totalLength=0;try{for(;;){let{done,value}=await reader.read();if(done)break;
chunks.push(value),totalLength+=value.length}let result=new Uint8Array(totalLength),offset=0;for(let chunk of chunks)result.set(chunk,offset),offset+=chunk.length;
return result}finally{reader.releaseLock()}}var BUFFER_LIMIT=1048576,RESUME_LIMIT=BUFFER_LIMIT/2;async function packTar(entries){let{readable,controller}=createTarPacker2(),archive=streamToBuffer(readable);try{for(let entry of entries){let entryStream=controller.
add(entry.header),body="body"in entry?entry.body:entry.data;if(!body){await entryStream.close();continue}if(body instanceof ReadableStream)await body.pipeTo(entryStream);else if(body instanceof
Blob)await body.stream().pipeTo(entryStream);else try{let chunk=await normalizeBody(body);if(chunk.length>0){let writer=entryStream.getWriter();await writer.write(
chunk),await writer.close()}else await entryStream.close()}catch{throw new TypeError(`Unsupported content type for entry "${entry.header.name}".`)}}controller.finalize()}catch(error){
controller.error(error)}return archive}init_fault();var MAX_ARCHIVE_BYTES=8*1024*1024,FILE_MODE=384;async function writeArchive(file,parts,nowMs){let{taken,leftOut}=fitting(parts),mtime=new Date(nowMs),tar=await packTar(
taken.map(({name,body})=>({header:{name,size:body.length,mode:FILE_MODE,mtime,uid:0,gid:0,uname:"",gname:""},body}))),bytes=await(0,import_node_util.promisify)(
import_node_zlib.gzip)(tar);return writeNew(file,bytes),{file,bytes:bytes.length,entries:taken.map(({name,body})=>({name,bytes:body.length})),leftOut}}function fitting(parts){
let taken=[],leftOut=[],left=MAX_ARCHIVE_BYTES;for(let{name,text:text2}of parts){let body=Buffer.from(text2,"utf8");if(body.length>left){leftOut.push(name);continue}
left-=body.length,taken.push({name,body})}return{taken,leftOut}}function writeNew(file,bytes){let made2=!1;try{let descriptor=(0,import_node_fs12.openSync)(file,
"wx",FILE_MODE);made2=!0;try{for(let done=0;done<bytes.length;)done+=(0,import_node_fs12.writeSync)(descriptor,bytes,done)}finally{(0,import_node_fs12.closeSync)(
descriptor)}}catch(error){throw made2&&(0,import_node_fs12.rmSync)(file,{force:!0}),new CliError(EXIT.jobFailed,`Cannot write "${file}": ${messageOf(error)} (ch\
oose another name or place)`,{cause:error})}}var import_node_os7=__toESM(require("node:os"),1),import_node_path17=__toESM(require("node:path"),1);init_version();init_log_bytes();var import_node_fs19=require("node:fs");init_ids();init_job();init_directory_entry();init_private_directory();init_within();var import_node_fs15=require("node:fs"),import_node_path13=__toESM(require("node:path"),1);init_ids();init_directory_entry();init_names_in();init_within();var import_node_path11=__toESM(require("node:path"),1);init_dist();init_fault();init_job();init_plain_text();init_regular_file();init_system_error();var MAX_RECORD_BYTES=128*
1024*1024,WHY_CHARS=500,VersionSchema=object({schemaVersion:number()});function readRecord(file,id){let text2;try{text2=readRegularFile(file,MAX_RECORD_BYTES)}catch(error){
return isMissing(error)?{ok:!1,damage:null}:damaged(file,"inaccessible",error instanceof FileRefused?error.why:messageOf(error))}try{return parseRecord(file,id,
JSON.parse(text2))}catch(error){return damaged(file,"malformed",messageOf(error))}}function parseRecord(file,id,value){let version=safeParse(VersionSchema,value);
if(version.success&&version.output.schemaVersion>JOB_SCHEMA_VERSION)return damaged(file,"newer",`written by a newer version (schema ${version.output.schemaVersion}\
)`);let parsed2=safeParse(JobRecordSchema,value);if(!parsed2.success)return damaged(file,"malformed",issuesOf(parsed2.issues));if(parsed2.output.id!==id)return damaged(
file,"malformed",`it is the record of "${parsed2.output.id}"`);let{logFile}=parsed2.output;return import_node_path11.default.basename(logFile)!==`${id}.log`?damaged(
file,"malformed",`"${logFile}" is not the log of "${id}"`):{ok:!0,job:parsed2.output}}function issuesOf(issues){return issues.slice(0,3).map(issue=>`${getDotPath(
issue)??"record"}: ${issue.message}`).join("; ")}function damaged(file,kind,why){return{ok:!1,damage:{file,kind,why:oneLine(why,WHY_CHARS)}}}init_remove_file();init_atomic_file();init_write_error();function writeRecord(file,job,durable){try{writeFileAtomic(file,`${JSON.stringify(job)}
`,durable)}catch(error){throw writeError(file,error)}}var ActiveJobs=class{#directory;#records;#kept=new Set;constructor(directory,records){this.#directory=directory,this.#records=records}fileOf(id){return within(this.#directory,
`${id}.json`)}ids(){return namesIn(this.#directory).filter(name=>name.endsWith(".json")).map(name=>import_node_path13.default.basename(name,".json")).filter(isJobId)}read(id){
let job=this.#records.read(this.fileOf(id),id);if(job!==null||this.#records.damageOf(this.fileOf(id))?.kind!=="malformed")return job;let synced=readRecord(this.#syncedOf(
id),id);return synced.ok?synced.job:null}isSound(id){return this.#records.read(this.fileOf(id),id)!==null}write(job,durable){durable||this.#keepSynced(job.id),writeRecord(
this.fileOf(job.id),job,durable),durable&&this.#dropSynced(job.id)}remove(id){this.#dropSynced(id),removeIfPossible(this.fileOf(id))}restore(id){try{renameFile(
this.#syncedOf(id),this.fileOf(id))}catch{}}#keepSynced(id){if(!this.#kept.has(id)){this.#kept.add(id);try{(0,import_node_fs15.linkSync)(this.fileOf(id),this.#syncedOf(
id))}catch{}}}#dropSynced(id){this.#kept.delete(id),removeIfPossible(this.#syncedOf(id))}#syncedOf(id){return`${this.fileOf(id)}.synced`}};init_ids();function findId(ids,text2){if(text2==="")return{kind:"none"};let matches=[...new Set(ids)].filter(id=>answersTo(id,text2)).sort(),[only,...others]=matches;
return only===void 0?{kind:"none"}:others.length>0?{kind:"ambiguous",ids:matches}:{kind:"one",id:only}}function answersTo(id,text2){return id.startsWith(text2)||
shortId(id).startsWith(text2)||id.endsWith(text2)}init_job();init_directory_entry();init_within();var import_node_fs16=require("node:fs");init_names_in();var SETTLED_MS=2e3,DirectoryNames=class{#directory;#known;constructor(directory){this.#directory=directory}sorted(){
let found=(0,import_node_fs16.lstatSync)(this.#directory,{bigint:!0,throwIfNoEntry:!1});if(found===void 0)return[];let version=`${found.dev}:${found.ino}:${found.
ctimeNs}`;if(this.#known?.version===version)return this.#known.names;let names2=namesIn(this.#directory).sort(),isSettled=Date.now()-Number(found.ctimeMs)>SETTLED_MS;
return this.#known=isSettled?{version,names:names2}:void 0,names2}};init_ids();init_sha256();var FINISHED=/^([0-9a-z]{9})\.(?:([0-9a-z]{1,8})\.)?(?:([0-9a-z]+(?:-[0-9a-z]+){5})\.)?([^.]+)\.json$/u,NO_SESSION="0",TAG_CHARS=8;function finishedName(job){
let completedAtMs=Math.max(0,Date.parse(job.completedAt)),{usage}=job.work,tokens=usage===null?[]:[tokensText(usage)];return[completedAtMs.toString(36).padStart(
9,"0"),sessionTagOf(job.sessionId),...tokens,job.id,"json"].join(".")}function parseFinishedName(name){let[,completed="",sessionTag=null,tokens=null,id=""]=FINISHED.
exec(name)??[];return isJobId(id)?{name,id,completedAtMs:Number.parseInt(completed,36),sessionTag,tokens}:null}function tokensText(usage){let{totalTokens,inputTokens,
cachedInputTokens,cacheWriteInputTokens,outputTokens,reasoningOutputTokens}=usage;return[totalTokens,inputTokens,cachedInputTokens,cacheWriteInputTokens,outputTokens,
reasoningOutputTokens].map(tokens=>Math.min(Math.max(0,Math.round(tokens)),Number.MAX_SAFE_INTEGER).toString(36)).join("-")}function sessionTagOf(sessionId){return sessionId===null?NO_SESSION:sha256Hex(sessionId).slice(0,TAG_CHARS)}var FinishedJobs=class{#directory;#records;#names;constructor(directory,records){this.#directory=directory,this.#records=records,this.#names=new DirectoryNames(
directory)}now(){return new FinishedListing(this.#names.sorted(),entry=>this.open(entry))}open({name,id}){let job=this.#records.read(this.fileOf(name),id);return job!==
null&&isFinished(job)?job:null}fileOf(name){return within(this.#directory,name)}remove(name){removeFile(this.fileOf(name))}write(job){writeRecord(this.fileOf(finishedName(
job)),job,!0)}},FinishedListing=class{names;#open;constructor(names2,open){this.names=names2,this.#open=open}*entries(){for(let at=this.names.length-1;at>=0;at-=
1){let entry=parseFinishedName(this.names[at]??"");entry!==null&&(yield entry)}}*newest({sessionId,except}={}){let tag=sessionId===void 0?null:sessionTagOf(sessionId),
taken=new Set;for(let entry of this.entries()){let{id,sessionTag}=entry;if(taken.has(id)||except?.has(id)===!0||tag!==null&&sessionTag!==null&&sessionTag!==tag)
continue;let job=this.#open(entry);job===null||sessionId!==void 0&&job.sessionId!==sessionId||(taken.add(id),yield job)}}endOf(id){return this.endsOf(new Set([id])).
get(id)??null}endsOf(ids){let ends=new Map;for(let name of ids.size===0?[]:this.names){let id=idIn(name);if(!ids.has(id)||ends.has(id))continue;let entry=parseFinishedName(
name),job=entry===null?null:this.#open(entry);job!==null&&ends.set(id,job)}return ends}};function idIn(name){let end=name.length-5;return name.slice(name.lastIndexOf(
".",end-1)+1,end)}var import_node_fs18=require("node:fs"),import_node_path14=__toESM(require("node:path"),1);init_ids();init_directory_entry();var import_node_fs17=require("node:fs");function isThere(file){return(0,import_node_fs17.lstatSync)(file,{throwIfNoEntry:!1})!==void 0}init_names_in();init_private_directory();init_system_error();init_within();init_write_error();var Quarantine=class{#directory;#records;constructor(directory,records){this.#directory=directory,this.#records=records}get damages(){return namesIn(
this.#directory).flatMap(name=>{let reading=readRecord(within(this.#directory,name),name.split(".").find(isJobId)??"");return reading.ok||reading.damage===null?
[]:[reading.damage]})}ids(){return namesIn(this.#directory).flatMap(name=>name.split(".").find(isJobId)??[])}setAsideIfMalformed(file,id){this.#records.read(file,
id);let damage=this.#records.damageOf(file);if(damage?.kind!=="malformed")return[];let moved=this.#setAside(file,id);return moved===null?[]:[{...damage,file:moved}]}#setAside(file,id){
let target=unusedName(within(this.#directory,import_node_path14.default.basename(file)));ensurePrivateDirectory(this.#directory);try{renameFile(file,target)}catch(error){
if(isMissing(error))return null;throw writeError(target,error)}return this.#records.forget(file),readRecord(target,id).ok?(putBack(target,file),null):target}};function putBack(from,to){
try{(0,import_node_fs18.linkSync)(from,to),syncDirectory(import_node_path14.default.dirname(to))}catch(error){if(errorCode(error)!=="EEXIST")throw writeError(to,
error)}removeFile(from)}function unusedName(file){for(let n=0;;n+=1){let name=n===0?file:`${file}.${n}`;if(!isThere(name))return name}}var RecordReader=class{#damage=new Map;read(file,id){let reading=readRecord(file,id);return reading.ok||reading.damage===null?this.#damage.delete(file):this.#damage.
set(file,reading.damage),reading.ok?reading.job:null}get damaged(){return[...this.#damage.values()].filter(({file})=>isThere(file))}damageOf(file){return this.#damage.
get(file)}forget(file){this.#damage.delete(file)}};init_atomic_file();init_names_in();init_within();init_liveness();init_remove_file();var WRITER=/\.(\d+)-\d+\.tmp$/u;function removeTemporaries(directory){for(let name of namesIn(
directory).filter(isTemporary)){let writer=WRITER.exec(name)?.[1];writer!==void 0&&!isRunning(Number(writer))&&removeIfPossible(within(directory,name))}}var AlreadyFinished=class extends Error{name="AlreadyFinished";finished;constructor(finished){super(`Cannot change ${finished.id}: it is "${finished.status}" si\
nce ${finished.completedAt}`),this.finished=finished}},QUARANTINE_LOOKS_AT=64,PARTS=["active","finished","quarantine","logs"];function storeDirectories(directory){
return[directory,...PARTS.map(part=>within(directory,part))]}var JobStore=class _JobStore{directory;#records=new RecordReader;#active;#finished;#quarantine;constructor(directory){
this.directory=directory,this.#active=new ActiveJobs(this.#place("active"),this.#records),this.#finished=new FinishedJobs(this.#place("finished"),this.#records),
this.#quarantine=new Quarantine(this.#place("quarantine"),this.#records)}static open(directory){for(let part of storeDirectories(directory))checkPrivateDirectory(
part);return new _JobStore(directory)}write(job,options){checkedId(job.id);let ended=this.#finished.now().endOf(job.id);if(ended!==null)throw new AlreadyFinished(
ended);this.#makePlaces(),isFinished(job)?(this.#finished.write(job),this.#active.remove(job.id)):this.#active.write(job,options.durable)}read(id){if(!isJobId(id))
return null;let active=this.#active.read(id);return this.#finished.now().endOf(id)??active}isHarmed(id){return!this.#active.isSound(id)&&this.#finished.now().endOf(
id)===null}listActive(){return this.#readActive().active}newestFinished(selection={}){return this.#finished.now().newest(selection)}listFinished({limit,...selection}={}){
return first3(this.newestFinished(selection),limit)}ids(){return new Set([...this.#active.ids(),...Array.from(this.#finished.now().entries(),({id})=>id)])}idsOnDisk(){
return new Set([...this.ids(),...this.#quarantine.ids()])}list({finishedLimit,sessionId}={}){let{active,ended,finished}=this.#readActive(),ofSession=typeof sessionId==
"string"?first3(finished.newest({sessionId}),finishedLimit):[],jobs=[...active,...ended,...ofSession,...first3(finished.newest(),finishedLimit)];return[...new Map(
jobs.map(job=>[job.id,job])).values()]}findByPrefix(text2){let exact=this.read(text2);if(exact!==null)return{kind:"found",job:exact};let match=findId(this.ids(),
text2);if(match.kind!=="one")return match;let job=this.read(match.id);return job===null?{kind:"none"}:{kind:"found",job}}get stamp(){return["active","finished"].
map(part=>(0,import_node_fs19.statSync)(this.#place(part),{throwIfNoEntry:!1,bigint:!0})).map(folder=>folder?.mtimeNs??"none").join(" ")}get damaged(){return this.#records.
damaged}get quarantined(){return this.#quarantine.damages}get activeDirectory(){return this.#place("active")}get logDirectory(){return this.#place("logs")}logFile(id){
return within(this.logDirectory,`${checkedId(id)}.log`)}finishedNames(){return this.#finished.now().names}finishedEntries(){return this.#finished.now().entries()}*removable(entries){
let active=new Set(this.#active.ids()),twice=repeated(Array.from(this.finishedEntries(),({id})=>id));for(let entry of entries)!active.has(entry.id)&&!twice.has(
entry.id)&&this.#finished.open(entry)!==null&&(yield entry)}removeFinished({name}){this.#finished.remove(name)}quarantine(){let active=this.#active.ids().flatMap(
id=>{let moved=this.#quarantine.setAsideIfMalformed(this.#active.fileOf(id),id);return moved.length>0&&this.#active.restore(id),moved}),finished=first3(this.#finished.
now().entries(),QUARANTINE_LOOKS_AT).flatMap(({id,name})=>this.#quarantine.setAsideIfMalformed(this.#finished.fileOf(name),id));return[...active,...finished]}sweepTemporaries(){
for(let part of["active","finished"])removeTemporaries(this.#place(part));removeTemporaries(this.directory);for(let id of this.#finished.now().endsOf(new Set(this.#active.
ids())).keys())this.#active.remove(id)}#readActive(){let ids=this.#active.ids(),records=ids.flatMap(id=>this.#active.read(id)??[]),finished=this.#finished.now(),
ends=finished.endsOf(new Set(ids));return{active:records.filter(job=>!isFinished(job)).filter(({id})=>!ends.has(id)),ended:[...records.filter(isFinished),...ends.
values()],finished}}#makePlaces(){ensurePrivateDirectory(this.directory,{durable:!0}),PARTS.filter(part=>ensurePrivateDirectory(this.#place(part))).length>0&&syncDirectory(
this.directory)}#place(part){return within(this.directory,part)}};function first3(items,limit=Number.POSITIVE_INFINITY){let taken=[];if(limit<=0)return taken;for(let item of items)
if(taken.push(item),taken.length>=limit)break;return taken}function repeated(ids){let once2=new Set;return new Set(ids.filter(id=>once2.has(id)||!once2.add(id)))}
function checkedId(id){if(!isJobId(id))throw new Error(`Cannot use "${id}" as the name of a file: it is not a job id`);return id}var import_node_path16=__toESM(require("node:path"),1);var import_node_path15=__toESM(require("node:path"),1);init_paths();init_fault();init_names_in();function workspaceFolders(stateRoot){let root=workspacesDirectory(stateRoot);return namesIn(root).map(name=>import_node_path15.default.join(root,
name))}init_config_error();init_paths();init_fault();init_broker_label();init_lock();var CONTROL_SOCKET=/^[0-9a-f]{16}\.control$/u;function workspacesSeen({stateRoot}){
return workspaceFolders(stateRoot).filter(folder=>isWorkspaceFolder(import_node_path16.default.basename(folder)))}function brokersSeen(places){return workspacesSeen(
places).flatMap(workspace=>allBrokerPaths(workspace).filter(({directory})=>isBrokerKey(import_node_path16.default.basename(directory))).map(paths=>brokerSeen(places,
workspace,paths)))}function isLive(broker){return broker.holder?.role==="broker"}function isDead({holder,unreadable}){return holder===null&&unreadable===null}function brokerSeen(places,workspace,paths){
let key=import_node_path16.default.basename(paths.directory),held=holderOf(paths.lock),label2=readBrokerLabel(paths.label);return{workspace,key,paths,...held,label:label2,
sockets:socketsOf(places,key,label2)}}function holderOf(lock){try{return{holder:inspect(lock),unreadable:null}}catch(error){return{holder:null,unreadable:messageOf(
error)}}}function socketsOf({runtimeRoot,stateRoot},key,label2){let told=label2?.endpoint??"";if(CONTROL_SOCKET.test(import_node_path16.default.basename(told)))
return{control:told,events:`${told.slice(0,-8)}.events`};try{return socketPaths(runtimeRoot,stateRoot,key)}catch(error){if(error instanceof ConfigError)return null;
throw error}}init_job();var KEPT_OF_A_JOB=["its id, kind, status, phase, attempt, and the reason of a failure","its moments and clocks, and how each change came about (witho\
ut its details)","what it was allowed to do, the model and effort asked for and used, the version of Codex","numbers: how many commands, files, messages and tok\
ens, and the exit statuses of the commands"];function jobExtract(job){let{request,resolved}=job;return{id:job.id,kind:job.kind,status:job.status,phase:job.phase,
reason:job.status==="failed"?job.reason:null,rev:job.rev,attempt:job.attempt,foreground:job.foreground,hasKey:job.key!==null,hasSession:job.sessionId!==null,hasThread:job.
threadId!==null,hasTurn:job.turnId!==null,brokerKey:job.owner.brokerKey,brokerId:job.owner.brokerId,moments:momentsOf(job),request:{promptChars:request.prompt.length,
sandbox:request.sandbox,network:request.network,addDirs:request.addDirs.length,onApproval:request.onApproval,model:request.model,effort:request.effort,resumes:request.
resumeThreadId!==null,review:request.review!==null,outputSchema:request.outputSchema!==null,retries:request.retries,clocks:{...request.clocks}},resolved:resolved===
null?null:{...resolved},work:workOf(job),history:job.history.map(({at,event,source})=>({at,event,source}))}}function momentsOf(job){return{createdAt:job.createdAt,
startedAt:job.status==="queued"?null:job.startedAt,updatedAt:job.updatedAt,lastEventAt:job.lastEventAt,lastProgressAt:job.lastProgressAt,completedAt:isFinished(
job)?job.completedAt:null,deadlineAt:job.status==="running"?job.deadlineAt:null,clockJumpMs:job.work.clockJumpMs}}function workOf({work,openItems,questions}){return{
messageChars:work.lastMessage?.length??0,reasoningSummaries:work.reasoningSummary.length,touchedFiles:work.touchedFiles.length,commandExits:work.commands.map(({
exitCode})=>exitCode),subAgents:work.childThreadIds.length,usage:work.usage===null?null:{...work.usage},acted:work.acted,openItems:openItems.map(({since,command})=>({
since,command})),openQuestions:questions.length}}function counted(count,one,many=`${one}s`){return`${count} ${count===1?one:many}`}var STAMPED=/^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] (?:error|info|debug) /u,FRAME=/^\s+at /u,QUOTES=[/( lines of (?:the app-server|clients) that are (?:no messages|not JSON-RPC)):.*/u,
/(; its stderr ended with):.*/u,/(Set aside the damaged record "[^"]*"):.*/u,/(Cannot start "[^"]*"): .*/u,/(The broker failed: \w+): .*/u,/(Cannot read the answer of the app-server to "[^"]*"):.*/u],
MAX_LINE_CHARS=500,LEFT_OUT="<left out>";function logExtract(text2){let kept=[],others=0,flush=()=>{others>0&&kept.push(`    ${LEFT_OUT}: ${counted(others,"line")}\
 of something else`),others=0};for(let line2 of text2.split(`
`).filter(candidate=>candidate!=="")){if(!STAMPED.test(line2)&&!FRAME.test(line2)){others+=1;continue}flush(),kept.push(withoutQuotes(line2))}return flush(),kept.
map(line2=>`${line2}
`).join("")}function withoutQuotes(line2){let own=QUOTES.reduce((before,quote)=>before.replace(quote,`$1: ${LEFT_OUT}`),line2);return own.length<=MAX_LINE_CHARS?
own:`${own.slice(0,MAX_LINE_CHARS)} ${LEFT_OUT}`}init_version();function readme(){return`What "codex-companion doctor --bundle" (version ${VERSION}) has gathered. Look at it before you pass it on.

doctor.json       what doctor has found
versions.json     of this program, Node, the system
environment.json  names of variables that are set (none of their values), and the settings that are numbers
jobs.json         the latest jobs; of each:
${KEPT_OF_A_JOB.map(what=>`                  - ${what}`).join(`
`)}
brokers.json      which brokers there are, or were
brokers/*.log     the end of their logs, only with lines that the broker itself has made, and without what they quote

Not in it: prompts, answers, error texts of Codex, commands, logs of jobs, values of the environment.
Replaced wherever they were found: home directories (~), names of the user and the machine (<name>), mail addresses
(<mail>), and everything that looks like a key, a token or a password, or is in a variable called so (<secret>).
Paths outside of home directories are as they are.
`}var import_node_fs21=require("node:fs"),import_node_os6=__toESM(require("node:os"),1),MARK={secret:"<secret>",mail:"<mail>",name:"<name>",home:"~"},SECRET_VARIABLE=/KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|AUTH|COOKIE|SESSION_ID/iu,
MIN_SECRET_CHARS=6,EVERYBODY=new Set(["root","user","node","app","localhost"]),HARMLESS=/^(?:(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}|(?:x86_64|aarch64)(?:-[a-z]+)+)$/u,
FORMS=[[/-----BEGIN [A-Z ]*-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/gu,MARK.secret],[/\b(Bearer|Basic|Token)\s+[\w.~+/=-]{6,}/giu,`$1 ${MARK.secret}`],[/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']{1,1000}@/giu,
`$1${MARK.secret}@`],[/([?&][\w.-]+=)[^\s&"'#]+/gu,`$1${MARK.secret}`],[/\beyJ[\w-]{6,}(?:\.[\w-]*){0,4}/gu,MARK.secret],[/\b(?:sk|pk|rk|sess|ghp|gho|ghu|ghs|ghr|github_pat|glpat|xox[a-z]|npm|hf|gsk|AKIA|ASIA|AIza|ya29)[-_.]?[\w.-]{10,}/gu,
MARK.secret],[/((?:api[_-]?key|access[_-]?key|token|secret|passw(?:or)?d|passphrase|credentials?|cookie|authorization)["']?\s*[:=]\s*["']?)[^\s"',;]+/giu,`$1${MARK.
secret}`],[/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/giu,MARK.mail]],WORD=/[\w+-]{20,}={0,2}/gu,BASE64=/[a-z0-9+/]{40,}={0,2}/giu,
MAX_WORD_CHARS=40;function redactor({homes,names:names2,secrets}){let longestFirst=values=>[...values].sort((a,b)=>b.length-a.length),hidden=longestFirst(secrets.
filter(value=>value.length>=MIN_SECRET_CHARS)),places=longestFirst(homes.filter(home=>home.length>1)),people=names2.filter(name=>name.length>1&&!EVERYBODY.has(name)).
map(asWord);return text2=>{let clean=text2;for(let secret of hidden)clean=clean.replaceAll(secret,MARK.secret);for(let[form,mark]of FORMS)clean=clean.replace(form,
mark);for(let home of places)clean=clean.replace(asPath(home),MARK.home);clean=clean.replace(BASE64,word=>isEncoded(word)?MARK.secret:word),clean=clean.replace(
WORD,word=>isRandom(word)?MARK.secret:word);for(let name of people)clean=clean.replace(name,MARK.name);return clean}}function redactJson(value,redact){return typeof value==
"string"?redact(value):Array.isArray(value)?value.map(item=>redactJson(item,redact)):value===null||typeof value!="object"?value:Object.fromEntries(Object.entries(
value).map(([key,item])=>[key,redactJson(item,redact)]))}function privateHere(environment){let secrets=Object.entries(environment).filter(([name])=>SECRET_VARIABLE.
test(name)),account=accountHere(),homes=[import_node_os6.default.homedir(),...account.homes],[machine=""]=import_node_os6.default.hostname().split(".");return{homes:[
...new Set([...homes,...homes.map(realOf)])],names:[...account.names,import_node_os6.default.hostname(),machine],secrets:secrets.flatMap(([,value])=>value??[])}}
function accountHere(){try{let{username,homedir}=import_node_os6.default.userInfo();return{homes:[homedir],names:[username]}}catch{return{homes:[],names:[]}}}function realOf(directory){
try{return(0,import_node_fs21.realpathSync)(directory)}catch{return directory}}function isRandom(word){return HARMLESS.test(word)?!1:word.length>=MAX_WORD_CHARS||
/\d/u.test(word)&&/[a-z]/iu.test(word)}function isEncoded(word){return/\d/u.test(word)&&/[a-z]/u.test(word)&&/[A-Z]/u.test(word)}function asPath(home){return new RegExp(
`${escaped2(home)}(?![\\w.-])`,"gu")}function asWord(name){return new RegExp(`(?<![a-z0-9])${escaped2(name)}(?![a-z0-9])`,"giu")}function escaped2(text2){return text2.
replace(/[\\^$.*+?()[\]{}|/]/gu,"\\$&")}var LOG_TAIL_BYTES=64*1024,MAX_LOGS=16,MAX_JOBS=50,TELLING=/^(?:CODEX_.*|OPENAI_.*|NODE_.*|XDG_(?:STATE_HOME|RUNTIME_DIR)|(?:https?|all|no)_proxy|CI|TERM|NO_COLOR)$/iu;
function archiveParts(scene,report,redact){let json=(name,value)=>({name,text:`${JSON.stringify(redactJson(value,redact),null,2)}
`}),brokers=newestFirst(brokersSeen(scene)).slice(0,MAX_LOGS);return[{name:"README.txt",text:readme()},json("doctor.json",report),json("versions.json",versionsOf(
scene)),json("environment.json",environmentOf(scene)),json("jobs.json",newestJobs(scene).map(jobExtract)),json("brokers.json",brokers.map(labelOf)),...brokers.map(
({key,paths})=>({name:`brokers/${key}.log`,text:redact(logExtract(tailOf(paths.log)))}))]}function versionsOf({system}){return{codexCompanion:VERSION,node:process.
version,platform:`${system.platform} ${system.arch}`,system:`${import_node_os7.default.type()} ${import_node_os7.default.release()}`,cpus:import_node_os7.default.
availableParallelism(),memoryMiB:Math.round(import_node_os7.default.totalmem()/2**20)}}function environmentOf({environment,settings}){return{set:Object.keys(environment).
filter(name=>TELLING.test(name)).sort(),settings:plainOf(settings)}}function plainOf(settings){let entries=Object.entries(settings);return Object.fromEntries(entries.
flatMap(([name,value])=>isPlain(value)?[[name,value]]:[]))}function isPlain(value){return typeof value=="number"||typeof value=="boolean"}function newestJobs(scene){
return workspacesSeen(scene).flatMap(workspace=>{try{return JobStore.open(workspace).list({finishedLimit:MAX_JOBS})}catch{return[]}}).sort((a,b)=>a.updatedAt<b.
updatedAt?1:-1).slice(0,MAX_JOBS)}function newestFirst(brokers){let startedAt=({label:label2})=>label2?.startedAt??"";return[...brokers].sort((a,b)=>startedAt(a)<
startedAt(b)?1:-1)}function labelOf({key,workspace,holder,label:label2}){let told={key,workspace:import_node_path17.default.basename(workspace),live:holder!==null};
if(label2===null)return{...told,label:null};let{version,startedAt,brokerId,endpoint,codexPath,codexHome}=label2,{pid,startTime}=label2.process;return{...told,label:{
pid,startTime,brokerId,version,startedAt,endpoint,codexPath,codexHome}}}function tailOf(log){try{return withFile(log,"",(descriptor,size)=>{let start2=Math.max(
0,size-LOG_TAIL_BYTES),text2=readRange(descriptor,start2,size).toString("utf8");return start2===0?text2:text2.slice(text2.indexOf(`
`)+1)})}catch{return""}}function bundle(scene,report,file){let stamp=new Date(scene.nowMs).toISOString().replaceAll(/[-:]|\.\d+/gu,""),target=import_node_path18.default.resolve(scene.workspace.
cwd,file??`codex-companion-doctor-${stamp}.tar.gz`);return writeArchive(target,archiveParts(scene,report,redactor(privateHere(scene.environment))),scene.nowMs)}var import_node_fs25=require("node:fs");init_runtime_packages();init_codex_binary();init_npm_program();init_fault();var import_node_child_process4=require("node:child_process");init_deadline();init_deferred();init_process_tree();var import_node_fs24=require("node:fs"),import_node_path21=__toESM(require("node:path"),1);init_search_path();var SUFFIXES=[".exe",".com"];function programFile(name,{
environment,platform:platform2=process.platform,exists:exists2=import_node_fs24.existsSync}){if(platform2!=="win32"||/[\\/:]/u.test(name))return name;let names2=hasSuffix(
name)?[name]:SUFFIXES.map(suffix=>`${name}${suffix}`);return searchDirectories(environment,platform2).flatMap(directory=>names2.map(file=>import_node_path21.default.
win32.join(directory,file))).find(exists2)??null}function hasSuffix(name){return SUFFIXES.some(suffix=>name.toLowerCase().endsWith(suffix))}var Tail=class{#limit;#chunks=[];#bytes=0;constructor(limit){this.#limit=limit}push(chunk){this.#chunks.push(chunk),this.#bytes+=chunk.length,this.#bytes>2*this.#limit&&
this.#compact()}toString(){return this.#compact(),Buffer.concat(this.#chunks).toString("utf8")}#compact(){let all=Buffer.concat(this.#chunks),kept=Buffer.from(all.
subarray(Math.max(0,all.length-this.#limit)));this.#chunks=[kept],this.#bytes=kept.length}};var STDERR_TAIL_BYTES=2*1024,DRAIN_MS=1e3;async function runBounded(command,args,options){if(options.signal?.aborted)return{id:"stopped"};let stop=deferred(),stdout=new Head(
options.maxBytes,()=>{options.beyondMax!=="drop"&&stop.resolve("cut")}),stderr=new Tail(STDERR_TAIL_BYTES),file=programFile(command,options);if(file===null)return{
id:"not_started",error:noProgram(command)};let child;try{child=start(file,args,options)}catch(error){return{id:"not_started",error}}child.stdout?.on("data",chunk=>stdout.
push(chunk)),child.stderr?.on("data",chunk=>stderr.push(chunk));let onEnd=child.pid===void 0?void 0:options.onStart?.(child.pid);child.stdin?.on("error",()=>{}),
child.stdin?.end(options.input);let timer=setTimeout(()=>stop.resolve("timed_out"),options.timeoutMs),onAbort=()=>stop.resolve("stopped");options.signal?.addEventListener(
"abort",onAbort),endWithUs(child);try{let ended=whenEnded(child,()=>({stdout:stdout.bytes(),stderr:stderr.toString()})),first4=await Promise.race([stop.promise,
ended]);return typeof first4!="string"?first4:(options.graceMs!==void 0&&signalGroup(child,"SIGTERM")&&await settledWithin(ended,options.graceMs),signalGroup(child,
"SIGKILL"),await settledWithin(ended,DRAIN_MS),first4==="cut"?{id:"cut",stdout:stdout.bytes()}:{id:first4})}finally{onEnd?.(),clearTimeout(timer),options.signal?.
removeEventListener("abort",onAbort),running.delete(child),child.stdin?.destroy(),child.stdout?.destroy(),child.stderr?.destroy(),child.unref()}}var running=new Set,
watchesExit=!1;function endWithUs(child){running.add(child),!watchesExit&&(watchesExit=!0,process.once("exit",()=>{for(let left of running)signalGroup(left,"SIG\
KILL")}))}function start(file,args,{cwd,environment,input}){return(0,import_node_child_process4.spawn)(file,args,{cwd,env:environment,stdio:[input===void 0?"ign\
ore":"pipe","pipe","pipe"],detached:HAS_PROCESS_GROUPS,windowsHide:!0})}function noProgram(command){return Object.assign(new Error(`spawn ${command} ENOENT`),{code:"\
ENOENT"})}function whenEnded(child,output){return new Promise(resolve2=>{child.on("error",error=>resolve2({id:"not_started",error}));let exited=(code,signal)=>{
resolve2({id:"exited",...output(),status:code??signal??"unknown"})};child.once("exit",(code,signal)=>{let cancel=afterDeadline(DRAIN_MS,()=>exited(code,signal));
child.once("close",cancel)}),child.once("close",exited)})}function signalGroup(child,signal){return child.pid===void 0||child.exitCode!==null||child.signalCode!==
null?!1:signalProcess(child.pid,signal,"group")}var Head=class{#limit;#onFull;#chunks=[];#left;constructor(limit,onFull){this.#limit=limit,this.#left=limit,this.#onFull=
onFull}push(chunk){chunk.length>this.#left&&this.#onFull(),this.#left>0&&this.#chunks.push(chunk.subarray(0,this.#left)),this.#left=Math.max(0,this.#left-chunk.
length)}bytes(){return Buffer.concat(this.#chunks).subarray(0,this.#limit)}};init_plain_text();init_system_error();var PROGRAM_MS=5e3,MAX_OUTPUT_BYTES=64*1024,DETAIL_CHARS=300;async function checkProgram(command,args,options){let ended=await runBounded(
command,args,{...options,timeoutMs:PROGRAM_MS,maxBytes:MAX_OUTPUT_BYTES}),{available,detail}=checkOf(ended);return{available,detail:oneLine(detail,DETAIL_CHARS)}}
function checkOf(ended){switch(ended.id){case"exited":{let said=[ended.stdout.toString("utf8"),ended.stderr].map(text2=>text2.trim());if(ended.status===0)return{
available:!0,detail:said.find(Boolean)??"ok"};let last2=said.reverse().find(Boolean);return{available:!1,detail:`it ended with ${ended.status}${last2===void 0?"":
`: ${last2}`}`}}case"cut":return{available:!0,detail:ended.stdout.toString("utf8")};case"timed_out":return{available:!1,detail:`it did not answer within ${PROGRAM_MS/
1e3} s`};case"stopped":return{available:!1,detail:"it was stopped"};case"not_started":return errorCode(ended.error)==="ENOENT"?{available:!1,detail:"not found"}:
{available:!1,detail:messageOf(ended.error)}}}async function checkCodex(codex,around){let{command,script,environment}=codex,options={...around,environment:{...around.environment,...environment}},[version,appServer]=await Promise.
all([checkProgram(command,[...script,"--version"],options),checkProgram(command,[...script,"app-server","--help"],options)]);if(!version.available)return version;
let{available}=appServer,runtime=available?"available":`unavailable: ${appServer.detail}`;return{available,detail:`${version.detail}; advanced runtime ${runtime}`}}function about(id,title){let facts={id,title};return{id,ok:detail=>({...facts,level:"ok",detail,remedy:null,fix:null}),note:(detail,remedy)=>({...facts,level:"n\
ote",detail,remedy:remedy??null,fix:null}),warning:(detail,remedy,fix)=>({...facts,level:"warning",detail,remedy,fix:fix??null}),problem:(detail,remedy,fix)=>({
...facts,level:"problem",detail,remedy,fix:fix??null})}}function listed(items,limit=5){let shown2=items.slice(0,limit).join(", ");return items.length<=limit?shown2:
`${shown2} and ${items.length-limit} more`}var CODEX_PREFIX="codex.";async function checkCodexProgram(scene,signal){let{codex,codexMissing,environment,workspace}=scene;if(codex===null)return[about("codex\
.program","Codex").problem(codexMissing??"not found",'run "npm install -g @openai/codex", or set CODEX_COMPANION_CODEX to where it is')];let{available,detail}=await checkCodex(
codex,{cwd:workspace.root,environment,signal}),program=about("codex.program","Codex"),where=whereIs(codex);return available?[program.ok(`${detail}: ${where}`)]:
[program.problem(`${detail}: ${where}`,'run "codex --version" by hand, or install Codex again')]}function whereIs({path:path35,command,script}){let real=(0,import_node_fs25.realpathSync)(
path35);return script.length>0?`"${path35}": "${script.join(" ")}", by "${command}"`:command===path35?real===path35?`"${path35}"`:`"${path35}", a link to "${real}\
"`:`"${path35}", npm's wrapper; without it "${command}" is started`}init_daemon();init_other_version();init_fault();init_version();init_liveness();init_duration2();init_plain_text();var STATUS_MS=2e3,CLOCK_JUMP_MS=1e4,WHY_CHARS3=300;async function checkBrokers(scene,signal){let live=brokersSeen(scene).filter(isLive);return live.length===0?[
about("broker.status","Broker").ok("none runs; the next job starts one")]:(await Promise.all(live.map(broker=>lookAt3(broker,scene,signal)))).flat()}async function lookAt3(broker,scene,signal){
let{holder,paths,label:label2}=broker,isOurs=scene.place?.paths.directory===paths.directory,replace=isOurs?'run "codex-companion broker restart --force"':`run "\
codex-companion broker restart --force" in its workspace, or "kill -KILL ${holder.pid}"`;if(isStopped(holder)){let what=`the broker with pid ${holder.pid} is su\
spended and answers nothing`;return[about("broker.suspended","Broker").problem(what,`resume it ("kill -CONT ${holder.pid}"), or ${replace}`)]}let silent=about("\
broker.silent","Broker");if(label2===null)return[silent.note(`the broker with pid ${holder.pid} is starting`,"run doctor again")];try{let status2=await statusOf2(
broker,signal),place2={isOurs,inWorkspace:broker.workspace===scene.workspace.directory};return status2!==null?statusFindings(status2,{...place2,nowMs:Date.now()}):
[silent.warning(`the broker with pid ${holder.pid} lives, and nobody listens at "${label2.endpoint}"`,replace)]}catch(error){return error instanceof BrokerOfOtherVersion?
[about("broker.version","Broker").problem(`pid ${holder.pid}: ${whyIn(error)}`,replace)]:[silent.problem(`the broker with pid ${holder.pid} lives and does not a\
nswer: ${whyIn(error)}`,replace)]}}function whyIn(error){return oneLine(messageOf(error).replace(/ \([^()]*\)$/u,""),WHY_CHARS3)}async function statusOf2({paths},signal){
let client=await findBroker(paths,{impatient:!0,signal});if(client===null)return null;try{return await client.call("broker/status",{},STATUS_MS)}finally{client.
close()}}function statusFindings(status2,{isOurs,inWorkspace,nowMs}){let{pid,workspaceRoot,uptimeMs,version,jobs}=status2,busy=`${jobs.running} running, ${jobs.
queued} queued`,what=`pid ${pid} serves "${oneLine(workspaceRoot,WHY_CHARS3)}" for ${formatMs(uptimeMs)}, ${busy}`;return[about("broker.status","Broker").ok(what),
...appServerFindings(status2),...version===VERSION?[]:[otherVersion(status2)],...inWorkspace&&!isOurs&&version===VERSION?[otherCodex(status2)]:[],...metricsFindings(
status2),...clockJump(status2,nowMs)]}function appServerFindings({appServer,pid:brokerPid}){let{pid,state}=appServer,server=about("broker.app-server","App-serve\
r"),identity=pid===null?null:identify(pid);if(identity!==null&&isStopped(identity)){let what=`the app-server with pid ${pid} is suspended`;return[server.problem(
what,`resume it ("kill -CONT ${pid}"); its broker (pid ${brokerPid}) ends it otherwise`)]}if(state==="unresponsive"){let what=`the app-server with pid ${pid} do\
es not answer`;return[server.problem(what,`wait a moment: its broker (pid ${brokerPid}) replaces it`)]}return[]}function otherVersion({pid,version,jobs}){let what=`\
the broker with pid ${pid} is of version ${oneLine(version,40)}, this is ${VERSION}`,end=jobs.running+jobs.queued===0?"when it is idle":"when its jobs have ende\
d";return about("broker.version","Broker").note(`${what}; it ends ${end}`)}function otherCodex({pid,codexPath,codexHome}){let what=`the broker with pid ${pid} s\
erves this workspace, too, with the Codex "${codexPath}" and the home "${codexHome}"`;return about("broker.codex","Broker").note(`${what}; it ends when it is id\
le`)}function metricsFindings({metricsEndpoint}){let problem=metricsEndpoint?.problem??null;return problem===null?[]:[about("broker.metrics","Metrics").note(problem)]}
function clockJump({pid,startedAt,uptimeMs},nowMs){let byMs=nowMs-(Date.parse(startedAt)+uptimeMs);if(Number.isNaN(byMs)||Math.abs(byMs)<CLOCK_JUMP_MS)return[];
let what=`the wall clock has jumped ${`${formatMs(Math.abs(byMs))} ${byMs>0?"forwards":"backwards"}`} since the broker with pid ${pid} was started (it was set, \
or the machine slept)`;return[about("clock.jumped","Clock").note(what)]}var import_node_fs28=require("node:fs");init_duration2();var CLOCK_SKEW_MS=6e4;async function checkClock(scene){let{program,nowMs}=scene,recorded=workspacesSeen(scene).flatMap(lastChanges),newestRecordMs=recorded.length===
0?null:Math.max(...recorded),programMs=(0,import_node_fs28.statSync)(program,{throwIfNoEntry:!1})?.mtimeMs??null;return[clockFinding({nowMs,newestRecordMs,programMs})]}
function lastChanges(workspace){try{let store=JobStore.open(workspace),[newest2]=store.finishedEntries();return[...store.listActive().map(({updatedAt})=>Date.parse(
updatedAt)),...newest2===void 0?[]:[newest2.completedAtMs]]}catch{return[]}}function clockFinding({nowMs,newestRecordMs,programMs}){let clock=about("clock","Clo\
ck"),remedy="set the clock; durations are measured otherwise, but what is older or newer goes by it",ahead=momentMs=>(momentMs??0)-nowMs;return ahead(newestRecordMs)>
CLOCK_SKEW_MS?clock.warning(`a job was recorded ${formatMs(ahead(newestRecordMs))} in the future`,remedy):ahead(programMs)>CLOCK_SKEW_MS?clock.warning(`this pro\
gram was installed ${formatMs(ahead(programMs))} in the future`,remedy):clock.ok(`${new Date(nowMs).toISOString()}; nothing was recorded later`)}var import_node_fs30=require("node:fs"),import_node_path26=__toESM(require("node:path"),1);init_paths();init_fault();init_file_mode();var import_node_path25=__toESM(require("node:path"),1);function nearestDirectory(directory){for(let at=import_node_path25.default.resolve(directory);;at=import_node_path25.default.dirname(at))if(isThere(at)||import_node_path25.default.
dirname(at)===at)return at}init_private_directory();init_system_error();var import_node_fs29=require("node:fs");init_file_mode();var DIRECTORY_MODE=448,FILE_MODE2=384;function makePrivate(paths){let changed=0;for(let path35 of paths)makeOnePrivate(path35)&&(changed+=1);return`\
Made ${counted(changed,"directory or file","directories and files")} private`}function makeOnePrivate(path35){let found=(0,import_node_fs29.lstatSync)(path35,{throwIfNoEntry:!1});
if(found===void 0||found.uid!==ownUid()||!found.isDirectory()&&!found.isFile())return!1;let mode=found.isDirectory()?DIRECTORY_MODE:FILE_MODE2;if((found.mode&511)===
mode)return!1;(found.mode&256)===0&&(0,import_node_fs29.chmodSync)(path35,mode);let descriptor=(0,import_node_fs29.openSync)(path35,import_node_fs29.constants.O_RDONLY|
import_node_fs29.constants.O_NOFOLLOW|import_node_fs29.constants.O_NONBLOCK);try{(0,import_node_fs29.fstatSync)(descriptor).ino===found.ino&&(0,import_node_fs29.fchmodSync)(
descriptor,mode)}finally{(0,import_node_fs29.closeSync)(descriptor)}return!0}async function checkDirectories(scene){let{stateRoot,runtimeRoot,workspace}=scene,state=about("state.directory","State directory"),runtime=about("runtime.direct\
ory","Runtime directory"),ofWorkspaces=[workspace.directory,...workspacesSeen(scene)].flatMap(directoriesOf);return[...findingsOf(state,new Set([stateRoot,workspacesDirectory(
stateRoot),...ofWorkspaces])).filter(({level},at)=>at===0||level!=="ok"),directoryFinding(runtime,runtimeRoot)]}function directoriesOf(workspace){let ofBrokers=allBrokerPaths(
workspace).filter(({directory})=>isBrokerKey(import_node_path26.default.basename(directory))).flatMap(({directory,lock})=>[directory,lock]);return[...storeDirectories(
workspace),brokersDirectory(workspace),...ofBrokers]}function findingsOf(subject,directories){let found=[],closed=[];for(let directory of directories){if(closed.
some(above=>directory.startsWith(above+import_node_path26.default.sep)))continue;let finding=directoryFinding(subject,directory);finding.level!=="ok"&&finding.fix===
null&&closed.push(directory),found.push(finding)}return found}function directoryFinding(subject,directory,uid=ownUid()){let found;try{found=(0,import_node_fs30.lstatSync)(
directory,{throwIfNoEntry:!1})}catch(error){return subject.problem(`"${directory}" cannot be looked at: ${messageOf(error)}`,"check its parents")}return found===
void 0?missingFinding(subject,directory):presentFinding(subject,directory,{found,uid})}function missingFinding(subject,directory){let parent=nearestDirectory(directory),
why=refusalOf(parent);return why===null?subject.ok(`"${directory}" is made when it is needed`):subject.problem(`"${directory}" is not there and cannot be made: \
"${parent}" ${why}`,remedyOf(subject))}function presentFinding(subject,directory,{found,uid}){let fix={apply:async()=>makePrivate([directory])},flaw=flawOf(directory,
found,uid);if(flaw?.kind==="mode")return subject.problem(`"${directory}": ${flaw.what}, others may have read or put there what they wanted`,flaw.remedy,fix);if(flaw!==
null)return subject.problem(`"${directory}": ${flaw.what}`,flaw.remedy);if(!isOpenToOwner(found,uid))return subject.problem(`"${directory}": its mode is ${modeText(
found)}`,`run "chmod 700 '${directory}'"`,fix);let why=refusalOf(directory);return why!==null?subject.problem(`"${directory}" ${why}`,remedyOf(subject)):subject.
ok(`"${directory}" ${uid===null?"":"is private and "}can be written`)}function refusalOf(directory){try{return(0,import_node_fs30.accessSync)(directory,import_node_fs30.constants.
R_OK|import_node_fs30.constants.W_OK|import_node_fs30.constants.X_OK),null}catch(error){return errorCode(error)==="EROFS"?"is on a read-only file system":`canno\
t be written: ${messageOf(error)}`}}function remedyOf(subject){return`check its owner and mode, or name another one with ${subject.id==="runtime.directory"?"COD\
EX_COMPANION_RUNTIME_DIR":"CODEX_COMPANION_STATE_DIR"}`}var UNITS2=["bytes","KiB","MiB","GiB","TiB"];function formatBytes(bytes){let power=Math.min(UNITS2.length-1,Math.max(0,Math.floor(Math.log(Math.max(1,bytes))/Math.
log(1024)))),value=bytes/1024**power;return`${power===0||value>=100?Math.round(value):Number(value.toFixed(1))} ${UNITS2[power]}`}var import_promises3=require("node:fs/promises"),import_node_path27=__toESM(require("node:path"),1);init_file_mode();init_system_error();var MAX_FILES_LOOKED_AT=1e5,
LOG=/\.log(?:\.\d+|\.old)?$/u;async function takeCensus(roots,signal,limit=MAX_FILES_LOOKED_AT){let open=[],unreadable=[],sums={entries:0,bytes:0,logBytes:0};for await(let{
file,found}of entriesBelow(roots,unreadable)){if(signal.aborted||sums.entries>=limit)return{...sums,open,unreadable,cut:!0};sums.entries+=1,isOpenToOthers(found)&&
open.push(file),found.isFile()&&(sums.bytes+=found.size,LOG.test(file)&&(sums.logBytes+=found.size))}return{...sums,open,unreadable,cut:!1}}async function*entriesBelow(roots,unreadable){
let directories=[...roots];for(let directory=directories.pop();directory!==void 0;directory=directories.pop())for await(let file of filesIn(directory,unreadable)){
let found=await(0,import_promises3.lstat)(file).catch(()=>null);found!==null&&(found.isDirectory()&&directories.push(file),yield{file,found})}}async function*filesIn(directory,unreadable){
try{for await(let{name}of await(0,import_promises3.opendir)(directory))yield import_node_path27.default.join(directory,name)}catch(error){isMissing(error)||unreadable.
push(directory)}}var LARGE_STATE_BYTES=5*1024*1024*1024;async function checkFiles(scene,signal){return censusFindings(await takeCensus(workspacesSeen(scene),signal))}function censusFindings(census){
return[sizeFinding(census),...unreadableFinding(census),...openFinding(census)]}function sizeFinding({entries,bytes,logBytes,cut}){let size=about("state.size","\
State"),what=`${cut?"more than ":""}${counted(entries,"file or directory","files and directories")}, ${formatBytes(bytes)}, of that ${formatBytes(logBytes)} in \
logs`;return bytes<=LARGE_STATE_BYTES?size.ok(what):size.warning(what,'run "codex-companion prune --older-than 30d" in the workspaces that you use most')}function unreadableFinding({
unreadable}){if(unreadable.length===0)return[];let what=`${counted(unreadable.length,"directory","directories")} cannot be read: ${named(unreadable)}`;return[about(
"state.unreadable","State").problem(what,"check their owner and mode")]}function openFinding({open}){if(open.length===0)return[];let what=`${counted(open.length,
"file or directory","files and directories")} can be read by others: ${named(open)}`;return[about("state.modes","State").warning(what,'run doctor --fix, or take\
 the rights of others away yourself ("chmod -R go=")',{apply:async()=>makePrivate(open)})]}function named(paths){return listed(paths.map(path35=>`"${path35}"`))}async function checkGit({workspace,environment},signal){let git=about("git","Git"),{available,detail}=await checkProgram("git",["--version"],{cwd:workspace.root,
environment,signal});return available?[git.ok(detail)]:[git.warning(`${detail}; reviews cannot see what has changed`,"install git")]}init_paths();init_broker_label();init_liveness();init_lock();init_fault();init_job();init_liveness();init_lock();var PASSING2=new Set(["app_server_exited","app_server_unresponsive","broker_lost","server_overloaded"]),FIRST_RETRY_MS=1e3,LONGEST_RETRY_MS=6e4;function endOrRetry(job,failed,nowMs=Date.
now()){if(job?.status!=="running"||!mayRetry(job,failed.reason))return failed;let{jobId:jobId2,reason:reason2,message:message2}=failed,retryAt=new Date(nowMs+delayMs(
job.attempt)).toISOString();return{type:"job.retrying",jobId:jobId2,reason:reason2,message:message2,attempt:job.attempt+1,of:job.request.retries+1,retryAt}}function mayRetry(job,reason2){
return PASSING2.has(reason2)&&job.stopping===null&&!job.work.acted&&job.attempt<=job.request.retries}function delayMs(attempt){return Math.min(LONGEST_RETRY_MS,
FIRST_RETRY_MS*2**(attempt-1))*(.75+Math.random()*.25)}var import_promises4=require("node:timers/promises");init_broker_label();init_liveness();init_process_table();var SWEEP_ROUNDS=50,SWEEP_PAUSE_MS=10,THREAD_VARIABLE="\
CODEX_THREAD_ID";function taggedProcesses(){return SHOWS_ENVIRONMENTS?processIds().flatMap(pid=>{if(pid===process.pid||pid===1)return[];let environment=environmentOf2(
pid),tag=valueIn(environment,RUN_TAG_VARIABLE);if(tag===null)return[];let identity=identify(pid);if(identity===null||environmentOf2(pid)!==environment)return[];
let stateRoot=valueIn(environment,"CODEX_COMPANION_STATE_DIR"),threadId=valueIn(environment,THREAD_VARIABLE);return[{identity,tag,program:programOf(pid),stateRoot,
threadId}]}):null}function sweepRun(runTag){return sweep(({tag})=>tag===runTag)}async function sweep(isMeant){let killed=new Set;for(let round=0;round<SWEEP_ROUNDS;round+=1){let left=(taggedProcesses()??[]).filter(isMeant);if(left.length===
0)break;for(let{identity}of left)signalIfSame(identity,"SIGKILL")&&killed.add(`${identity.pid} ${identity.startTime}`);await(0,import_promises4.setTimeout)(SWEEP_PAUSE_MS)}
return killed.size}function environmentOf2(pid){return readProc(pid,"environ")??""}function valueIn(environment,variable){let start2=`\0${variable}=`,at=`\0${environment}`.
indexOf(start2);if(at===-1)return null;let[value=""]=environment.slice(at+start2.length-1).split("\0",1);return Buffer.from(value,"latin1").toString("utf8")}function programOf(pid){
let[program=""]=(readProc(pid,"cmdline")??"").split("\0");return program.slice(program.lastIndexOf("/")+1)}init_job();init_log();var import_node_fs31=require("node:fs"),import_node_path28=__toESM(require("node:path"),1);init_directory_entry();init_regular_file();init_log_bytes();function olderPartOf(log){return`${log}.1`}var MAX_LOG_BYTES=64*1024*1024,APPENDING=import_node_fs31.constants.O_RDWR|import_node_fs31.constants.O_APPEND|import_node_fs31.constants.O_CREAT,JobLogWriter=class{#file;#onError;#partBytes;#open;#closed=!1;#reported=!1;constructor(file,{
onError=()=>{},maxBytes=MAX_LOG_BYTES}={}){this.#file=file,this.#onError=onError,this.#partBytes=maxBytes/2}append(text2){let start2=this.#open?.size??0;if(this.#closed)
return{start:start2,end:start2};try{return this.#append(Buffer.from(text2,"utf8"))}catch(error){this.#reported||this.#onError(error),this.#reported=!0;let size=this.#open?.
size??0;return this.#closePart(),{start:size,end:size}}}close(){this.#closed=!0,this.#closePart()}#append(bytes){let part=this.#opened();part.size>0&&part.size+
bytes.length>this.#partBytes&&(part=this.#begunAnew());let start2=part.size;return write(part,bytes),part.isWhole?{start:start2,end:part.size}:null}#begunAnew(){
let older=olderPartOf(this.#file),dropped=isThere(older)?"; what was there before has been dropped":"";this.#closePart(),renameFile(this.#file,older);let part=this.#opened(),
line2=`The log was too long and goes on here: what came before is in "${import_node_path28.default.basename(older)}"${dropped}.`;return write(part,Buffer.from(`\
[${new Date().toISOString()}] ${line2}
`)),part}#opened(){if(this.#open!==void 0)return this.#open;let descriptor=openRegularFile(this.#file,APPENDING,384),isWhole=!isThere(olderPartOf(this.#file)),part={
descriptor,isWhole,size:(0,import_node_fs31.fstatSync)(descriptor).size};return this.#open=part,endsLine(part)||write(part,Buffer.from(`
`)),part}#closePart(){this.#open!==void 0&&(0,import_node_fs31.closeSync)(this.#open.descriptor),this.#open=void 0}};function write(part,bytes){for(let done=0;done<
bytes.length;){let written=(0,import_node_fs31.writeSync)(part.descriptor,bytes,done,bytes.length-done);done+=written,part.size+=written}}function endsLine({descriptor,
size}){return size===0||readRange(descriptor,size-1,size).toString()===`
`}init_reduce();function writeChange(store,job,event,source){let changed=changedBy(job,event,source);for(let record2 of changed){let log=new JobLogWriter(store.logFile(job.id));
log.append(logLines(event,record2.updatedAt)),log.close();try{store.write(record2,{durable:!0})}catch(error){if(error instanceof AlreadyFinished)return[error.finished];
throw error}}return changed}function changedBy(job,event,source){let after=reduce(job,event,{at:new Date().toISOString(),source});return after===job?[]:[after]}function reconcile(records,facts){let corrections=[],ownerless=[];for(let job of records)job.status==="running"&&!facts.isAlive(job.broker)?corrections.push({job,
event:lost(job,facts)}):job.status==="queued"&&facts.lockHolder(job.owner.brokerKey)===null&&ownerless.push(job);return{corrections,ownerless}}function lost(job,facts){
let appServer=facts.isAlive(job.appServer)?`its app-server (pid ${job.appServer.pid}) still ran`:`its app-server (pid ${job.appServer.pid}) is gone, too`;return endOrRetry(
job,{type:"job.failed",jobId:job.id,reason:"broker_lost",message:`The broker of this job (pid ${job.broker.pid}) ended without finishing it; ${appServer}`,interruption:null})}
var WAIT_FOR_READERS_MS=1e3;async function readReconciled(store,options){let settled=new Map,whys=new Map,{corrections}=reconcile(store.listActive(),worldOf(options));
for(let[brokerKey2,group]of byBrokerKey(corrections)){let{jobs:jobs2,why}=await settle(store,brokerKey2,group,options);for(let job of jobs2)settled.set(job.id,job),
why!==null&&whys.set(job.id,why)}let{finishedLimit,sessionId=null}=options,stored=store.list(finishedLimit===void 0?{}:{finishedLimit,sessionId}).filter(job=>isFinished(
job)||job.rev>=(settled.get(job.id)?.rev??0));for(let job of stored)settled.delete(job.id);let jobs=[...stored,...settled.values()].sort(byLastChange),unsaved=[
...whys].filter(([jobId2])=>settled.has(jobId2)).map(([jobId2,why])=>({jobId:jobId2,why}));return{jobs,ownerless:reconcile(jobs,worldOf(options)).ownerless,damaged:[
...store.damaged,...store.quarantined],unsaved}}async function settle(store,brokerKey2,corrections,options){let source=options.reader??`reader-${process.pid}`,inMemory=why=>({
jobs:corrections.flatMap(c=>changedBy(c.job,c.event,source)),why});try{let attempt=await acquire(options.lockDirFor(brokerKey2),{role:"reader",holder:source,timeoutMs:WAIT_FOR_READERS_MS});
if(!attempt.ok){let{role,pid}=attempt.heldBy;return inMemory(role==="broker"?null:`another reader, pid ${pid}, holds the lock`)}try{return await settleLocked(store,
brokerKey2,corrections,options,source)}finally{attempt.lock.release()}}catch(error){return inMemory(messageOf(error))}}async function settleLocked(store,brokerKey2,corrections,options,source){
let current=corrections.flatMap(({job})=>store.read(job.id)??[]),still=reconcile(current.filter(job=>job.owner.brokerKey===brokerKey2),worldOf(options)).corrections;
if(still.length===0)return{jobs:[],why:null};for(let{job}of still)signalIfSame(job.appServer,"SIGKILL");let runTag=options.runTagOf?.(brokerKey2)??null;return runTag!==
null&&await sweepRun(runTag),{jobs:still.flatMap(({job,event})=>writeChange(store,job,event,source)),why:null}}function worldOf(options){let holders=new Map;return{
isAlive,lockHolder:brokerKey2=>{let known=holders.get(brokerKey2);if(known!==void 0)return known;let holder=inspect(options.lockDirFor(brokerKey2)),brokerId=holder?.
role==="broker"?holder.holder:null;return holders.set(brokerKey2,brokerId),brokerId}}}function byBrokerKey(corrections){let groups=new Map;for(let correction of corrections){
let key=correction.job.owner.brokerKey;groups.set(key,[...groups.get(key)??[],correction])}return groups}function byLastChange(a,b){return a.updatedAt!==b.updatedAt?
a.updatedAt<b.updatedAt?1:-1:a.id<b.id?1:-1}init_private_directory();function storesSeen(places){return workspacesSeen(places).flatMap(workspace=>{try{return[JobStore.open(workspace)]}catch(error){if(error instanceof DirectoryRefused)
return[];throw error}})}async function checkJobs(scene){let found=storesSeen(scene).flatMap(jobFindings);return found.length===0?[about("jobs.lost","Jobs").ok("each active one has its \
broker")]:found}function jobFindings(store){let{corrections,ownerless}=reconcile(store.listActive(),worldOf2(store.directory)),lost2=corrections.map(({job})=>job.
id),waiting=ownerless.map(({id})=>id);return[...lost2.length===0?[]:[lostFinding(store,lost2)],...waiting.length===0?[]:[waitingFinding(store.directory,waiting)]]}
function lostFinding(store,ids){let workspace=store.directory,what=`${counted(ids.length,"job")} of "${workspace}" ${ids.length===1?"is":"are"} recorded as runn\
ing, and the broker is gone: ${listed(ids)}`;return about("jobs.lost","Jobs").warning(what,'run doctor --fix, or any command that reads jobs there ("codex-compa\
nion status"): reading settles them',settling(store))}function waitingFinding(workspace,ids){let what=`${counted(ids.length,"job")} of "${workspace}" ${ids.length===
1?"waits":"wait"} for a broker, and none runs: ${listed(ids)}`;return about("jobs.waiting","Jobs").warning(what,'run "codex-companion status" there: it starts o\
ne')}function settling(store){let workspace=store.directory;return{apply:async()=>{let{jobs,unsaved}=await readReconciled(store,{lockDirFor:key=>brokerPaths(workspace,
key).lock,runTagOf:key=>readBrokerLabel(brokerPaths(workspace,key).label)?.runTag??null,finishedLimit:0,reader:`doctor-${process.pid}`}),[first4]=unsaved;if(first4!==
void 0)throw new Error(`cannot save the end of ${first4.jobId}: ${first4.why}`);return`Settled the jobs of "${workspace}"; ${counted(jobs.length,"active one")} \
left`}}}function worldOf2(workspace){return{isAlive,lockHolder:key=>{let holder=inspect(brokerPaths(workspace,key).lock);return holder?.role==="broker"?holder.holder:
null}}}var import_node_fs33=require("node:fs"),import_node_path30=__toESM(require("node:path"),1);init_paths();var import_node_fs32=require("node:fs"),import_node_path29=__toESM(require("node:path"),1);init_directory_entry();init_local_endpoint();init_within();init_broker_label();
init_lock();init_dist();init_process_identity();init_names_in();init_regular_file();init_within();init_liveness();init_remove_file();var MAX_NOTE_BYTES=4096;function endPrograms(directory){return namesIn(directory).filter(name=>{let identity=noted(within(directory,name));return identity!==null&&signalGroupIfSame(identity,
"SIGKILL")}).length}function noted(file){try{let parsed2=safeParse(ProcessIdentitySchema,JSON.parse(readRegularFile(file,MAX_NOTE_BYTES)));return parsed2.success?
parsed2.output:null}catch{return null}}async function clearLeftovers(files){let killed=readBrokerLabel(files.paths.label);killed!==null&&(await sweepRun(killed.runTag),removeSocketsElsewhere(killed,files)),
endPrograms(files.paths.programs),removeBrokerFiles(files)}function removeSocketsElsewhere({endpoint},{sockets}){if(!isPipe(endpoint))for(let address2 of[sockets.
control,sockets.events]){let file=within(import_node_path29.default.dirname(endpoint),import_node_path29.default.basename(address2));try{socketAt(file)==="socke\
t"&&removeSocketFile(file)}catch{}}}async function clearAbandoned(files,options){let{lock,timeoutMs,also}=options,claim=await acquire(lock,{role:"reader",holder:`\
reader-${process.pid}`,timeoutMs});if(!claim.ok)return!1;try{return await clearLeftovers(files),also?.(),!0}finally{claim.lock.release()}}function removeBrokerFiles({
paths,sockets}){for(let file of[paths.label,paths.limits])removeFile(file);for(let address2 of[sockets.control,sockets.events])removeSocketFile(address2);for(let folder of[
paths.threads,paths.programs])(0,import_node_fs32.rmSync)(folder,{recursive:!0,force:!0})}init_lock();init_local_endpoint();init_broker_label();init_plain_text();var PROGRAM_CHARS=40;async function checkOrphans(scene){let processes=taggedProcesses(),orphans=about("orphans","Orphans");if(processes===null)return[orphans.note(
"cannot be looked for: processes do not show their environment here")];let sorted=sortOut(processes,brokersSeen(scene),ownFacts(scene));if(sorted.unsure)return[
orphans.note("cannot be told: a broker has no label at the moment","run doctor again")];let{orphaned}=sorted;if(orphaned.length===0)return[orphans.ok("no proces\
s has outlived its broker")];let names2=orphaned.map(({identity,program})=>`${identity.pid} (${oneLine(program,PROGRAM_CHARS)})`),remedy=`run doctor --fix, or "\
kill -KILL ${orphaned.map(({identity})=>identity.pid).join(" ")}"`,what=`${counted(orphaned.length,"process","processes")} of brokers that are gone: ${listed(names2)}`;
return[orphans.problem(what,remedy,sweeping(scene,new Set(orphaned.map(({tag})=>tag))))]}function ownFacts({stateRoot,environment}){return{stateRoot,tag:environment[RUN_TAG_VARIABLE]}}
function sortOut(processes,brokers,own){let living=brokers.filter(broker=>!isDead(broker)),unsure=living.some(({label:label2})=>label2===null),spared=new Set([...living.
map(({label:label2})=>label2?.runTag),...untouchable(processes,brokers,own)]),ours=processes.filter(({stateRoot})=>stateRoot===own.stateRoot);return{orphaned:unsure?
[]:ours.filter(({tag})=>!spared.has(tag)),unsure}}function untouchable(processes,brokers,own){let holders=new Set(brokers.filter(isLive).map(({holder})=>`${holder.
pid} ${holder.startTime}`)),nested=processes.filter(({identity:{pid,startTime}})=>holders.has(`${pid} ${startTime}`));return new Set([own.tag,...nested.map(({tag})=>tag)])}
function sweeping(scene,tags){return{apply:async()=>{let{orphaned}=sortOut(taggedProcesses()??[],brokersSeen(scene),ownFacts(scene)),ended=0;for(let tag of new Set(
orphaned.map(orphan=>orphan.tag).filter(tag2=>tags.has(tag2))))ended+=await sweepRun(tag);return`Ended ${counted(ended,"process","processes")} of brokers that a\
re gone`}}}var WAIT_FOR_READERS_MS2=2e3;async function checkLeftovers(scene){let found=[...brokersSeen(scene).flatMap(broker=>leftoversOf(broker,scene)),...workspacesSeen(
scene).flatMap(deadClaimsOf)];return found.length===0?[about("leftovers.broker","Leftovers").ok("no broker has left anything")]:found}function leftoversOf(broker,scene){
let{paths,key,sockets,unreadable}=broker,leftovers=about("leftovers.broker","Leftovers");if(unreadable!==null)return[leftovers.problem(`the lock "${paths.lock}"\
 cannot be read: ${unreadable}`,"check its owner and mode")];if(!isDead(broker))return[];let claims=deadClaims(paths.lock).length,left=[...(0,import_node_fs33.existsSync)(
paths.label)?["its label"]:[],...(0,import_node_fs33.existsSync)(paths.threads)?["the files of its threads"]:[],...[sockets?.control,sockets?.events].filter(isSocket).
map(socket=>`the socket "${socket}"`),...claims===0?[]:[counted(claims,"claim to its lock","claims to its lock")]];if(left.length===0)return[];let what=`the bro\
ker ${key} of "${broker.workspace}" is gone and left ${left.join(", ")}`;return[leftovers.warning(what,"run doctor --fix, or a job there: the next broker clears\
 it up",clearing(broker,scene))]}function clearing({paths,key,sockets,label:label2},scene){return{apply:async()=>{if(sockets===null)throw new Error("the sockets\
 have no place (see the settings)");let spared=untouchable(taggedProcesses()??[],brokersSeen(scene),ownFacts(scene));if(label2!==null&&spared.has(label2.runTag))
throw new Error(`a job of the broker ${key} has started something that is alive: end that first`);return await clearAbandoned({paths,sockets},{lock:paths.lock,timeoutMs:WAIT_FOR_READERS_MS2})?
`Cleared up after the broker ${key}`:`Left the broker ${key} alone: it is there again`}}}function deadClaimsOf(workspace){return workspaceLocks(workspace).flatMap(
lock=>{let dead=deadClaims(lock).length;if(dead===0)return[];let name=import_node_path30.default.basename(lock),fix={apply:async()=>(removeDead(lock),`Removed t\
he dead claims to the ${name} of "${workspace}"`)},what=`${counted(dead,"claim")} to the ${name} of "${workspace}" ${dead===1?"is":"are"} of processes that are \
gone`;return[about("leftovers.claims","Leftovers").warning(what,"run doctor --fix; they hold up nobody",fix)]})}function isSocket(file){return file!==void 0&&!isPipe(
file)&&socketAt(file)==="socket"}var import_node_fs34=require("node:fs"),import_node_path31=__toESM(require("node:path"),1);init_control();init_fault();init_message();init_peer();init_deadline();init_client_error();init_daemon();var NOT_CODEX=new Set([CONTROL_ERRORS.helloRequired,CONTROL_ERRORS.versionMismatch,CONTROL_ERRORS.draining,CONTROL_ERRORS.codexUnavailable,CONTROL_ERRORS.codexSilent,
RPC_ERRORS.methodNotFound]);function isCodexAnswer(error){return error instanceof RpcError&&!NOT_CODEX.has(error.code)}init_daemon();init_fault();init_plain_text();init_regular_file();init_daemon();init_fault();init_plain_text();var NOTHING_KNOWN={authMethod:null,verified:null,requiresOpenaiAuth:null,provider:null};function authRefused(detail){return{available:!0,loggedIn:!1,detail,source:"app-server",...NOTHING_KNOWN}}function authOf(answer){let{requiresOpenaiAuth,provider}=answer;return{...{available:!0,source:"app-server",requiresOpenaiAuth,provider:provider?.id??null},...verdictOn(
answer)}}function verdictOn({account,requiresOpenaiAuth,provider}){switch(account?.type){case"chatgpt":return{loggedIn:!0,authMethod:"chatgpt",verified:!0,detail:`\
ChatGPT login active${account.email===null?"":` for ${account.email}`}`};case"apiKey":return{loggedIn:!0,authMethod:"apiKey",verified:!1,detail:"API key configu\
red (unverified)"};default:{let none={authMethod:null,verified:null},name=nameOf(provider);return requiresOpenaiAuth===!1?{...none,loggedIn:!0,detail:`${name} i\
s configured and does not require OpenAI authentication`}:{...none,loggedIn:!1,detail:`${name} requires OpenAI authentication`}}}}var NAMES=new Map([["openai","\
OpenAI"],["ollama","Ollama"],["lmstudio","LM Studio"]]);function nameOf(provider){return provider===null?"The active provider":provider.name??NAMES.get(provider.
id)??provider.id}var ACCOUNT_MS=8e3;init_plain_text();var MAX_CHARS=300,ERROR=/^\s*error\b/iu;function tellingLine(said){let lines=said.trim().split(`
`);return oneLine(lines.find(line2=>ERROR.test(line2))??lines.at(-1)??"",MAX_CHARS)}var LOGIN_MS=ACCOUNT_MS+PROGRAM_MS,MAX_OUTPUT_BYTES2=64*1024,MAX_CONFIGURATION_BYTES=4*1024*1024,DETAIL_CHARS2=300,REMEDY='run "codex login" (or "codex login --\
device-auth" where no browser can be opened)';async function checkLogin(scene,signal){let{codex}=scene;if(codex===null)return[];let auth=await askBroker(scene,signal);
return auth!==null?[findingOf(auth)]:[loginFinding(await askProgram(codex,scene,signal),configuredProvider(scene.codexHome))]}async function askBroker({place:place2,
workspace},signal){if(place2===null)return null;try{let client=await findBroker(place2.paths,{impatient:!0,signal});if(client===null)return null;try{return authOf(
await client.call("codex/account",{cwd:workspace.cwd},ACCOUNT_MS))}finally{client.close()}}catch(error){return isCodexAnswer(error)?authRefused(oneLine(messageOf(
error),DETAIL_CHARS2)):null}}function findingOf({loggedIn,detail,requiresOpenaiAuth}){let login=about("codex.login","Login");return loggedIn===!0?login.ok(detail):
login.problem(detail,requiresOpenaiAuth===!0?REMEDY:'see what "codex doctor" says')}function askProgram({command,script,environment},scene,signal){return runBounded(
command,[...script,"login","status"],{cwd:scene.workspace.root,environment:{...scene.environment,...environment},timeoutMs:PROGRAM_MS,maxBytes:MAX_OUTPUT_BYTES2,
signal})}function loginFinding(ended,provider){let login=about("codex.login","Login");if(ended.id!=="exited")return login.warning('"codex login status" did not \
answer',"run it by hand");let said=tellingLine(`${ended.stdout.toString("utf8")}
${ended.stderr}`);if(ended.status===0)return login.ok(said);if(!/not logged in/iu.test(said))return login.note(`cannot be told: ${said===""?`status ${ended.status}`:
said}`,"run setup: it asks Codex");if(provider===null)return login.problem(said,REMEDY);let other=`not logged in at OpenAI; the configured provider "${oneLine(provider,
DETAIL_CHARS2)}" may not need it`;return login.note(other,"run setup: it asks Codex")}function configuredProvider(codexHome){let text2;try{text2=readRegularFile(
(0,import_node_fs34.realpathSync)(import_node_path31.default.join(codexHome,"config.toml")),MAX_CONFIGURATION_BYTES)}catch{return null}let[own=""]=text2.split(/^\s*\[/mu),
[,provider]=/^\s*model_provider\s*=\s*["']([^"']+)["']/mu.exec(own)??[];return provider===void 0||provider==="openai"?null:provider}var MIN_NODE="20.3",[MIN_MAJOR=0,MIN_MINOR=0]=MIN_NODE.split(".").map(Number);function nodeFinding(version,file){let node=about("node","Node"),[,major,minor]=(/^v(\d+)\.(\d+)\./u.
exec(version)??[]).map(Number);return isRecent(major??0,minor??0)?node.ok(`${version} (${file})`):node.problem(`${version} (${file}) is too old: ${MIN_NODE} or \
later is needed`,`install Node ${MIN_NODE} or later`)}function isRecent(major,minor){return major>MIN_MAJOR||major===MIN_MAJOR&&minor>=MIN_MINOR}async function checkNode(){
return[nodeFinding(process.version,process.execPath)]}init_runtime_packages();var PACKAGES_MS=LOAD_MS+1e3;async function checkPackages({program}){let packages=about("packages","Packages"),broken2=await brokenPackages(program);if(broken2.length===
0)return[packages.ok("installed")];let fix={apply:()=>install(program)};return broken2.map(one=>packages.problem(one.what,one.remedy,isInstallable(one)?fix:void 0))}
async function install(program){let repair2=await repairRuntimePackages(program);if(!repair2.ok)throw new Error(repair2.why);return"Installed the packages"}var TESTED="linux x64",MISSING={darwin:"; commands that outlive a killed broker and its app-server are not found there",win32:"; commands that outlive a killed \
broker and its app-server are not found there, and whether others may read the state is not checked"};function platformFindings({platform:platform2,arch}){let here=`${platform2}\
 ${arch}`;if(here===TESTED)return[];let what=`not tested on ${here}, but on ${TESTED} only${MISSING[platform2]??""}`;return[about("platform","System").note(what,
'see "Limits" in the README')]}async function checkPlatform({system}){return platformFindings(system)}var import_node_path33=__toESM(require("node:path"),1);init_dist();init_plain_text();init_dist();init_plain_text();var COMMAND_CHARS=200,READ_CHARS=65536,SHELL=/^(?:\S*\/)?(?:ba|z|da|k)?sh\s+-[a-z]*c\s+/u,PIECE=/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/guy;
function commandText(command){let beginning=command.trim().slice(0,READ_CHARS),inner=beginning.replace(SHELL,"");return oneLine(inner===beginning?beginning:unquoted(
inner)??inner,COMMAND_CHARS)}function unquoted(text2){if(text2.startsWith("'")&&text2.indexOf("'",1)===text2.length-1)return text2.slice(1,-1);let word="",end=0;
for(let match of text2.matchAll(PIECE)){let[piece,single,double,escaped3,plain]=match;word+=single??double?.replace(/\\(["\\$`])/gu,"$1")??escaped3??plain??"",end+=
piece.length}return end===text2.length?word:void 0}var PREFIX=String.raw`(?:^|&&|\|\||[;|(\n])\s*(?:\w+=\S*\s+)*(?:(?:npx|pnpm exec|yarn dlx|bunx|uv run|poetry run|bundle exec|time|env|sudo)\s+(?:-\S+\s+)*)*(?:\S*\/)?`,
CHECKERS="vitest|jest|mocha|ava|pytest|py\\.test|tox|nox|rspec|phpunit|ctest|tsc|eslint|biome|ruff|mypy|pyright|flake8|pylint|shellcheck|golangci-lint|make|ninja\
|bazel|gradlew?|mvn|xcodebuild",RUNNERS="(?:npm|pnpm|yarn|bun|deno|cargo|go|dotnet|swift|mix|zig|rake|just|task|node|python3?)\\s+(?:run(?:-script)?\\s+|-m\\s+|--(\
?=test))*",CHECKS="[\\w:.-]*(?:test|build|lint|check|vet|clippy|verify|mypy|compileall)",VERIFYING=new RegExp(`${PREFIX}(?:(?:${CHECKERS})\\b|${RUNNERS}${CHECKS}\
)`,"u");function isVerification(command){return VERIFYING.test(command)}function fieldsOf(value){return isRecord2(value)?value:{}}function isRecord2(value){return typeof value=="object"&&value!==null}init_dist();var MAX_ID_CHARS=200,IdSchema=pipe(string(),maxLength(MAX_ID_CHARS));var MAX_PATH_CHARS=4096,Text2=nullish(string(),""),OptionalText=nullish(string(),null),Section=pipe(unknown(),transform(section=>fieldsOf(section).text??section),
string()),Sections=nullish(array(Section),[]),PathText=pipe(string(),maxLength(MAX_PATH_CHARS)),common2={id:nullish(IdSchema,null)},ending={...common2,status:OptionalText},
ITEM_SCHEMAS={userMessage:object({type:literal("userMessage"),...common2}),agentMessage:object({type:literal("agentMessage"),...common2,text:Text2,phase:OptionalText}),
reasoning:object({type:literal("reasoning"),...common2,summary:Sections}),commandExecution:object({type:literal("commandExecution"),...ending,command:pipe(Text2,
transform(commandText)),exitCode:nullish(number(),null)}),fileChange:object({type:literal("fileChange"),...ending,changes:nullish(array(object({path:PathText,kind:fallback(
nullish(object({type:OptionalText,move_path:nullish(PathText,null)}),null),null)})),[])}),mcpToolCall:object({type:literal("mcpToolCall"),...ending,server:Text2,
tool:Text2}),dynamicToolCall:object({type:literal("dynamicToolCall"),...ending,namespace:Text2,tool:Text2}),collabAgentToolCall:object({type:literal("collabAgen\
tToolCall"),...ending,tool:Text2,receiverThreadIds:nullish(array(IdSchema),[])}),subAgentActivity:object({type:literal("subAgentActivity"),...common2,agentThreadId:nullish(
IdSchema,""),agentPath:nullish(PathText,"")}),webSearch:object({type:literal("webSearch"),...common2,query:Text2}),enteredReviewMode:object({type:literal("enter\
edReviewMode"),...common2,review:Text2}),exitedReviewMode:object({type:literal("exitedReviewMode"),...common2,review:Text2})},PLAIN_ITEM_TYPES=["contextCompacti\
on","functionCallOutput","hookPrompt","imageGeneration","imageView","plan","sleep"],NamedItemSchema=object({type:string(),id:fallback(nullish(IdSchema,null),null),
status:fallback(OptionalText,null)}),SCHEMA_OF=new Map(Object.entries(ITEM_SCHEMAS)),PLAIN=new Set(PLAIN_ITEM_TYPES);function parseItem(value){let known=parseKnown(
value);if(known!==null)return known;let named2=safeParse(NamedItemSchema,value);if(!named2.success)return null;let{type:name,id,status:status2}=named2.output;return{
type:"named",name,id,status:status2,known:PLAIN.has(name)}}function parseKnown(value){let{type}=fieldsOf(value),schema=typeof type=="string"?SCHEMA_OF.get(type):
void 0;if(schema===void 0)return null;let parsed2=safeParse(schema,value);return parsed2.success?parsed2.output:null}init_plain_text();var UNAUTHORIZED_STATUS=401,DETAILS_CHARS=1e3,REASONS_BY_INFO=new Map([["usagelimitexceeded","usage_limit"],["unauthorized","unauthorized"],["contextwindowexcee\
ded","context_window"],["serveroverloaded","server_overloaded"]]);function faultOfTurnError(error){return{reason:reasonOf(error.codexErrorInfo),message:sentenceOf(
error)}}function sentenceOf({message:message2,additionalDetails}){let details=oneLine(additionalDetails??"",DETAILS_CHARS);return details===""||message2.includes(
details)?message2:`${message2} (${details})`}function reasonOf(info){if(typeof info=="string")return reasonNamed(info);let[name="",detail]=Object.entries(fieldsOf(info))[0]??[],{httpStatusCode}=fieldsOf(detail);
return httpStatusCode===UNAUTHORIZED_STATUS?"unauthorized":reasonNamed(name)}function reasonNamed(name){return REASONS_BY_INFO.get(name.replaceAll("_","").toLowerCase())??
"turn_failed"}function endOf(state,turn){switch(turn.status){case"completed":return{status:"completed",finalMessage:finalMessage(state,turn.items)};case"interrupted":return{status:"\
interrupted"};case"failed":return{status:"failed",fault:faultOf(state,turn)};default:return{status:"failed",fault:{reason:"protocol_error",message:unknownStatus(
turn.status)}}}}function finalMessage({review,finalAnswer,lastMessage},items){return review??finalAnswer??lastMessage??lastMessageIn(items)??""}function lastMessageIn(items){
let last2=null;for(let value of items){let item=parseItem(value);item?.type==="agentMessage"&&(last2=item.text)}return last2}function faultOf(state,turn){return turn.
error!==null?faultOfTurnError(turn.error):state.fatalError??{reason:"turn_failed",message:"The turn failed without a reason"}}function unknownStatus(status2){return`\
Cannot tell how the turn ended: its status is ${status2===null?"missing":`"${status2}"`}`}init_plain_text();init_unreachable();var SUBJECT_CHARS=200;function labelOf2(item){switch(item.type){case"userMessage":return"prompt";case"agentMessage":return"message";case"reasoning":return"reaso\
ning";case"commandExecution":return item.command===""?"command":`command: ${item.command}`;case"fileChange":return titled("file change",severalOf2(item.changes.
map(change2=>change2.path)));case"mcpToolCall":return titled("tool",dotted(item.server,item.tool));case"dynamicToolCall":return titled("tool",dotted(item.namespace,
item.tool));case"collabAgentToolCall":return titled("sub-agent",item.tool);case"subAgentActivity":return titled("sub-agent",item.agentPath);case"webSearch":return titled(
"web search",item.query);case"enteredReviewMode":return oneLine(item.review,SUBJECT_CHARS)||"review";case"exitedReviewMode":return"review output";case"named":return oneLine(
inWords(item.name),SUBJECT_CHARS);default:return unreachable(item)}}function phaseOf(item){switch(item.type){case"agentMessage":return item.phase==="commentary"?
"running":"finalizing";case"reasoning":return"thinking";case"commandExecution":return isVerification(item.command)?"verifying":"investigating";case"mcpToolCall":case"\
dynamicToolCall":case"webSearch":return"investigating";case"fileChange":return"editing";case"enteredReviewMode":case"exitedReviewMode":return"reviewing";case"us\
erMessage":case"collabAgentToolCall":case"subAgentActivity":case"named":return"running";default:return unreachable(item)}}function titled(title,subject){let flat=oneLine(
subject,SUBJECT_CHARS);return flat===""?title:`${title}: ${flat}`}function severalOf2(names2){let[first4="",...others]=names2;return others.length===0?first4:`${first4}\
 and ${others.length} more`}function dotted(owner,name){return owner===""?name:`${owner}.${name}`}function inWords(name){return name.replace(/(?<=[a-z])[A-Z]/gu,
letter=>` ${letter.toLowerCase()}`)}function sourceOf(state,threadId,turnId){let label2=state.children.get(threadId);return label2!==void 0?{kind:"child",label:label2}:threadId===state.threadId&&isOwnTurn(
state,turnId)?{kind:"root"}:void 0}function isOwnTurn(state,turnId){return state.turnId===null||turnId===null||turnId===""?!0:turnId===state.turnId||turnId===state.
activeTurnId}function withChild(state,threadId,given){let known=state.children.get(threadId),isFull=known===void 0&&state.children.size>=1e3,label2=given??known??
nameOf2(threadId);if(threadId===state.threadId||isFull||label2===known)return{state,facts:[]};let children=new Map(state.children).set(threadId,label2),facts=known===
void 0?[{kind:"subAgentStarted",threadId,label:label2}]:[];return{state:{...state,children},facts}}function nameOf2(threadId){return`sub-agent ${threadId.slice(
-6)}`}var SAID=new Set(["agentMessage","reasoning","enteredReviewMode","exitedReviewMode"]),NAMELESS_MESSAGE="agentMessage";function foldItemStarted(state,item,owner){
let{state:next,facts}=withAgents(state,item);if(item.type==="userMessage")return{state:next,facts};let started2={kind:"itemStarted",itemId:idOf(item),label:ownedLabel(
item,owner),phase:phaseOf(item),command:item.type==="commandExecution",...SAID.has(item.type)?{said:!0}:{}};return{state:next,facts:[...facts,started2]}}function foldItemCompleted(state,item,owner){
let{state:next,facts}=withAgents(state,item);if(item.type==="userMessage")return{state:next,facts};let ended=endFact(item,owner);return owner.kind!=="root"?{state:next,
facts:[...facts,ended]}:{state:withWords(next,item),facts:[...facts,ended,...wordFacts(state,item)]}}function endFact(item,owner){let itemId2=idOf(item),status2=endStatus(
"status"in item?item.status:null);switch(item.type){case"commandExecution":return{kind:"commandCompleted",itemId:itemId2,command:item.command,exitCode:item.exitCode,
status:status2};case"fileChange":return{kind:"filesChanged",itemId:itemId2,paths:pathsOf(item),status:status2};default:return{kind:"itemEnded",itemId:itemId2,label:ownedLabel(
item,owner),status:status2}}}function wordFacts(state,item){switch(item.type){case"exitedReviewMode":return[{kind:"reviewCompleted",text:item.review}];case"agen\
tMessage":return item.text===state.review?[]:[{kind:"messageCompleted",text:item.text}];case"reasoning":return item.summary.length===0?[]:[{kind:"reasoningCompl\
eted",sections:item.summary}];default:return[]}}function withWords(state,item){return item.type==="exitedReviewMode"?{...state,review:item.review}:item.type!=="\
agentMessage"?state:item.phase!=="final_answer"?{...state,lastMessage:item.text}:{...state,lastMessage:item.text,finalAnswer:item.text}}function withAgents(state,item){
if(item.type==="subAgentActivity")return withAgent(state,item);if(item.type!=="collabAgentToolCall"||item.tool!=="spawnAgent")return{state,facts:[]};let next=state,
facts=[];for(let threadId of item.receiverThreadIds){let grown=withChild(next,threadId,null);next=grown.state,facts.push(...grown.facts)}return{state:next,facts}}
function withAgent(state,{agentThreadId,agentPath}){return agentThreadId===""?{state,facts:[]}:withChild(state,agentThreadId,agentPath||null)}function pathsOf(item){
return item.changes.flatMap(({path:path35,kind})=>{let movedTo=kind?.move_path??null;return movedTo===null?[path35]:[path35,movedTo]})}function idOf(item){return item.
id??(item.type==="named"?item.name.slice(0,MAX_ID_CHARS):item.type)}function ownedLabel(item,owner){return owner.kind==="root"?labelOf2(item):`${owner.label}: ${labelOf2(
item)}`}function endStatus(status2){return status2==="declined"?"declined":status2==="failed"||status2==="interrupted"?"failed":"completed"}init_dist();init_finite_number();var OptionalText2=nullish(string(),null),OptionalId=nullish(IdSchema,null),Count=nullish(FiniteNumberSchema,0),address={threadId:IdSchema,turnId:OptionalId},TurnErrorSchema=object(
{message:nullish(string(),"no reason was given"),codexErrorInfo:optional(unknown()),additionalDetails:OptionalText2}),Turn=object({id:fallback(IdSchema,""),rootTurnId:fallback(
OptionalId,null),status:fallback(OptionalText2,null),error:fallback(nullish(TurnErrorSchema,null),null),items:fallback(nullish(array(unknown()),[]),[])}),TurnNotification=object(
{threadId:IdSchema,turn:Turn}),ItemNotification=object({...address,item:unknown()}),DeltaNotification=object(address),MessageDeltaNotification=object({...address,
itemId:fallback(OptionalId,null),delta:fallback(string(),"")}),Tokens=object({totalTokens:Count,inputTokens:Count,cachedInputTokens:Count,cacheWriteInputTokens:Count,
outputTokens:Count,reasoningOutputTokens:Count}),NONE={},UsageNotification=object({...address,tokenUsage:object({total:Tokens,last:optional(Tokens,NONE)})}),SECONDS=nullish(
FiniteNumberSchema,null),Window=nullish(object({usedPercent:FiniteNumberSchema,windowDurationMins:SECONDS,resetsAt:SECONDS}),null),RateLimitsNotification=object(
{rateLimits:object({limitId:OptionalText2,limitName:OptionalText2,planType:OptionalText2,primary:Window,secondary:Window,credits:nullish(object({hasCredits:boolean(),
unlimited:boolean(),balance:OptionalText2}),null)})}),ErrorNotification=object({...address,error:TurnErrorSchema,willRetry:nullish(boolean(),!1)}),WarningNotification=object(
{threadId:OptionalText2,message:string()}),NoticeNotification=object({summary:string(),details:OptionalText2}),ReroutedNotification=object({...address,fromModel:string(),
toModel:string(),reason:OptionalText2}),McpStatusNotification=object({threadId:OptionalText2,name:string(),status:OptionalText2,error:OptionalText2}),ThreadNotification=object(
{threadId:string()});var NOTICE_CHARS=500,STREAMED=[{kind:"streamed"}],QUIET_METHODS=["account/rateLimits/updated","account/updated","remoteControl/status/changed","serverRequest/re\
solved","skills/changed","thread/goal/cleared","thread/name/updated","thread/readState/changed","thread/settings/updated","thread/started","thread/status/change\
d","thread/tokenUsage/updated"],HANDLERS={"turn/started":on(TurnNotification,turnStarted),"turn/completed":on(TurnNotification,turnCompleted),"item/started":on(
ItemNotification,(state,params)=>foldItem(state,params,foldItemStarted)),"item/completed":on(ItemNotification,(state,params)=>foldItem(state,params,foldItemCompleted)),
"item/agentMessage/delta":on(MessageDeltaNotification,messageStreamed),"item/commandExecution/outputDelta":on(DeltaNotification,streamed),"item/commandExecution\
/terminalInteraction":on(DeltaNotification,streamed),"item/fileChange/outputDelta":on(DeltaNotification,streamed),"item/fileChange/patchUpdated":on(DeltaNotification,
streamed),"item/mcpToolCall/progress":on(DeltaNotification,streamed),"item/plan/delta":on(DeltaNotification,streamed),"item/reasoning/summaryPartAdded":on(DeltaNotification,
streamed),"item/reasoning/summaryTextDelta":on(DeltaNotification,streamed),"item/reasoning/textDelta":on(DeltaNotification,streamed),"turn/diff/updated":on(DeltaNotification,
streamed),"turn/plan/updated":on(DeltaNotification,streamed),"thread/closed":on(ThreadNotification,threadClosed),error:on(ErrorNotification,errorReported),warning:on(
WarningNotification,(state,{threadId,message:message2})=>noticed(state,threadId,message2)),configWarning:on(NoticeNotification,summaryNoticed),deprecationNotice:on(
NoticeNotification,summaryNoticed),"model/rerouted":on(ReroutedNotification,rerouted),"mcpServer/startupStatus/updated":on(McpStatusNotification,mcpStatusChanged)},
FOLD_OF=new Map([...Object.entries(HANDLERS).map(([method,handler])=>[method,handler.fold]),...QUIET_METHODS.map(method=>[method,unchanged])]);function on(reads,handle){return{reads,fold:(state,params)=>{let parsed2=safeParse(reads,params);return parsed2.success?handle(state,parsed2.output):unchanged({
...state,malformedCount:state.malformedCount+1})}}}function unchanged(state){return{state,facts:[]}}function turnStarted(state,{threadId,turn}){if(threadId!==state.
threadId)return state.children.has(threadId)||turn.rootTurnId!==null&&turn.rootTurnId===state.turnId?withChild(state,threadId,null):unchanged(state);let rootTurnId=turn.
rootTurnId??turn.id;return!(state.turnId===null||turn.id===state.turnId||rootTurnId===state.turnId)||state.ended||turn.id===""?unchanged(state):unchanged({...state,
turnId:state.turnId??rootTurnId,activeTurnId:turn.id})}function turnCompleted(state,{threadId,turn}){if(threadId!==state.threadId||state.ended)return unchanged(
state);let end=endOf(state,turn);return state.turnId===null?unchanged({...state,early:{turnId:turn.id,end}}):!isOwnTurn(state,turn.id)&&turn.rootTurnId!==state.
turnId?unchanged(state):{state:{...state,ended:!0},facts:[],ended:end}}function foldItem(state,{threadId,turnId,item:value},foldOwned){let owner=sourceOf(state,
threadId,turnId);if(owner===void 0)return unchanged(state);let item=parseItem(value);if(item===null)return unchanged({...state,malformedCount:state.malformedCount+
1});let isUnknown=item.type==="named"&&!item.known;return foldOwned(isUnknown?{...state,unknownCount:state.unknownCount+1}:state,item,owner)}function streamed(state,{
threadId,turnId}){return sourceOf(state,threadId,turnId)===void 0?unchanged(state):{state,facts:STREAMED}}function messageStreamed(state,params){let{threadId,turnId,
itemId:itemId2,delta:text2}=params;return text2===""||sourceOf(state,threadId,turnId)?.kind!=="root"?streamed(state,params):{state,facts:[{kind:"messageStreamed",
itemId:itemId2??NAMELESS_MESSAGE,text:text2}]}}function threadClosed(state,{threadId}){if(threadId!==state.threadId||state.ended)return unchanged(state);let message2="\
The app-server closed the thread before the turn ended",fatalError=state.fatalError??{reason:"turn_failed",message:message2};return{state:{...state,fatalError},
facts:[{kind:"errorReported",message:message2}]}}function errorReported(state,params){let source=sourceOf(state,params.threadId,params.turnId);if(source===void 0)
return unchanged(state);let message2=oneLine(sentenceOf(params.error),NOTICE_CHARS);if(source.kind==="child")return{state,facts:[{kind:"noticed",message:`${source.
label}: ${message2}`}]};if(params.willRetry)return{state,facts:[{kind:"retrying",message:message2}]};let fatalError=state.ended?state.fatalError:faultOfTurnError(
params.error);return{state:{...state,fatalError},facts:[{kind:"errorReported",message:message2}]}}function summaryNoticed(state,params){let{summary,details}=params;
return noticed(state,null,details===null?summary:`${summary} (${details})`)}function rerouted(state,params){let why=params.reason===null?"":` (${params.reason})`;
return noticed(state,params.threadId,`Model changed from ${params.fromModel} to ${params.toModel}${why}`)}function mcpStatusChanged(state,params){if(params.status!==
"failed")return unchanged(state);let why=params.error??"no reason was given";return noticed(state,params.threadId,`MCP server "${params.name}" failed to start: ${why}`)}
function noticed(state,threadId,message2){return threadId===null||threadId===state.threadId||state.children.has(threadId)?{state,facts:[{kind:"noticed",message:oneLine(
message2,NOTICE_CHARS)}]}:unchanged(state)}var MAX_DEPTH=24,SchemaDocument=class{#root;constructor(root){this.#root=root}definition(...name){return["definitions",...name].reduce((node,part)=>fieldsOf(node)[part],
this.#root)}alternatives(node,depth=0){if(depth>MAX_DEPTH)return[];let fields=fieldsOf(node),{$ref:reference}=fields;if(typeof reference=="string")return this.alternatives(
this.#at(reference),depth+1);let combined=["anyOf","oneOf","allOf"].flatMap(kind=>listOf(fields[kind]));if(combined.length===0)return[fields];let inner=combined.
flatMap(part=>this.alternatives(part,depth+1));return"properties"in fields?[fields,...inner]:inner}field(node,name){let found=[];for(let alternative of this.alternatives(
node)){let properties=fieldsOf(alternative.properties);Object.hasOwn(properties,name)?found.push(properties[name]):isOpen2(alternative)&&found.push(alternative.
additionalProperties)}return found.length===0?null:{anyOf:found}}elements(node){return{anyOf:this.alternatives(node).flatMap(alternative=>alternative.items??[])}}messages(name){
return this.#byConstant(this.definition(name),"method",message2=>fieldsOf(message2.properties).params)}variants(...name){return this.#byConstant(this.definition(
...name),"type",variant2=>variant2)}#byConstant(node,field,pick){let found=new Map;for(let alternative of this.alternatives(node)){let{enum:values,const:value}=fieldsOf(
fieldsOf(alternative.properties)[field]);for(let name of[...listOf(values),value])typeof name=="string"&&found.set(name,pick(alternative))}return found}#at(reference){
return reference.replace(/^#\//u,"").split("/").reduce((node,part)=>fieldsOf(node)[part],this.#root)}};function listOf(value){return Array.isArray(value)?value:
[]}function isOpen2(node){let{additionalProperties}=node;return additionalProperties!==void 0?additionalProperties!==!1:!["type","properties","enum","const"].some(
key=>key in node)}var SETTINGS2={cwd:!0,model:!0,approvalPolicy:!0,sandbox:!0,config:!0},REQUESTS_USED={initialize:{serves:"every job",essential:!0,answer:"InitializeResponse",parameters:{
clientInfo:!0,capabilities:!0}},"thread/start":{serves:"every job",essential:!0,answer:"ThreadStartResponse",parameters:{...SETTINGS2,ephemeral:!0}},"turn/start":{
serves:"every task",essential:!0,answer:"TurnStartResponse",parameters:{threadId:!0,input:!0,model:!0,effort:!0,outputSchema:!0}},"turn/interrupt":{serves:"canc\
el and the deadlines of a job",essential:!0,answer:"TurnInterruptResponse",parameters:{threadId:!0,turnId:!0}},"thread/resume":{serves:"task --resume",essential:!1,
answer:"ThreadResumeResponse",parameters:{...SETTINGS2,threadId:!0,excludeTurns:!0}},"review/start":{serves:"review",essential:!1,answer:"ReviewStartResponse",parameters:{
threadId:!0,target:!0}},"thread/list":{serves:"task --resume-last",essential:!1,answer:"ThreadListResponse",parameters:{cwd:!0,searchTerm:!0,limit:!0,sortKey:!0}},
"thread/name/set":{serves:"the names of threads",essential:!1,answer:"ThreadSetNameResponse",parameters:{threadId:!0,name:!0}},"thread/unsubscribe":{serves:"let\
ting go of the thread of a job",essential:!1,answer:"ThreadUnsubscribeResponse",parameters:{threadId:!0}},"thread/backgroundTerminals/clean":{serves:"ending com\
mands that outlive their turn",essential:!1,answer:"ThreadBackgroundTerminalsCleanResponse",parameters:{threadId:!0}},"thread/loaded/list":{serves:"the signs of\
 life of the app-server",essential:!1,answer:"ThreadLoadedListResponse",parameters:{limit:!0}},"account/read":{serves:"setup",essential:!1,answer:"GetAccountRes\
ponse",parameters:{refreshToken:!0}},"config/read":{serves:"setup",essential:!1,answer:"ConfigReadResponse",parameters:{cwd:!0}},"externalAgentConfig/import":{serves:"\
transfer",essential:!1,answer:"ExternalAgentConfigImportResponse",parameters:{migrationItems:!0}}},ESSENTIAL_NOTIFICATIONS=new Set(["turn/started","turn/complet\
ed","item/started","item/completed"]);init_dist();var OptionalText3=nullish(string(),null),InitializeResultSchema=object({userAgent:OptionalText3,codexHome:OptionalText3}),ThreadResultSchema=object({thread:object(
{id:pipe(IdSchema,minLength(1)),name:OptionalText3}),model:OptionalText3,reasoningEffort:OptionalText3,sandbox:optional(pipe(unknown(),transform(sandboxWord)),null),
approvalPolicy:optional(pipe(unknown(),transform(policyWord)),null)}),TurnStartResultSchema=object({turn:object({id:pipe(IdSchema,minLength(1)),rootTurnId:OptionalText3})}),
AccountResultSchema=object({account:nullish(object({type:string(),email:OptionalText3,planType:OptionalText3}),null),requiresOpenaiAuth:nullish(boolean(),null)}),
ConfigResultSchema=object({config:object({model:OptionalText3,model_provider:OptionalText3,model_providers:fallback(nullish(record(string(),looseObject({name:OptionalText3})),
{}),{})})}),ThreadListResultSchema=object({data:array(object({id:string(),name:OptionalText3,updatedAt:nullish(number(),null)}))}),ImportResultSchema=object({importId:OptionalText3}),
AnyResultSchema=unknown(),CODEX_RESULTS={initialize:InitializeResultSchema,"thread/start":ThreadResultSchema,"thread/resume":ThreadResultSchema,"thread/name/set":AnyResultSchema,
"thread/unsubscribe":AnyResultSchema,"thread/loaded/list":AnyResultSchema,"turn/start":TurnStartResultSchema,"review/start":TurnStartResultSchema,"turn/interrup\
t":AnyResultSchema,"thread/backgroundTerminals/clean":AnyResultSchema,"account/read":AccountResultSchema,"config/read":ConfigResultSchema,"thread/list":ThreadListResultSchema,
"externalAgentConfig/import":ImportResultSchema};function sandboxWord(sandbox){if(typeof sandbox=="string")return sandbox;let parsed2=safeParse(object({type:string()}),sandbox);return parsed2.success?parsed2.output.
type.replace(/[A-Z]/gu,letter=>`-${letter.toLowerCase()}`):null}function policyWord(policy){return typeof policy=="string"?policy:typeof policy=="object"&&policy!==
null?Object.keys(policy)[0]??null:null}init_dist();init_plain_text();var REJECTION="This job runs without a person to ask; go on without it",REFUSALS2={"item/commandExecution/requestApproval":{decision:"decline"},"item/fileChange\
/requestApproval":{decision:"decline"},"item/permissions/requestApproval":{permissions:{},scope:"turn"},"item/tool/requestUserInput":{answers:{}},"mcpServer/eli\
citation/request":{action:"decline",content:null,_meta:null},"item/tool/call":{contentItems:[{type:"inputText",text:REJECTION}],success:!1},execCommandApproval:{
decision:{denied:{rejection:REJECTION}}},applyPatchApproval:{decision:{denied:{rejection:REJECTION}}}};var UNSUPPORTED=["account/chatgptAuthTokens/refresh","attestation/generate","currentTime/read"];var Details=object({threadId:fallback(nullish(string(),null),null),conversationId:fallback(nullish(string(),null),null),command:fallback(nullish(union([string(),
array(string())]),null),null),reason:fallback(nullish(string(),null),null),message:fallback(nullish(string(),null),null),serverName:fallback(nullish(string(),null),
null),tool:fallback(nullish(string(),null),null)});function strayFields(reading,given,document){return straysIn(reading,given,{document,path:"",needed:!0})}function straysIn(reading,given,spot){let{type,entries,
wrapped:wrapped2,item}=fieldsOf(reading);return wrapped2!==void 0?straysIn(wrapped2,given,spot):type==="array"?straysIn(item,spot.document.elements(given),spot):
Object.entries(fieldsOf(entries)).flatMap(([name,entry])=>{let path35=spot.path===""?name:`${spot.path}.${name}`,needed=spot.needed&&!canBeLeftOut(entry),field=spot.
document.field(given,name);return field===null?[{path:path35,needed}]:straysIn(entry,field,{...spot,path:path35,needed})})}function canBeLeftOut(entry){let fields=fieldsOf(
entry);return"fallback"in fields||fields.type==="optional"||fields.type==="nullish"}var EVERY_JOB="every job";function protocolFit(schema){let document=new SchemaDocument(schema),requests=document.messages("ClientRequest"),notifications=document.
messages("ServerNotification"),asked=document.messages("ServerRequest"),items=document.variants("v2","ThreadItem");if([requests,notifications,asked,items].some(
found=>found.size===0))return null;let answered2=new Set([...Object.keys(REFUSALS2),...UNSUPPORTED]),shown2=new Set([...Object.keys(ITEM_SCHEMAS),...PLAIN_ITEM_TYPES]);
return{misfits:[...methods().flatMap(method=>requestMisfits(method,requests,document)),...notificationMisfits(notifications,document),...itemMisfits(items,document)],
unknownRequests:[...asked.keys()].filter(method=>!answered2.has(method)),unknownItems:[...items.keys()].filter(type=>!shown2.has(type)),compared:{requests:methods().
length,answers:methods().filter(method=>answerOf2(method,document)!==void 0).length,notifications:Object.keys(HANDLERS).length}}}function methods(){return Object.
keys(REQUESTS_USED).filter(isMethod)}function isMethod(name){return Object.hasOwn(REQUESTS_USED,name)}function requestMisfits(method,requests,document){let{serves,
essential:grave,parameters}=REQUESTS_USED[method];if(!requests.has(method))return[{what:`it has no request "${method}"`,serves,grave}];let unknown2=Object.keys(
parameters).filter(name=>document.field(requests.get(method),name)===null),given=answerOf2(method,document),strays=given===void 0?[]:strayFields(CODEX_RESULTS[method],
given,document);return[...unknown2.map(name=>({what:`"${method}" has no parameter "${name}"`,serves,grave})),...strays.map(({path:path35,needed})=>({what:`its a\
nswer to "${method}" has no field "${path35}"`,serves,grave:grave&&needed}))]}function answerOf2(method,document){let{answer}=REQUESTS_USED[method];return document.
definition("v2",answer)??document.definition(answer)}function notificationMisfits(notifications,document){return Object.entries(HANDLERS).flatMap(([method,{reads}])=>{
let essential=ESSENTIAL_NOTIFICATIONS.has(method),serves=essential?EVERY_JOB:"what is shown of a job";return notifications.has(method)?strayFields(reads,notifications.
get(method),document).map(({path:path35,needed})=>({what:`its notification "${method}" has no field "${path35}"`,serves,grave:essential&&needed})):[{what:`it do\
es not notify of "${method}"`,serves,grave:essential}]})}function itemMisfits(items,document){return Object.entries(ITEM_SCHEMAS).flatMap(([type,reading])=>{let said=type===
"agentMessage",serves=said?EVERY_JOB:"what is shown of a job";return items.has(type)?strayFields(reading,items.get(type),document).map(({path:path35})=>({what:`\
its item "${type}" has no field "${path35}"`,serves,grave:said&&path35==="text"})):[{what:`it has no item "${type}"`,serves,grave:said}]})}init_plain_text();init_regular_file();var import_promises5=require("node:fs/promises"),import_node_os9=__toESM(require("node:os"),1),import_node_path32=__toESM(require("node:path"),1);async function inScratchDirectory(work){
let directory=await(0,import_promises5.mkdtemp)(import_node_path32.default.join(import_node_os9.default.tmpdir(),"codex-companion-"));try{return await work(directory)}finally{
await(0,import_promises5.rm)(directory,{recursive:!0,force:!0})}}var SCHEMA_MS=8e3,SCHEMA_FILE="codex_app_server_protocol.schemas.json",MAX_SCHEMA_BYTES=64*1024*1024,MAX_OUTPUT_BYTES3=64*1024,NAME_CHARS=100,REMEDY2='run "npm \
install -g @openai/codex@latest", or update codex-companion if it is the older one';async function checkProtocol({codex,environment},signal){if(codex===null)return[];
let schema=await inScratchDirectory(directory=>schemaOf(codex,directory,{environment,signal}));return protocolFindings(protocolFit(schema))}async function schemaOf(codex,directory,{
environment,signal}){let generate=["app-server","generate-json-schema","--experimental","--out",directory];await runBounded(codex.command,[...codex.script,...generate],
{cwd:directory,environment:{...environment,...codex.environment},timeoutMs:SCHEMA_MS,maxBytes:MAX_OUTPUT_BYTES3,signal});try{return JSON.parse(readRegularFile(import_node_path33.default.
join(directory,SCHEMA_FILE),MAX_SCHEMA_BYTES))}catch{return}}function protocolFindings(fit){let protocol=about("codex.protocol","Protocol");if(fit===null)return[
protocol.note("cannot be compared: this Codex does not write its protocol down")];let{misfits,compared}=fit,grave=misfits.filter(misfit=>misfit.grave),light=misfits.
filter(misfit=>!misfit.grave),found=[...grave.length===0?[]:[protocol.problem(clauses(grave),REMEDY2)],...light.length===0?[]:[protocol.warning(clauses(light),REMEDY2)]],
{requests,notifications}=compared,fits=`has the ${requests} requests and ${notifications} notifications that are used, with all their fields`;return[...found.length===
0?[protocol.ok(fits)]:found,...unknowns(fit)]}function clauses(misfits){return listed(misfits.map(({what,serves})=>`${what} (for ${serves})`))}function unknowns({
unknownRequests,unknownItems}){let news=about("codex.news","Protocol"),found=[];return unknownRequests.length>0&&found.push(news.note(`Codex may ask for what th\
is version does not know, and is refused: ${names(unknownRequests)}`)),unknownItems.length>0&&found.push(news.note(`turns may have items that this version shows\
 by their name only: ${names(unknownItems)}`)),found}function names(of){return listed(of.map(name=>`"${oneLine(name,NAME_CHARS)}"`))}init_plain_text();var RECORDS_LOOKED_AT=64,WHY_CHARS4=200;async function checkRecords(scene){let damages=storesSeen(scene).flatMap(damagesOf);return damages.length===0?[about("re\
cords","Records").ok("can be read")]:recordFindings(damages)}function damagesOf(store){return store.list({finishedLimit:RECORDS_LOOKED_AT}),[...store.damaged,...store.
quarantined]}function recordFindings(damages){let newer=damages.filter(({kind})=>kind==="newer"),broken2=damages.filter(({kind})=>kind!=="newer"),found=[];if(broken2.
length>0){let remedy="other jobs are not affected; look at them, and remove them to hear no more of it",what=`${counted(broken2.length,"record")} cannot be read\
: ${shown(broken2)}`;found.push(about("records","Records").warning(what,remedy))}if(newer.length>0){let what=`${counted(newer.length,"record")} of a newer versi\
on: ${shown(newer)}`;found.push(about("records.newer","Records").note(what,"update codex-companion"))}return found}function shown(damages){return listed(damages.
map(({file,why})=>`"${file}" (${oneLine(why,WHY_CHARS4)})`))}init_windows_program();var SANDBOX_MS=8e3,MAX_OUTPUT_BYTES4=64*1024,CONSEQUENCE="jobs can run no commands, not to look around, not to test, and with --write not to change anything, un\
less they run without a sandbox",REFUSED2=/bwrap|namespace|landlock|seccomp|sandbox|operation not permitted|permission denied/iu,UNKNOWN_COMMAND=/unrecognized|unexpected argument|unknown|invalid|usage:|cannot run/iu;
function idleCommand(platform2){return platform2==="win32"?[windowsProgram("cmd"),"/d","/c","exit"]:["true"]}async function checkSandbox({codex,environment,system},signal){
if(codex===null)return[];let args=[...codex.script,"sandbox","--",...idleCommand(system.platform)],ended=await inScratchDirectory(cwd=>runBounded(codex.command,
args,{cwd,environment:{...environment,...codex.environment},timeoutMs:SANDBOX_MS,maxBytes:MAX_OUTPUT_BYTES4,signal}));return[sandboxFinding(ended,system.platform)]}
function sandboxFinding(ended,platform2){let sandbox=about("sandbox","Sandbox"),command=["codex","sandbox","--",...idleCommand(platform2)].join(" "),byHand=`run\
 "${command}" by hand to see more`;if(ended.id==="timed_out")return sandbox.warning(`it did not come up within ${SANDBOX_MS/1e3} s`,byHand);if(ended.id!=="exite\
d")return sandbox.note('cannot be checked: "codex sandbox" could not be run');if(ended.status===0)return sandbox.ok("Codex can run commands in it");let said=tellingLine(
ended.stderr);return ended.status===2&&UNKNOWN_COMMAND.test(ended.stderr)?sandbox.note('cannot be checked: this Codex has no "codex sandbox -- COMMAND"'):REFUSED2.
test(said)?sandbox.problem(`refused: ${said}; ${CONSEQUENCE}`,remedyOn(platform2)??byHand):sandbox.warning(`"${command}" ended with ${ended.status}${said===""?"":
`: ${said}`}`,byHand)}function remedyOn(platform2){return platform2==="linux"?"allow unprivileged user namespaces (sysctl user.max_user_namespaces, kernel.appar\
mor_restrict_unprivileged_userns), or install bubblewrap; in a container that is a sandbox itself use --sandbox danger-full-access":null}var import_node_fs35=require("node:fs");init_config();init_config_error();init_nearest();init_paths();init_rows();init_fault();init_plain_text();var VALUES={CODEX_COMPANION_JOB_ID:({id})=>id,CODEX_COMPANION_JOB_STATUS:({status:status2})=>status2,CODEX_COMPANION_JOB_REASON:job=>job.status==="failed"?job.reason:
null,CODEX_COMPANION_JOB_KIND:({kind})=>kind,CODEX_COMPANION_JOB_TITLE:({title})=>title,CODEX_COMPANION_WORKSPACE:({workspaceRoot})=>workspaceRoot,CODEX_COMPANION_SESSION_ID:({
sessionId})=>sessionId},JOB_VARIABLES=Object.keys(VALUES);init_broker_label();init_dist();init_fault();init_atomic_file();init_private_directory();init_regular_file();init_system_error();init_within();init_write_error();var MAX_SETTINGS_BYTES=65536,
WorkspaceSettingsSchema=object({stopReviewGate:optional(boolean(),!1)});function readWorkspaceSettings(workspaceDirectory2){let file=settingsFile(workspaceDirectory2);
try{return parse(WorkspaceSettingsSchema,JSON.parse(readRegularFile(file,MAX_SETTINGS_BYTES)))}catch(error){if(isMissing(error))return{stopReviewGate:!1};throw new Error(
`Cannot read "${file}": ${messageOf(error)} (remove it, or run "codex-companion setup" with the choice you want)`)}}function settingsFile(workspaceDirectory2){return within(workspaceDirectory2,"settings.json")}var CERTIFICATES_COST="about 40 ms",PREFIX2="CODEX_COMPANION_",PROXIES=["HTTPS_PROXY","https_proxy","HTTP_PROXY","http_proxy","ALL_PROXY","all_proxy"];async function checkSettings(scene){
let{environment}=scene;return[...settingFindings(scene),...strangers(environment),...certificates(environment),...injected(environment),...proxies(environment)]}
function settingFindings(scene){let settings=about("settings","Settings"),wrong=[...scene.unusable,...problemsOf(scene),...withoutSockets(scene),...unknownGate(
scene)];if(wrong.length>0)return wrong.map(message2=>settings.problem(...apart(message2)));let files=scene.files.filter(({exists:exists2})=>exists2).map(({path:path35})=>`\
"${path35}"`);return[settings.ok(files.length===0?"can be used":`can be used, also those in ${listed(files)}`)]}function withoutSockets({runtimeRoot,stateRoot}){
try{return socketPaths(runtimeRoot,stateRoot,""),[]}catch(error){if(error instanceof ConfigError)return[error.message];throw error}}function unknownGate({workspace}){
try{return readWorkspaceSettings(workspace.directory),[]}catch(error){return[messageOf(error)]}}function apart(message2){let[,detail=message2,remedy="set it oth\
erwise, or not at all"]=/^(.*) \(([^()]*)\)$/su.exec(message2)??[];return[detail,remedy]}function strangers(environment){let known=[...ROWS.map(({variable})=>variable),
...JOB_VARIABLES,RUN_TAG_VARIABLE],unknown2=Object.keys(environment).filter(name=>name.startsWith(PREFIX2)&&!known.includes(name)),lower=known.map(name=>name.toLowerCase());
return unknown2.map(name=>{let meant=nearest(name,lower)?.toUpperCase(),remedy=meant===void 0?'"codex-companion config" lists them all':`did you mean ${meant}?`;
return about("environment.unknown","Environment").note(`${name} is no setting`,remedy)})}function certificates(environment){let file=environment.NODE_EXTRA_CA_CERTS;
if(!file)return[];let found=about("environment.certificates","Environment");return(0,import_node_fs35.existsSync)(file)?[found.note(`NODE_EXTRA_CA_CERTS makes e\
ach start of a command ${CERTIFICATES_COST} slower`)]:[found.note(`NODE_EXTRA_CA_CERTS names "${file}", which is not there`,"unset it")]}function injected(environment){
return environment.NODE_OPTIONS?[about("environment.node","Environment").note("NODE_OPTIONS changes how every process of ours runs, threads included")]:[]}function proxies(environment){
let set=PROXIES.filter(name=>environment[name]);return set.length===0?[]:[about("environment.proxy","Environment").note(`Codex goes through a proxy: ${set.join(
", ")}`)]}var import_node_net2=require("node:net"),import_node_path34=__toESM(require("node:path"),1);init_local_endpoint();init_names_in();init_system_error();var CONNECT_MS=1e3,OURS=/^[0-9a-f]{16}\.(?:control|events)$/u;async function checkSockets(scene,signal){let sockets=about("sockets","Sockets"),known=new Set(brokersSeen(
scene).flatMap(({sockets:sockets2})=>Object.values(sockets2??{}))),unknown2=namesIn(scene.runtimeRoot).filter(name=>OURS.test(name)).map(name=>import_node_path34.default.
join(scene.runtimeRoot,name)).filter(file=>!known.has(file)&&socketAt(file)==="socket"),listening=await Promise.all(unknown2.map(file=>isListenedTo(file,signal))),
dead=unknown2.filter((_,index)=>!listening[index]);if(dead.length===0)return[sockets.ok("each has its broker")];let what=`nobody listens at ${counted(dead.length,
"socket")} of no workspace here: ${listed(dead.map(file=>`"${file}"`))}`;return[sockets.note(what,"remove them, unless another state directory uses the same run\
time directory")]}function isListenedTo(file,signal){return new Promise(resolve2=>{let socket=(0,import_node_net2.connect)(file),done=answer=>{signal.removeEventListener(
"abort",onAbort),socket.destroy(),resolve2(answer)},onAbort=()=>done(!0);signal.addEventListener("abort",onAbort),socket.setTimeout(CONNECT_MS,onAbort),socket.once(
"connect",onAbort),socket.once("error",error=>done(errorCode(error)!=="ECONNREFUSED"&&errorCode(error)!=="ENOENT"))})}var import_promises6=require("node:fs/promises");init_file_mode();var MIN_FREE_BYTES=64*1024*1024,LOW_FREE_BYTES=1024*1024*1024,MIN_FREE_INODES=1e3;async function checkSpace({stateRoot,runtimeRoot}){let state=nearestDirectory(
stateRoot),runtime=nearestDirectory(runtimeRoot),isOneSystem=(await(0,import_promises6.stat)(state)).dev===(await(0,import_promises6.stat)(runtime)).dev,found=[
spaceFinding("state",stateRoot,await roomAt(state),LOW_FREE_BYTES)];return isOneSystem||found.push(spaceFinding("runtime",runtimeRoot,await roomAt(runtime),1)),
found}async function roomAt(directory){let{bsize,bavail,bfree,files,ffree}=await(0,import_promises6.statfs)(directory);return{bytes:(ownUid()===0?bfree:bavail)*
bsize,inodes:files===0?null:ffree}}function spaceFinding(area,directory,room,lowBytes){let space=about(`${area}.space`,"Disk space"),free=`${formatBytes(room.bytes)}\
 free where "${directory}" is`,remedy='free some disk space; "codex-companion prune" removes old jobs';return room.bytes<Math.min(MIN_FREE_BYTES,lowBytes)?space.
problem(`only ${free}: jobs fail`,remedy):room.inodes!==null&&room.inodes<MIN_FREE_INODES?space.problem(`only ${room.inodes} files can still be made where "${directory}\
" is`,remedy):room.bytes<lowBytes?space.warning(`only ${free}`,remedy):space.ok(free)}var CHECKS2=[{name:"node",title:"Node",run:checkNode},{name:"platform",title:"System",run:checkPlatform},{name:"packages",title:"Packages",run:checkPackages,deadlineMs:PACKAGES_MS},
{name:"codex",title:"Codex",run:checkCodexProgram},{name:"login",title:"Login",run:checkLogin,deadlineMs:LOGIN_MS},{name:"protocol",title:"Protocol",run:checkProtocol},
{name:"sandbox",title:"Sandbox",run:checkSandbox},{name:"git",title:"Git",run:checkGit},{name:"settings",title:"Settings",run:checkSettings},{name:"directories",
title:"State directory",run:checkDirectories},{name:"space",title:"Disk space",run:checkSpace},{name:"files",title:"State",run:checkFiles},{name:"brokers",title:"\
Broker",run:checkBrokers},{name:"jobs",title:"Jobs",run:checkJobs},{name:"leftovers",title:"Leftovers",run:checkLeftovers},{name:"orphans",title:"Orphans",run:checkOrphans},
{name:"sockets",title:"Sockets",run:checkSockets},{name:"records",title:"Records",run:checkRecords},{name:"clock",title:"Clock",run:checkClock}];init_fault();init_deadline();init_plain_text();var CHECK_MS=1e4,WHY_CHARS5=500;async function examine(checks,scene,dismissed=new AbortController().signal){return(await Promise.all(checks.map(check3=>outcomeOf(
check3,scene,dismissed)))).flat()}async function outcomeOf(check3,scene,dismissed){let{name,title,deadlineMs=CHECK_MS}=check3,over=new AbortController;try{return await within2(
check3.run(scene,AbortSignal.any([over.signal,dismissed])),deadlineMs,title)}catch(error){let failed=about(`${name}.unchecked`,title);return[error instanceof DeadlineExceeded&&
error.ms===deadlineMs?failed.problem(`this check did not come to an end within ${deadlineMs/1e3} s`,"run doctor again"):failed.problem(`cannot be checked: ${oneLine(
messageOf(error),WHY_CHARS5)}`,"see what is wrong there")]}finally{over.abort()}}init_paint();init_wrap_ansi();function wrapped(text2,columns){return wrapAnsi(text2,Math.max(1,columns),{hard:!0}).split(`
`)}init_plain_text();var MAX_CHARS2=4e3,MIN_COLUMNS=60,MARKS={unicode:{ok:"\u2713",note:"\xB7",warning:"!",problem:"\u2717",remedy:"\u2192"},ascii:{ok:"ok  ",note:"note",warning:"wa\
rn",problem:"FAIL",remedy:"->"}};function renderDoctor({findings,fixed},archive,style){let page=new Page(style,Math.max(...findings.map(({title})=>title.length)));
return`${[findings.map(finding=>page.finding(finding)),...fixed.length===0?[]:[["Fixed:",...fixed.map(repair2=>page.repair(repair2))]],...archive===null?[]:[archiveLines(
archive)],[summaryOf(findings,fixed)]].map(lines=>lines.join(`
`)).join(`

`)}
`}var Page=class{#style;#titleWidth;#marks;#paint;constructor(style,titleWidth){this.#style=style,this.#titleWidth=titleWidth,this.#marks=MARKS[style.unicode?"u\
nicode":"ascii"],this.#paint=paintWith(style.color)}finding({level,title,detail,remedy}){let mark=this.#tinted(level,this.#marks[level]),indent=this.#marks.ok.length+
this.#titleWidth+3,head=`${mark} ${title.padEnd(this.#titleWidth)}  ${this.#wrapped(detail,indent)}`;if(remedy===null)return head;let arrow=this.#marks.remedy,told=this.#wrapped(
remedy,indent+arrow.length+1);return`${head}
${" ".repeat(indent)}${this.#paint.quiet(`${arrow} ${told}`)}`}repair({ok,title,detail}){let level=ok?"ok":"problem",text2=ok?detail:`${title}: ${detail}`;return`${this.#tinted(
level,this.#marks[level])} ${this.#wrapped(text2,this.#marks.ok.length+1)}`}#tinted(level,text2){let{good,quiet,urgent,bad}=this.#paint;return{ok:good,note:quiet,
warning:urgent,problem:bad}[level](text2)}#wrapped(text2,indent){let flat=oneLine(text2,MAX_CHARS2),{columns}=this.#style;return columns===null||columns<MIN_COLUMNS?
flat:wrapped(flat,columns-indent).join(`
${" ".repeat(indent)}`)}};function archiveLines({file,bytes,entries,leftOut}){let width=Math.max(...entries.map(({name})=>name.length));return[`Wrote "${oneLine(
file,MAX_CHARS2)}" (${formatBytes(bytes)}, for you only). Look at it before you pass it on:`,...entries.map(entry=>`  ${entry.name.padEnd(width)}  ${formatBytes(
entry.bytes)}`),...leftOut.map(name=>`  ${name}: left out, since there would be too much`)]}function summaryOf(findings,fixed){let problems=findings.filter(({level})=>level===
"problem").length,warnings=findings.filter(({level})=>level==="warning").length,failed=new Set(fixed.filter(({ok})=>!ok).map(({id})=>id)),fixable=findings.filter(
({id,fix})=>fix!==null&&!failed.has(id)).length,parts=[...problems===0?[]:[counted(problems,"problem")],...warnings===0?[]:[counted(warnings,"warning")]];if(parts.
length===0)return"No problem found.";let mended=fixable===0?"":` "doctor --fix" takes care of ${fixable} of them.`;return`${parts.join(", ")}.${mended}`}init_fault();init_plain_text();var MAX_ROUNDS=3,DETAIL_CHARS3=500;async function repair(found,look){let tried=new Set,fixed=[],findings=found;for(let round=0;round<
MAX_ROUNDS;round+=1){let open=findings.filter(finding=>finding.fix!==null&&!tried.has(keyOf(finding)));if(open.length===0)break;for(let finding of open)tried.add(
keyOf(finding)),fixed.push(...await repairOne(finding));findings=await look()}return{findings,fixed}}function keyOf({id,detail}){return`${id} ${detail}`}async function repairOne({
id,title,fix}){if(fix===null)return[];try{return[{id,title,ok:!0,detail:await fix.apply()}]}catch(error){return[{id,title,ok:!1,detail:oneLine(messageOf(error),
DETAIL_CHARS3)}]}}var import_node_path35=__toESM(require("node:path"),1);init_codex_binary();init_config();init_config_error();init_paths();init_workspace_root();var import_node_fs36=require("node:fs");function thisProgram(){return(0,import_node_fs36.realpathSync)(process.argv[1]??"")}function survey(directory){let cwd=import_node_path35.default.resolve(directory),workspaceRoot=workspaceRootOf(cwd);return{...surveyConfig(workspaceRoot),workspaceRoot,
cwd}}function openScene({config,unusable:unusable2,workspaceRoot:root,cwd}){let workspace={root,cwd,directory:workspaceDirectory(config.stateRoot,root)},{platform:platform2,
arch}=process,around={program:thisProgram(),nowMs:Date.now(),system:{platform:platform2,arch}};return{...config,unusable:unusable2,workspace,...codexOf(config,root),
...around}}function codexOf(config,workspaceRoot){try{return{codex:configuredCodex(config),codexMissing:null,place:placeOf2(config,workspaceRoot)}}catch(error){
if(error instanceof CodexNotFound)return{codex:null,codexMissing:error.detail,place:null};throw error}}function placeOf2(config,workspaceRoot){try{return brokerPlaceFor(
config,workspaceRoot)}catch(error){if(error instanceof ConfigError)return null;throw error}}var SILENT_PLACE="place.silent",ANSWER_MS=2e3,LOOK='for place; do [ -e "$place" ]; done; exit 0';async function silentPlaces(named2,touch=touchByShell){let directories=[
...new Set(named2.map(({path:path35})=>path35))];if(await touch(directories))return[];let answers=await Promise.all(directories.map(directory=>touch([directory]))),
silent=new Set(directories.filter((_,index)=>!answers[index]));return named2.filter(({path:path35})=>silent.has(path35)).map(silence)}function silence({what,path:path35}){
return about(SILENT_PLACE,"Directory").problem(`"${path35}" (${what}) does not answer within ${ANSWER_MS/1e3} s; nothing else was looked at`,'see whether the fi\
le system that it is on is reachable ("mount", "dmesg"), or name another directory')}async function touchByShell(directories){let limits={cwd:"/",environment:{},
timeoutMs:ANSWER_MS,maxBytes:1024};return(await runBounded("/bin/sh",["-c",LOOK,"sh",...directories],limits)).id!=="timed_out"}async function runDoctor(options){try{let{result,archive}=await untilSignalled(dismissed=>diagnose(options,dismissed));return show(result,archive,options.json===
!0),process.exitCode=exitCodeOf(result.findings),await processIo().written(),null}catch(error){let exitCode=exitCodeForError(error);if(exitCode===null)throw error;
return{exitCode,message:messageOf(error)}}}function show(result,archive,json){let io2=processIo(),report={...doctorReport(result),...archive===null?{}:{bundle:archive}};
json?io2.json(report):io2.out(renderDoctor(result,archive,styleOf(process.stdout)))}async function diagnose(options,dismissed){let cwd=options.cwd??process.cwd(),
place2={io:processIo(),config:{environment:processEnvironment()}},quiet=options.json===!0;return withProgress(place2,"Examining",()=>examined(cwd,options,dismissed),
{quiet})}async function examined(cwd,{fix,bundle:file},dismissed){let look=async()=>{let findings=await lookAtAll(cwd,dismissed);if(dismissed.aborted)throw new CliError(
EXIT.interrupted,"Interrupted before everything was looked at");return findings},found=await look(),result=fix===!0?await repair(found,look):{findings:found,fixed:[]};
return{result,archive:file===void 0?null:await bundleOf(result,cwd,file)}}function styleOf(stream){let environment=processEnvironment(),{redraw,color,glyphs:unicode}=abilityOf(
stream,environment);return{unicode,color,columns:redraw?stream.columns??null:null}}async function bundleOf(result,cwd,file){return result.findings.some(({id})=>id===
SILENT_PLACE)?null:bundle(openScene(survey(cwd)),doctorReport(result),file===!0?null:file)}async function lookAtAll(directory,dismissed){let named2=await silentPlaces(
[...namedDirectories(),{what:"the working directory",path:directory}]);if(named2.length>0)return named2;let surveyed=survey(directory),configured=await silentPlaces(
configuredDirectories(surveyed.config.settings));return configured.length>0?configured:examine(CHECKS2,openScene(surveyed),dismissed)}function doctorReport({findings,
fixed}){return{ok:findings.every(({level})=>level!=="problem"),findings:findings.map(({fix,...finding})=>({...finding,fixable:fix!==null})),fixed:fixed.map(repair2=>({
...repair2}))}}function exitCodeOf(findings){let problems=findings.filter(({level})=>level==="problem");return problems.some(({id})=>id.startsWith(CODEX_PREFIX))?
EXIT.codexUnusable:problems.length===0?EXIT.done:EXIT.jobFailed}0&&(module.exports={runDoctor});
