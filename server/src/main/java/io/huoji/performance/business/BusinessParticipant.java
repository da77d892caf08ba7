package io.huoji.performance.business;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A module above that acts on what happens in the business. */
public interface BusinessParticipant {

    /** In the transaction that stores them, so that what they cause is stored with them or not at all. */
    void happened(TenantId tenant, List<BusinessEvent> events);

    /** Puts what it has to say of an object into the answer. */
    void present(Viewer viewer, UUID object, ObjectNode answer);
}
