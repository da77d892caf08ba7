package io.huoji.platform.file;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.Map;

/** The reasons not to take a file. */
final class BadContent {

    private static final String FIELD = "file";

    private BadContent() {}

    static Misuse empty() {
        return new Misuse.Malformed(Problem.at(FIELD, "file-empty"));
    }

    static Misuse type() {
        return new Misuse.BadFile(false, Problem.at(FIELD, "file-type"));
    }

    static Misuse tooLarge(long limit) {
        return new Misuse.BadFile(true, Problem.at(FIELD, "file-too-large", Map.of("max", limit >> 20)));
    }

    static Misuse tooManyPixels(long pixels) {
        return new Misuse.BadFile(true,
                Problem.at(FIELD, "file-pixels",
                        Map.of("max", PhotoSize.MOST_PIXELS / 1_000_000, "pixels", pixels / 1_000_000)));
    }

    static Misuse bomb() {
        return new Misuse.BadFile(true, Problem.at(FIELD, "file-bomb"));
    }

    static Misuse damaged() {
        return new Misuse.BadFile(false, Problem.at(FIELD, "file-damaged"));
    }

    static Misuse kind(String wanted, String found) {
        return new Misuse.BadFile(false, Problem.at("kind", "file-kind", Map.of("kind", wanted, "found", found)));
    }

    static Misuse quota(long gigabytes) {
        return new Misuse.Refused(Problem.at(FIELD, "file-quota", Map.of("max", gigabytes)));
    }
}
