package io.huoji.platform.org;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeysTest {

    @Test
    void readsWordsWhereACharacterHasSeveralReadings() {
        assertThat(NameKeys.of("长沙校区")).isEqualTo("changshaxiaoqu csxq");
        assertThat(NameKeys.of("重庆一部")).startsWith("chongqing");
    }

    @Test
    void readsASurnameAsASurname() {
        assertThat(NameKeys.ofPerson("单雄信")).isEqualTo("shanxiongxin sxx");
        assertThat(NameKeys.ofPerson("曾国藩")).isEqualTo("zengguofan zgf");
    }

    @Test
    void keepsLatinWordsAndRareCharacters() {
        assertThat(NameKeys.ofPerson("Moses Frase")).isEqualTo("mosesfrase mf");
        assertThat(NameKeys.ofPerson("𠮷田")).isEqualTo("𠮷tian 𠮷t");
        assertThat(NameKeys.ofPerson("")).isEmpty();
    }

    @Test
    void makesACodeOfAName() {
        assertThat(Codes.of("吕布", "person", code -> code.equals("lvbu"))).isEqualTo("lvbu-2");
        assertThat(Codes.of("!!!", "person", code -> false)).isEqualTo("person");
    }
}
