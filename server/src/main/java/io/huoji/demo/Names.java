package io.huoji.demo;

import java.util.SplittableRandom;

/** Invented names of people; one in 97 carries a character that is rare or outside the basic plane. */
final class Names {

    private static final String[] SURNAMES = """
            王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹
            袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚
            谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔
            贺 赖 龚 文 欧阳 上官 司马 诸葛
            """.strip().split("\\s+");
    private static final String[] FIRST = "晓 思 雨 子 佳 梦 俊 文 志 海 建 慧 雅 欣 嘉 明 永 国 春 秋 静 丽 美 玉 天 宇 浩 一 若 婉 书 景 光 承 彦 乐"
            .split(" ");
    private static final String[] SECOND = """
            岚 远 桐 峰 敏 婷 涛 杰 琳 雪 倩 颖 磊 洋 勇 艳 娟 强 军 平 刚 波 辉 鹏 飞 玲 丹 萍 红 玥 涵 轩
            睿 琪 妍 昊 然 宁 怡 悦 彤 诺 霖 菲 瑶 航
            """.strip().split("\\s+");
    private static final String[] RARE = "𠮷 㼆 龘 䶮 𬎆 犇 翀 彧 喆 堃 赟 𫍯 𬭎 𤧛".split(" ");

    private Names() {}

    static String of(int number, SplittableRandom random) {
        String surname = SURNAMES[random.nextInt(SURNAMES.length)];
        String last = number % 97 == 13 ? RARE[number / 97 % RARE.length] : SECOND[random.nextInt(SECOND.length)];
        return random.nextInt(10) < 3 ? surname + last : surname + FIRST[random.nextInt(FIRST.length)] + last;
    }
}
