package io.huoji.command.backup;

/**
 * What a table held.
 *
 * @param bytes  of its COPY stream
 * @param sha256 of its COPY stream as it stands in the archive
 * @param rowSum the sum of the sha256 of each row modulo 2^256: the same rows have the same sum in whatever order they come
 */
record TableFigures(String name, long rows, long bytes, String sha256, String rowSum) {}
