package io.huoji.edge.transfer;

import io.huoji.edge.transfer.sheet.SheetFile;
import java.util.List;

/**
 * A file that was sent, as the steps after need to know it.
 *
 * @param columns heads of the chosen sheet; blank where the head has none
 * @param samples some rows below the head
 * @param rows    how many rows below the head hold anything
 */
record FileShape(SheetFile file, List<String> columns, List<List<String>> samples, int rows) {}
