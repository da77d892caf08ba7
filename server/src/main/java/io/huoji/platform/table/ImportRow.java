package io.huoji.platform.table;

import java.util.Map;

/**
 * One row of a file as it reads.
 *
 * @param number its number in the file, by which its outcome is told
 * @param cells  what its cells say, by field key; {@value ImportPlan#ID} and {@value ImportPlan#EXTERNAL_ID} beside; blank ones too
 */
public record ImportRow(int number, Map<String, String> cells) {

    String cell(String key) {
        return cells.getOrDefault(key, "").strip();
    }
}
