"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// apps/action/main.ts
var import_node_child_process = require("node:child_process");
var import_node_fs2 = require("node:fs");
var import_node_module = require("node:module");
var import_node_os = require("node:os");
var import_node_path = __toESM(require("node:path"), 1);

// apps/action/inputs.ts
var FAIL_ON = ["error", "warn", "never"];
function readInputs(environment) {
  const textOf = (name) => (environment[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const linesOf = (name) => textOf(name).split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const failOn = textOf("fail-on") || "error";
  if (!FAIL_ON.includes(failOn)) throw new Error(`Input fail-on: write error, warn or never instead of "${failOn}".`);
  const changedOnly = textOf("changed-only") || "false";
  if (changedOnly !== "true" && changedOnly !== "false")
    throw new Error(`Input changed-only: write true or false instead of "${changedOnly}".`);
  const threshold = textOf("score-threshold");
  if (threshold !== "" && !(/^\d{1,3}$/.test(threshold) && Number(threshold) <= 100))
    throw new Error(`Input score-threshold: write a whole number from 0 to 100 instead of "${threshold}".`);
  const formats = linesOf("format");
  for (const format of formats) {
    if (!/^[a-z]+:./.test(format))
      throw new Error(`Input format: write name:file instead of "${format}", e.g. sarif:medlint.sarif.`);
  }
  return {
    paths: linesOf("paths"),
    config: textOf("config") || void 0,
    formats,
    changedOnly: changedOnly === "true",
    failOn,
    scoreThreshold: threshold === "" ? void 0 : Number(threshold)
  };
}

// apps/action/runner.ts
var import_node_fs = require("node:fs");
function reportError(message, file) {
  const place = file === void 0 ? "" : ` file=${escapeData(file).replaceAll(":", "%3A").replaceAll(",", "%2C")}`;
  process.stdout.write(`::error${place}::${escapeData(message)}
`);
}
function setOutput(name, value) {
  append("GITHUB_OUTPUT", `${name}=${value}
`);
}
function addToSummary(markdown) {
  append("GITHUB_STEP_SUMMARY", markdown);
}
function baseOf(environment) {
  if (environment["GITHUB_BASE_REF"]) return `origin/${environment["GITHUB_BASE_REF"]}`;
  const eventFile = environment["GITHUB_EVENT_PATH"];
  if (environment["GITHUB_EVENT_NAME"] !== "push" || !eventFile) return void 0;
  const { before } = JSON.parse((0, import_node_fs.readFileSync)(eventFile, "utf8"));
  return before && /^[0-9a-f]{40,64}$/.test(before) && !/^0+$/.test(before) ? before : void 0;
}
function append(variable, text) {
  const file = process.env[variable];
  if (file) (0, import_node_fs.appendFileSync)(file, text);
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// apps/action/main.ts
var LARGEST_REPORT = 1024 ** 3;
try {
  process.exitCode = runAction(readInputs(process.env));
} catch (error) {
  reportError(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
function runAction(inputs) {
  const workspace = process.env["GITHUB_WORKSPACE"] || process.cwd();
  const command = installedCommand(workspace);
  const shared = sharedWords(inputs);
  const lintStatus = lint(command, workspace, inputs, shared);
  if (lintStatus === 2 || inputs.scoreThreshold === void 0) return lintStatus;
  return Math.max(lintStatus, checkScores(command, workspace, inputs.scoreThreshold, shared));
}
function installedCommand(workspace) {
  try {
    const description = (0, import_node_module.createRequire)(import_node_path.default.join(workspace, "package.json")).resolve("medlint/package.json");
    const { bin } = JSON.parse((0, import_node_fs2.readFileSync)(description, "utf8"));
    return import_node_path.default.join(import_node_path.default.dirname(description), bin.medlint);
  } catch {
    throw new Error("medlint is not installed: add it (npm install --save-dev medlint) and run npm ci in a step before this one.");
  }
}
function sharedWords({ config, changedOnly, paths }) {
  const base = changedOnly ? baseOf(process.env) : void 0;
  if (changedOnly && !base) process.stdout.write("This event has no commit to compare with: all files are linted.\n");
  return [...config ? ["--config", config] : [], ...base ? ["--since", base] : [], "--", ...paths];
}
function lint(command, workspace, { formats, failOn }, shared) {
  const folder = (0, import_node_fs2.mkdtempSync)(import_node_path.default.join(process.env["RUNNER_TEMP"] || (0, import_node_os.tmpdir)(), "medlint-"));
  try {
    const report = import_node_path.default.join(folder, "report.json");
    const words = ["github", `json:${report}`, ...formats].flatMap((format) => ["--format", format]);
    const { status, error } = (0, import_node_child_process.spawnSync)(process.execPath, [command, ...words, ...shared], { cwd: workspace, stdio: "inherit" });
    if (error) throw error;
    if (status !== 0 && status !== 1) return 2;
    const counts = countsIn(report);
    setOutput("errors", counts.errors);
    setOutput("warnings", counts.warnings);
    const sarif = formats.find((format) => format.startsWith("sarif:"));
    if (sarif) setOutput("sarif-file", sarif.slice("sarif:".length));
    return statusOf(failOn, status, counts);
  } finally {
    (0, import_node_fs2.rmSync)(folder, { recursive: true, force: true });
  }
}
function statusOf(failOn, status, { warnings }) {
  if (failOn === "never") return 0;
  return failOn === "warn" && warnings > 0 ? 1 : status;
}
function countsIn(report) {
  const files = JSON.parse((0, import_node_fs2.readFileSync)(report, "utf8"));
  const counts = { errors: 0, warnings: 0 };
  for (const { severity } of files.flatMap(({ messages }) => messages)) {
    if (severity === "error") counts.errors++;
    if (severity === "warn") counts.warnings++;
  }
  return counts;
}
function checkScores(command, workspace, threshold, shared) {
  const { status, stdout, error } = (0, import_node_child_process.spawnSync)(process.execPath, [command, "score", "--format", "json", ...shared], {
    cwd: workspace,
    encoding: "utf8",
    maxBuffer: LARGEST_REPORT,
    stdio: ["ignore", "pipe", "inherit"]
  });
  if (error) throw error;
  if (status !== 0) return 2;
  const { pages } = JSON.parse(stdout);
  const rated = pages.flatMap(({ path: file, total }) => total === void 0 ? [] : [{ file, total }]);
  if (rated.length === 0) return 0;
  const low = rated.filter(({ total }) => total < threshold).sort((one, other) => one.total - other.total);
  setOutput(
    "lowest-score",
    rated.reduce((lowest, { total }) => Math.min(lowest, total), 100)
  );
  if (low.length === 0) return 0;
  for (const { file, total } of low) reportError(`Score ${total}: at least ${threshold} is asked for. See medlint score.`, file);
  const rows = low.map(({ file, total }) => `| ${file.replaceAll("|", "\\|")} | ${total} |
`);
  addToSummary(`
### Scores below ${threshold}

| page | score |
| --- | ---: |
${rows.join("")}`);
  return 1;
}
