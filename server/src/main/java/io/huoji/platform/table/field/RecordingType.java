package io.huoji.platform.table.field;

import org.springframework.stereotype.Component;

/** Recordings, made in the browser or uploaded. */
@Component
class RecordingType extends FileListType {

    RecordingType(FileFacts facts) {
        super("recording", "recording", most(), facts);
    }
}
