package io.huoji.platform.org;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a name is sorted and searched by: "长沙 校区" gives "changshaxiaoqu csxq", Latin words stay as they are. Words decide
 * the reading of characters that have several; a surname is read as a surname.
 */
public final class NameKeys {

    private static final Map<Character, String> SURNAMES = Map.ofEntries(Map.entry('单', "shan"),
            Map.entry('曾', "zeng"), Map.entry('解', "xie"), Map.entry('仇', "qiu"), Map.entry('查', "zha"),
            Map.entry('区', "ou"), Map.entry('任', "ren"), Map.entry('盖', "ge"), Map.entry('朴', "piao"),
            Map.entry('尉', "wei"), Map.entry('乐', "yue"), Map.entry('翟', "zhai"), Map.entry('覃', "qin"),
            Map.entry('缪', "miao"), Map.entry('宁', "ning"), Map.entry('华', "hua"), Map.entry('秘', "bi"),
            Map.entry('种', "chong"), Map.entry('员', "yun"), Map.entry('洗', "xian"), Map.entry('冼', "xian"));
    private static final int LONGEST_PERSON = 4;

    private NameKeys() {}

    /** The key of any name that isn't a person's. */
    public static String of(String name) {
        return key(syllables(name));
    }

    /** The key of a person's name, whose first character is a surname when all of it is Chinese and short. */
    static String ofPerson(String name) {
        List<String> syllables = syllables(name);
        String surname = name.isEmpty() ? null : SURNAMES.get(name.charAt(0));
        if (surname != null && name.length() <= LONGEST_PERSON && syllables.size() == name.length())
            syllables.set(0, surname);
        return key(syllables);
    }

    private static String key(List<String> syllables) {
        StringBuilder whole = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (String syllable : syllables) {
            whole.append(syllable);
            initials.appendCodePoint(syllable.codePointAt(0));
        }
        return initials.length() == whole.length() ? whole.toString() : whole + " " + initials;
    }

    /** One entry for each Chinese character, one for each run of other letters and digits. */
    private static List<String> syllables(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> syllables = new ArrayList<>();
        for (int at = 0; at < plain.length();) {
            int end = at;
            boolean chinese = isChinese(plain.charAt(at));
            while (end < plain.length() && isChinese(plain.charAt(end)) == chinese)
                end++;
            String run = plain.substring(at, end);
            syllables.addAll(chinese ? read(run) : words(run));
            at = end;
        }
        return syllables;
    }

    private static List<String> read(String chinese) {
        String read = PinyinHelper.toPinyin(chinese, PinyinStyleEnum.NORMAL, " ").replace('ü', 'v');
        return List.of(read.split(" "));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("[^\\p{L}\\p{N}]+")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Characters that the reading dictionary knows; rare ones beyond stay as they are. */
    private static boolean isChinese(char letter) {
        return letter >= '\u4e00' && letter <= '\u9fff';
    }
}
