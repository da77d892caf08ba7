package io.huoji.demo;

/** The four actions of the demo group. */
enum EduNode {
    PREPARE("prepare", "备课", 5, "document", "把课备在学生会卡住的地方"), OBSERVE("observe", "听课", 1, "photo",
            "每周进一次别人的课堂，带走一个做法"), ANALYSE("analyse", "学情分析", 2, "document",
                    "用数据决定下一课讲什么"), PARENTS("parents", "家长沟通", 3, "recording", "家长知道孩子这周卡在哪、怎么帮");

    final String key;
    final String label;
    final int timesAWeek;
    final String evidenceKind;
    final String why;

    EduNode(String key, String label, int timesAWeek, String evidenceKind, String why) {
        this.key = key;
        this.label = label;
        this.timesAWeek = timesAWeek;
        this.evidenceKind = evidenceKind;
        this.why = why;
    }
}
