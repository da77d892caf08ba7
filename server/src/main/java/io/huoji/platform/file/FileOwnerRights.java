package io.huoji.platform.file;

import io.huoji.platform.access.Viewer;
import java.util.UUID;

/** Says whether a viewer may read a record, and so the files that it carries. */
public interface FileOwnerRights {

    boolean mayRead(Viewer viewer, UUID record);
}
