package io.huoji.platform.table.field;

import org.springframework.stereotype.Component;

/** A signature, drawn by finger or mouse and kept as one picture. */
@Component
class SignatureType extends FileListType {

    SignatureType(FileFacts facts) {
        super("signature", "photo", 1, facts);
    }
}
