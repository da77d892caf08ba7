package io.huoji.platform.table.field;

import org.springframework.stereotype.Component;

/** Files of any kind that is taken: photos, recordings, documents. */
@Component
class AttachmentType extends FileListType {

    AttachmentType(FileFacts facts) {
        super("attachment", null, most(), facts);
    }
}
