package io.huoji.platform.table.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A telephone number, mobile or not, however it was written: kept as E.164, with {@code ;ext=} where it has an extension (RFC 3966). A
 * number without a country is Chinese.
 */
@Component
class PhoneType extends CheckedTextType {

    private static final String HOME = "CN";

    PhoneType() {
        super("phone", "relation", 60, "not-a-phone");
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    /** A whole number in any writing, or some digits of one. */
    @Override
    String searched(String text) {
        String whole = written(text);
        return whole == null ? text.replaceAll("[\\s()-]", "") : whole;
    }

    @Override
    @Nullable
    String written(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text.replace("转", " ext. "), HOME);
            if (!numbers.isPossibleNumber(number))
                return null;
            String main = numbers.format(number, PhoneNumberFormat.E164);
            return number.hasExtension() ? main + ";ext=" + number.getExtension() : main;
        } catch (NumberParseException none) {
            return null;
        }
    }
}
