package io.huoji.platform.identity;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.identity.AccountRepository.Seat;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Rights;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets people in by a link that works once, for seven days; a new link ends the older one. */
@Service
class Invitations {

    static final Duration LIFE = Duration.ofDays(7);

    /** A link for one person. */
    record Invitation(Person person, Secret secret, Instant expiresAt) {}

    /** What a link stands for. */
    record Opened(TenantId tenant, UUID id, SecretHash hash, Person person) {}

    private final TenantTransactions transactions;
    private final InvitationRepository invitations;
    private final CredentialRepository credentials;
    private final AccountRepository accounts;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;

    Invitations(TenantTransactions transactions, InvitationRepository invitations, CredentialRepository credentials,
            AccountRepository accounts, Directories directories, Tenants tenants, Clock clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.credentials = credentials;
        this.accounts = accounts;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** All or none. Who invites hands on all that the person may do, so must hold it. */
    List<Invitation> invite(Viewer viewer, List<String> people) {
        TenantId tenant = viewer.tenant();
        Rights rights = new Rights(viewer, directories.of(tenant), tenants.byId(tenant).dayOf(clock.instant()));
        List<Person> invited = people.stream().map(rights::person).distinct().toList();
        invited.forEach(person -> check(rights, person));
        return transactions.in(tenant, () -> invited.stream().map(person -> invite(viewer, person)).toList());
    }

    private void check(Rights rights, Person person) {
        if (!person.active())
            throw new Misuse.Conflict(Problem.at("", "person-left", Map.of("person", person.name())));
        rights.needsAllOf(person);
        if (accounts.isTaken(new Seat(rights.viewer().tenant(), person.id())))
            throw new Misuse.Conflict(Problem.at("", "joined-already", Map.of("person", person.name())));
    }

    private Invitation invite(Viewer viewer, Person person) {
        TenantId tenant = viewer.tenant();
        withdraw(tenant, Set.of(person.id()));
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        UUID id = Ids.next();
        invitations.insert(tenant, id, person.id(), viewer.person(), now, now.plus(LIFE));
        credentials.insert(new Credential(secret.hash(), tenant, Credential.Kind.INVITATION, id, now.plus(LIFE)));
        return new Invitation(person, secret, now.plus(LIFE));
    }

    /** Ends the open invitations of these people. */
    void withdraw(TenantId tenant, Collection<UUID> people) {
        transactions.run(tenant, () -> {
            List<UUID> open = invitations.open(tenant, people);
            credentials.deleteFor(tenant, open);
            invitations.delete(tenant, open);
        });
    }

    /** What the link stands for; refuses one that is unknown, used, old, or of somebody who has left. */
    Opened open(String token) {
        Secret secret = Secret.in(token);
        Credential credential = secret == null
                ? null
                : credentials.find(secret.hash(), Credential.Kind.INVITATION).orElse(null);
        if (credential == null)
            throw SetUp.gone(token);
        TenantId tenant = Objects.requireNonNull(credential.tenant());
        UUID id = Objects.requireNonNull(credential.ref());
        UUID invited = transactions.<@Nullable UUID>in(tenant, () -> invitations.person(tenant, id).orElse(null));
        Person person = invited == null ? null : directories.of(tenant).person(invited);
        if (person == null || !person.active())
            throw SetUp.gone(token);
        return new Opened(tenant, id, credential.hash(), person);
    }

    /** Uses the link up and gives the account the person's seat, both or none. */
    void use(Opened opened, Account account, boolean isNew) {
        transactions.run(opened.tenant(), () -> {
            if (!credentials.delete(opened.hash()) || !invitations.use(opened.tenant(), opened.id(), clock.instant()))
                throw SetUp.gone("");
            boolean elsewhere = accounts.seats(account.id())
                    .stream()
                    .anyMatch(seat -> seat.tenant().equals(opened.tenant())
                            && !seat.person().equals(opened.person().id()));
            if (elsewhere)
                throw new Misuse.Conflict(Problem.at("login", "login-has-seat"));
            if (isNew)
                accounts.insert(account);
            accounts.seat(account.id(), new Seat(opened.tenant(), opened.person().id()));
        });
    }
}
