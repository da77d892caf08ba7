import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { Ref } from "@/lib/me";

export interface ObjectType {
  id: string;
  key: string;
  name: string;
}

export interface EventType extends ObjectType {
  objectType?: string | null;
  outcome: boolean;
}

export interface BusinessObject {
  id: string;
  type: string;
  externalId: string;
  name: string;
  owner?: Ref | null;
  fields: Record<string, unknown>;
  createdAt?: string;
  updatedAt?: string;
}

export const objectTypesQuery = queryOptions({
  queryKey: ["object-types"],
  queryFn: ({ signal }) => api.all<ObjectType>("/object-types", {}, signal),
  staleTime: 60_000,
});

export const eventTypesQuery = queryOptions({
  queryKey: ["event-types"],
  queryFn: ({ signal }) => api.all<EventType>("/event-types", {}, signal),
  staleTime: 60_000,
});
