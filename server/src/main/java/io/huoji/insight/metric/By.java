package io.huoji.insight.metric;

/** What a figure is split by. */
public enum By {
    UNIT("unit"), NODE("node"), PERSON("person");

    private final String key;

    By(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    String column() {
        return key + "_id";
    }
}
