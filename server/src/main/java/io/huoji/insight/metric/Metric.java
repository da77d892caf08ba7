package io.huoji.insight.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rates that can be asked for: of each, what is divided by what and which counts stand beside it. */
public enum Metric {

    /** 完成率: on time / expected, over expectations that have come due; neither exempt nor cancelled before. */
    COMPLETION("completion", "on_time", "expected", 1,
            "完成率 = 按时完成 / 应完成。应完成：按计入日期落在所选时段、已到期、未豁免且到期前未取消的期望；按时：闭环动作的生效时间不晚于截止时间加宽限。区间为 95% Wilson 区间。",
            "Completion = done on time / expected. Expected: expectations whose counting day lies in the window, that have come due, "
                    + "neither exempt nor cancelled before they were due; on time: closed by an action whose effective time is at or before "
                    + "the deadline plus grace. Interval: Wilson, 95%.") {
        @Override
        void beside(Counts counts, Map<String, Object> more) {
            more.put("done", counts.of("done"));
            more.put("late", counts.of("done") - counts.of("on_time"));
            more.put("missed", counts.missed());
            more.put("exempt", counts.of("exempt"));
            more.put("unplanned", counts.of("unplanned"));
        }
    },

    /** 质量分布: actions of band MET / rated actions, by the effective time; the lead's rating wins over one's own. */
    QUALITY("quality", "met", "rated", 1,
            "质量达标率 = 达标 / 已评级动作，按生效时间落在所选时段；上级评级优先于自评。未完成为已过期未闭环的期望，另列，不进分母。区间为 95% Wilson 区间。",
            "Quality = actions that met / rated actions, by effective time; the lead's rating wins over one's own. Not done are expectations "
                    + "that were due and never closed: shown beside, not in the denominator. Interval: Wilson, 95%.") {
        @Override
        void beside(Counts counts, Map<String, Object> more) {
            Map<String, Integer> levels = new LinkedHashMap<>();
            levels.put("MET", counts.of("met"));
            levels.put("IMPROVE", counts.of("improve"));
            levels.put("SUPPORT", counts.of("support"));
            more.put("levels", levels);
            more.put("notDone", counts.missed());
        }
    },

    /** 证据完备率: complete / submitted key actions, by the effective time; a key action is one whose node lists evidence. */
    EVIDENCE("evidence", "complete", "key_actions", 1,
            "证据完备率 = 证据齐全 / 关键动作，按生效时间落在所选时段。关键动作：节点列出了证据；齐全：每一项都有，种类和数量都对。旁列完成率与「做了且有据」= 证据齐全的闭环 / 应完成。区间为 95% Wilson 区间。",
            "Evidence = complete / key actions, by effective time. A key action's node lists evidence; it is complete when every item is there "
                    + "in the right kind and count. Beside it completion, and done and proven = closed with complete evidence / expected. "
                    + "Interval: Wilson, 95%.") {
        @Override
        void beside(Counts counts, Map<String, Object> more) {
            more.put("onTime", counts.of("complete_on_time"));
            more.put("completion", Rate.of(counts.of("on_time"), counts.of("expected"), null));
            more.put("proven", PROVEN.rate(counts, Map.of()));
        }
    },

    /** 做了且有据: expectations closed by an action with complete evidence / expected. */
    PROVEN("proven", "proven", "expected", 1,
            "做了且有据 = 由证据齐全的动作闭环的期望 / 应完成，口径同完成率。区间为 95% Wilson 区间。",
            "Done and proven = expectations closed by an action with complete evidence / expected, over the rows of completion. "
                    + "Interval: Wilson, 95%.") {
        @Override
        void beside(Counts counts, Map<String, Object> more) {
            more.put("done", counts.of("done"));
            more.put("missed", counts.missed());
        }
    };

    private final String key;
    private final String numerator;
    private final String denominator;
    private final int version;
    private final String chinese;
    private final String english;

    Metric(String key, String numerator, String denominator, int version, String chinese, String english) {
        this.key = key;
        this.numerator = numerator;
        this.denominator = denominator;
        this.version = version;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * What a figure means.
     *
     * @param version grows whenever the meaning changes
     */
    public record Definition(String metric, int version, String text) {}

    public static Optional<Metric> byKey(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    Definition definition(Locale locale) {
        return new Definition(key, version, locale.getLanguage().equals("en") ? english : chinese);
    }

    Rate rate(Counts counts, Map<String, Double> thresholds) {
        return Rate.of(counts.of(numerator), counts.of(denominator), thresholds.get(key));
    }

    /** The counts beside the rate; everywhere how many actions there were and how many of them were entered late. */
    Map<String, Object> beside(Counts counts) {
        Map<String, Object> more = new LinkedHashMap<>();
        beside(counts, more);
        more.put("actions", counts.of("actions"));
        more.put("backDated", counts.of("late"));
        return more;
    }

    /** True when there is nothing to say about a cell, not even a count. */
    boolean isEmpty(Counts counts) {
        return rate(counts, Map.of()).n() == 0 && new TreeMap<>(beside(counts)).entrySet()
                .stream()
                .filter(entry -> !entry.getKey().equals("actions") && !entry.getKey().equals("backDated"))
                .allMatch(entry -> isZero(entry.getValue()));
    }

    private static boolean isZero(Object value) {
        return switch (value) {
            case Integer count -> count == 0;
            case Rate rate -> rate.n() == 0;
            case Map<?, ?> map -> map.values().stream().allMatch(part -> part.equals(0));
            default -> true;
        };
    }

    abstract void beside(Counts counts, Map<String, Object> more);
}
