package io.huoji.platform.file;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The files of a tenant: taken, found again, and carried by records. */
@Service
public class Files {

    /**
     * Hangs files on a record; to be run in the transaction that writes the record, after it. Parameters: record, tenant, ids
     * (uuid[]), uploader ({@link Viewer#caller}). Files that hang already, or that another caller sent, stay as they are: compare
     * the update count.
     */
    public static final String ATTACH_SQL = """
            update file set record_id = ? where tenant_id = ? and id = any(?) and created_by = ? and record_id is null""";

    private final FileStore store;
    private final FileRepository repository;
    private final FileQuota quota;
    private final TenantTransactions transactions;
    private final ObjectProvider<FileOwnerRights> rights;
    private final Clock clock;

    Files(FileStore store, FileRepository repository, FileQuota quota, TenantTransactions transactions,
            ObjectProvider<FileOwnerRights> rights, Clock clock) {
        this.store = store;
        this.repository = repository;
        this.quota = quota;
        this.transactions = transactions;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Takes a file. It hangs on nothing yet: only its uploader sees it, for 24 hours.
     *
     * @param declaredKind what it should be, {@code photo}, {@code recording} or {@code document}; null for whatever it is
     * @throws Misuse naming why it is not taken
     */
    public StoredFile store(Viewer viewer, InputStream content, String name, @Nullable String declaredKind) {
        UUID id = Ids.next();
        Path received = store.receive(content, MediaType.PDF.limit());
        try {
            FileIntake.Checked checked = FileIntake.check(received, name, declaredKind);
            quota.take(viewer.tenant(), checked.size());
            if (checked.thumbnail() != null)
                store.keepThumbnail(viewer.tenant(), id, checked.thumbnail().bytes());
            store.keep(viewer.tenant(), id, received);
            StoredFile file = described(id, checked, viewer);
            transactions.run(viewer.tenant(), () -> repository.insert(viewer.tenant(), file));
            return file;
        } catch (IOException e) {
            store.erase(viewer.tenant(), id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException refused) {
            store.erase(viewer.tenant(), id);
            throw refused;
        } finally {
            discard(received);
        }
    }

    private StoredFile described(UUID id, FileIntake.Checked checked, Viewer viewer) {
        PhotoSize photo = checked.photo();
        return new StoredFile(id, checked.name(), checked.kind().key(), checked.type().type(), checked.size(),
                photo == null ? null : photo.width(), photo == null ? null : photo.height(), checked.sha256(),
                checked.thumbnail() != null, null, clock.instant(), viewer.caller());
    }

    private static void discard(Path received) {
        try {
            java.nio.file.Files.deleteIfExists(received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of the files that this viewer may hang on this record: its own that hang on nothing, and those that hang there
     * already. One statement.
     *
     * @param record null for a record that is about to be made
     */
    public Map<UUID, StoredFile> usable(Viewer viewer, Collection<UUID> ids, @Nullable UUID record) {
        if (ids.isEmpty())
            return Map.of();
        return find(viewer, ids).stream()
                .filter(file -> file.record() == null
                        ? file.createdBy().equals(viewer.caller())
                        : file.record().equals(record))
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** The files of records that the viewer is known to be allowed to read, by id; for showing their names and sizes. */
    public Map<UUID, StoredFile> described(Viewer viewer, Collection<UUID> ids) {
        if (ids.isEmpty())
            return Map.of();
        return find(viewer, ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** One file; refuses with 404 when it is not there or not for this viewer. */
    public StoredFile byId(Viewer viewer, UUID id) {
        return find(viewer, List.of(id)).stream()
                .filter(file -> mayRead(viewer, file))
                .findFirst()
                .orElseThrow(() -> new Misuse.NotFound("file", id));
    }

    private boolean mayRead(Viewer viewer, StoredFile file) {
        UUID record = file.record();
        if (record == null)
            return file.createdBy().equals(viewer.caller());
        FileOwnerRights owner = rights.getIfAvailable();
        return owner != null && owner.mayRead(viewer, record);
    }

    /**
     * Erases the files of records that go for good; to be run in the transaction that erases them. The contents go first: when the
     * transaction is undone the records are still in the recycle bin, and the next run erases what is left.
     */
    public void eraseOf(TenantId tenant, Collection<UUID> records) {
        repository.ofRecords(tenant, records).forEach(file -> store.erase(tenant, file));
        repository.deleteOfRecords(tenant, records);
    }

    private List<StoredFile> find(Viewer viewer, Collection<UUID> ids) {
        return transactions.in(viewer.tenant(), () -> repository.find(viewer.tenant(), ids));
    }

    Path content(Viewer viewer, StoredFile file) {
        return store.place(viewer.tenant(), file.id());
    }

    Path thumbnail(Viewer viewer, StoredFile file) {
        if (!file.thumbnail())
            throw new Misuse.NotFound("file", file.id() + "/thumbnail");
        return store.thumbnail(viewer.tenant(), file.id());
    }
}
