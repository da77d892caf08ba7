package io.huoji.platform.table.field;

import org.springframework.stereotype.Component;

/** Photos, taken with the phone or chosen. */
@Component
class PhotoType extends FileListType {

    PhotoType(FileFacts facts) {
        super("photo", "photo", most(), facts);
    }
}
