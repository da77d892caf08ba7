package io.huoji.platform.kernel;

/** Says a problem as a sentence, in the language of the request that is being answered. */
public interface Wording {

    String of(Problem problem);
}
