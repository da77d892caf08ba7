import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const limit = 5 * 1024;
const size = gzipSync(readFileSync("dist/huoji-box.js"), { level: 9 }).length;
console.log(`huoji-box.js: ${size} bytes gzip (limit ${limit})`);
if (size > limit) process.exit(1);
