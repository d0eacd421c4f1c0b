// Several lambdas as one visitor of a variant.
#pragma once

namespace fullcourt {

template <class... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace fullcourt
